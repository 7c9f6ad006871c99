import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inlayHints, resolveInlayHint } from '../../server/src/core/features/inlayHints.ts';
import type { HintKinds } from '../../server/src/core/features/support/hints/hint.ts';
import { contextOf } from './feature.ts';

const none: HintKinds = { schedule: false, skills: false, producers: false };

/** The text with each hint where it is shown, in brackets. */
function shown(
  text: string,
  lines?: readonly [first: number, last: number],
  wanted: HintKinds = { ...none, schedule: true },
): string {
  const context = contextOf(text);
  const range = {
    start: { line: lines?.[0] ?? 0, character: 0 },
    end: { line: lines?.[1] ?? text.split('\n').length, character: 0 },
  };
  return [...inlayHints(context, range, wanted, true)]
    .map(({ position, label }) => ({
      at: context.document.lines.offset(position),
      label: typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    }))
    .sort((left, right) => right.at - left.at)
    .reduce((result, { at, label }) => `${result.slice(0, at)} [${label}]${result.slice(at)}`, text);
}

const text = `chain: a
title: A
phases:
  - phase: Mend
    steps:
      - id: look
        skill: x
        do: Look
        takes: 1-2 hours
      - checkpoint: Seen
      - id: mend
        skill: x
        do: Mend
        takes: 4 days
  - phase: Learn
    steps:
      - id: write
        skill: y
        do: Write
`;

describe('times beside the text', () => {
  test('stand behind the names of nodes and phases that take time', () => {
    assert.equal(
      shown(text),
      text
        .replace('phase: Mend', 'phase: Mend [first 4 days 2 hours]')
        .replace('id: look', 'id: look [first 2 hours]')
        .replace('id: mend', 'id: mend [from 2 hours to 4 days 2 hours]'),
    );
  });

  test('are those of the lines that are shown', () => {
    assert.equal(
      shown(text, [10, 12]),
      text.replace('id: mend', 'id: mend [from 2 hours to 4 days 2 hours]'),
    );
  });

  test('say nothing where nobody wrote how long anything takes', () => {
    const plain = text.replaceAll(/ +takes: .*\n/g, '');
    assert.equal(shown(plain), plain);
  });

  test('say nothing of a text with syntax errors', () => {
    const broken = `${text}x: [\n`;
    assert.equal(shown(broken), broken);
  });

  test('say what slack there is', () => {
    const hints = inlayHints(
      contextOf(
        'chain: a\ntitle: A\nsteps:\n  - parallel:\n      - { id: b, skill: x, do: B, takes: 1 h }\n      - { id: c, skill: x, do: C, takes: 3 h }\n',
      ),
      { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } },
      { ...none, schedule: true },
      false,
    );
    assert.deepEqual(
      hints.map(({ tooltip }) => String(tooltip).split('; ')[1]),
      ['2 hours of slack.', 'on the critical path.'],
    );
  });
});

const everything = (text: string) => ({
  start: { line: 0, character: 0 },
  end: { line: text.split('\n').length, character: 0 },
});

describe('the ids of skills', () => {
  const named = `chain: a
title: A
steps:
  - { skill: SRE, do: A }
  - skill: "ops hero" # him
    do: B
  - { checkpoint: C, by: [Incident Commander, technical-writer, Nobody] }
  - skill: >-
      Site Reliability
      Engineer
    do: 🚒
delegation: []
`;

  test('stand behind other names of theirs, unless these read the same', () => {
    assert.equal(
      shown(named, undefined, { ...none, skills: true }),
      named
        .replace('SRE', 'SRE [= site-reliability-engineer]')
        .replace('hero"', 'hero" [= site-reliability-engineer]'),
    );
  });

  test('say what the skill does, and lead to it', () => {
    const context = contextOf(named);
    const [hint] = inlayHints(context, everything(named), { ...none, skills: true }, false);
    assert.ok(hint !== undefined && typeof hint.label !== 'string');
    const [part] = hint.label;
    assert.equal(part?.tooltip, 'SRE: Keeps services up and brings them back');
    assert.match(part?.location?.uri ?? '', /team\.skills\.yaml$/);
    assert.deepEqual(part?.location?.range.start, { line: 1, character: 2 });
  });
});

describe('who makes what is needed', () => {
  const needing = `chain: a
title: A
inputs: { ticket: Words }
handoffs: [{ waits-for: b, needs: [law] }]
phases:
  - phase: Look
    deliverable: { view: It }
    steps:
      - { id: one, skill: x, do: A, needs: [ticket], produces: [scope@1, draft] }
      - { id: two, skill: x, do: B, needs: [scope], produces: [draft] }
      - id: three
        skill: x
        do: C
        needs:
          - scope@1 # it
          - scope@2
          - "draft"
          - law
          - view
          - gone
        produces: [draft]
`;

  test('stands behind it, unless it is the node right above', () => {
    assert.equal(
      shown(needing, undefined, { ...none, producers: true }),
      needing
        .replace('[ticket', '[ticket [← input]')
        .replace('- scope@1', '- scope@1 [← one]')
        .replace('"draft"', '"draft" [← one, two]')
        .replace('- law', '- law [← another chain]')
        .replace('- view', '- view [← Look]'),
    );
  });

  test('is told of more than two by their number', () => {
    const many = needing
      .replace('"draft"\n', '"draft"\n')
      .replace('phase: Look', 'phase: Look\n    entry: []');
    const more = many.replace(
      'draft] }\n      - id',
      'draft] }\n      - { id: four, skill: x, do: D, produces: [draft] }\n      - id',
    );
    assert.match(shown(more, undefined, { ...none, producers: true }), /\[← one, two and 1 more\]/);
  });

  test('is explained when somebody asks, as long as the text is the same', () => {
    const context = contextOf(needing);
    const wanted = { ...none, producers: true };
    const hints = inlayHints(context, everything(needing), wanted, true);
    const full = inlayHints(context, everything(needing), wanted, false);
    assert.ok(hints.length > 3);
    hints.forEach((hint, at) => {
      assert.equal(hint.tooltip, undefined);
      const { data, ...resolved } = resolveInlayHint(context, hint, hint.data);
      assert.deepEqual(resolved, full[at]);
      assert.equal(resolveInlayHint(contextOf(`${needing} `), hint, data), hint);
    });
  });
});

test('no hint is shown that nobody wants, and none of a document without nodes', () => {
  assert.equal(shown(text, undefined, none), text);
  const all = { schedule: true, skills: true, producers: true };
  assert.deepEqual(
    inlayHints(contextOf('skills: {}\n', { path: 'x.skills.yaml' }), everything(''), all, true),
    [],
  );
  assert.deepEqual(inlayHints(contextOf(''), everything(''), all, true), []);
});

test('a node that an alias repeats has its times at the alias, and a part of what one repeats has none', () => {
  const repeated = `chain: a
title: A
steps:
  - &look { id: look, skill: x, do: Look, takes: 1 day, needs: [a], produces: [b] }
  - *look
  - parallel:
      - { lane: One, steps: &steps [{ skill: y, do: Go, takes: 1 day, needs: [b] }] }
      - { lane: Two, steps: *steps }
`;
  assert.equal(
    shown(repeated),
    repeated
      .replace('id: look', 'id: look [first 1 day]')
      .replace('- *look', '- *look [from 1 day to 2 days]')
      .replace('skill: y', 'skill: y [from 2 days to 3 days]'),
  );
  const hints = shown(repeated, undefined, { ...none, producers: true });
  assert.equal(hints.match(/\[b \[← /gu)?.length, 1, hints);
});
