/** What is said, offered and gone to where chains hand over to each other and run each other. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SymbolKind } from 'vscode-languageserver-types';
import { completion } from '../../server/src/core/features/completion.ts';
import { definition } from '../../server/src/core/features/definition.ts';
import { documentSymbols } from '../../server/src/core/features/documentSymbols.ts';
import { hover } from '../../server/src/core/features/hover.ts';
import { resolveCompletion } from '../../server/src/core/features/resolveCompletion.ts';
import { contextOf } from './feature.ts';

const files = {
  'review.chain.yaml': `chain: review
title: Review
inputs:
  timeline@2: What happened when
  scope: What is looked at
steps:
  - { id: invite, skill: technical-writer, do: Invite everybody }
  - { id: discuss, skill: technical-writer, do: Go through it, produces: [lessons] }
output:
  report: What was found
handoffs:
  - waits-for: draft
    needs: timeline
    before: discuss
    workaround: Begin with what *people* remember
  - { escalates-to: draft, if: it happens again }
`,
};

const head = `chain: draft
title: Draft
inputs: { brief: What is wanted }
steps:
  - { id: one, skill: technical-writer, do: Write, produces: [timeline] }
`;

/** The context and position of `$0` in a text behind the head. */
function at(rest: string) {
  const text = head + rest;
  const offset = text.indexOf('$0');
  const context = contextOf(text.replace('$0', ''), { files });
  return { context, position: context.document.lines.position(offset) };
}

const hoverAt = (rest: string): string => {
  const { context, position } = at(rest);
  return JSON.stringify(hover(context, position)?.contents ?? '').replaceAll('\\n', '\n');
};
const targetsAt = (rest: string): readonly string[] => {
  const { context, position } = at(rest);
  return definition(context, position).map(({ targetUri, targetSelectionRange: { start } }) => {
    const line = context.project.documents.get(targetUri)?.text.split('\n')[start.line] ?? '';
    return `${targetUri.replace(/.*\//u, '')}: ${line.trim()}`;
  });
};
const offeredAt = (rest: string): readonly string[] => {
  const { context, position } = at(rest);
  return completion(context, position, { snippets: false }).items.map(({ label }) => label);
};

describe('hover', () => {
  test('on the chain’s own id tells every handoff once', () => {
    const { context } = at('handoffs:\n  - { then: review, gate: [It holds] }\n$0');
    const said = JSON.stringify(hover(context, { line: 0, character: 8 })?.contents);
    assert.match(
      said,
      /Is followed by `review` \(written at both ends\): gate: It holds; before `discuss`; needs `timeline`/u,
    );
    assert.match(said, /Is escalated to by `review` \(written there\): if it happens again/u);
  });
  test('on the chain of a handoff tells what that says itself, as text', () => {
    const said = hoverAt('handoffs:\n  - then: re$0view\n');
    assert.match(said, /\*\*Review\*\*/u);
    assert.match(said, /That chain says too: `waits-for` `draft`; before `discuss`/u);
    assert.ok(said.includes('what \\\\*people\\\\* remember'), said);
  });
  test('on a sub-chain tells what it takes, from what, and what it gives', () => {
    const said = hoverAt('  - { chain: re$0view, with: { scope: brief }, produces: [report] }\n');
    assert.match(said, /Takes\n\n- `timeline@2` from `timeline`, by its name\n- `scope` from `brief`/u);
    assert.match(said, /Gives\n\n- `report`, taken here/u);
    assert.match(hoverAt('  - chain: re$0view\n'), /- `scope` from nothing/u);
  });
  test('on what is waited for tells of it in the other chain', () => {
    assert.match(
      hoverAt('handoffs: [{ waits-for: review, needs: les$0sons }]\n'),
      /Made by `discuss`.*Of the chain `review`/su,
    );
  });
  test('on an artefact that another chain makes says which', () => {
    const said = hoverAt(
      '  - { skill: technical-writer, do: It, needs: [les$0sons] }\nhandoffs: [{ waits-for: review, needs: lessons }]\n',
    );
    assert.match(said, /Made by the chain `review`, which this one waits for/u);
  });
});

describe('definition', () => {
  const cases: readonly (readonly [what: string, text: string, targets: readonly string[]])[] = [
    ['the chain', 'handoffs:\n  - then: re$0view\n', ['review.chain.yaml: chain: review']],
    [
      'the other end, from the key',
      'handoffs:\n  - th$0en: review\n',
      ['review.chain.yaml: - waits-for: draft'],
    ],
    [
      'nothing from the key where the other chain says nothing',
      'handoffs:\n  - { cycl$0es-to: review, at-most: 2 }\n',
      [],
    ],
    [
      'a node of the other chain',
      'handoffs: [{ joins: review, at: dis$0cuss }]\n',
      [
        'review.chain.yaml: - { id: discuss, skill: technical-writer, do: Go through it, produces: [lessons] }',
      ],
    ],
    [
      'what is waited for, where it is made',
      'handoffs: [{ waits-for: review, needs: les$0sons }]\n',
      [
        'review.chain.yaml: - { id: discuss, skill: technical-writer, do: Go through it, produces: [lessons] }',
      ],
    ],
    [
      'what all its steps make, where it is put out',
      'handoffs: [{ waits-for: review, needs: rep$0ort }]\n',
      ['review.chain.yaml: report: What was found'],
    ],
    [
      'an input of a sub-chain',
      '  - { chain: review, with: { sco$0pe: brief } }\n',
      ['review.chain.yaml: scope: What is looked at'],
    ],
  ];
  for (const [what, text, targets] of cases) test(what, () => assert.deepEqual(targetsAt(text), targets));
});

describe('completion', () => {
  test('of at: nodes of the other chain, explained there', () => {
    const { context, position } = at('handoffs:\n  - joins: review\n    at: $0\n');
    const { items } = completion(context, position, { snippets: false });
    assert.deepEqual(
      items.map(({ label }) => label),
      ['invite', 'discuss'],
    );
    const [item] = items;
    assert.ok(item);
    assert.match(JSON.stringify(resolveCompletion(context.project, item).documentation), /Invite everybody/u);
  });
  test('of at without a chain: nothing', () =>
    assert.deepEqual(offeredAt('handoffs:\n  - joins: gone\n    at: $0\n'), []));
  test('of what is waited for: outputs, then what else the other chain makes', () => {
    assert.deepEqual(offeredAt('handoffs: [{ waits-for: review, needs: [$0] }]\n'), ['report', 'lessons']);
  });
  test('of with: the inputs of the other chain, and what is there for them', () => {
    assert.deepEqual(offeredAt('  - chain: review\n    with:\n      $0\n'), ['timeline@2', 'scope']);
    assert.deepEqual(offeredAt('  - chain: review\n    with:\n      scope: $0\n'), ['brief', 'timeline']);
  });
});

test('the outline says when and where a handoff is', () => {
  const { context } = at(
    'handoffs:\n  - { waits-for: review, needs: lessons, before: one }\n  - { escalates-to: review, from: one, if: it burns }\n$0',
  );
  const children = documentSymbols(context)[0]?.children ?? [];
  assert.deepEqual(
    children.filter(({ kind }) => kind === SymbolKind.Operator).map(({ detail }) => detail),
    ['waits-for · before one', 'escalates-to · if it burns · from one'],
  );
});
