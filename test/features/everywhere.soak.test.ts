/** What holds for every feature at every place of every chain that ships, and of a suite and a plan with every key, whole and broken. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { completion } from '../../server/src/core/features/completion.ts';
import { definition } from '../../server/src/core/features/definition.ts';
import { documentLinks } from '../../server/src/core/features/documentLinks.ts';
import { documentSymbols } from '../../server/src/core/features/documentSymbols.ts';
import type { FeatureContext } from '../../server/src/core/features/feature.ts';
import { foldingRanges } from '../../server/src/core/features/folding.ts';
import { hover } from '../../server/src/core/features/hover.ts';
import { resolveCompletion } from '../../server/src/core/features/resolveCompletion.ts';
import { selectionRanges } from '../../server/src/core/features/selectionRanges.ts';
import { parseSyntax } from '../../server/src/core/syntax/parse.ts';
import { sampleFiles } from '../support/library.ts';
import { applyItem, contextOf } from './feature.ts';

const fixtures = new URL('../schemas/fixtures/', import.meta.url);
const chains = [
  ...Object.entries(sampleFiles).map(([name, text]) => ({ name, text })),
  ...['every-key.suite.yaml', 'plan.every-key@v1.yaml'].map(name => ({
    name,
    text: readFileSync(new URL(name, fixtures), 'utf8'),
  })),
];
const files = Object.fromEntries(chains.map(({ name, text }) => [name, text]));

/** The same numbers in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Texts as they are while a person writes: cut off, with a line gone, a bracket or quote open, in other line ends. */
function* variants(text: string): Generator<string> {
  const lines = text.split('\n');
  const middle = Math.floor(lines.length / 2);
  yield lines.slice(0, middle).join('\n');
  yield text.slice(0, Math.floor(text.length * 0.7));
  yield lines.toSpliced(middle, 1).join('\n');
  yield lines.toSpliced(middle, 0, '    - [ "open').join('\n');
  yield lines.toSpliced(middle, 0, ' x: y: z').join('\n');
  yield text.replaceAll('\n', '\r\n');
  yield text.replaceAll(': ', ':\t');
  yield text.replaceAll('- ', '-');
}

/** The keys of the block map that a line belongs to, read from the lines around it. */
function keysAround(text: string, offset: number): readonly string[] {
  const lines = text.split('\n');
  const at = text.slice(0, offset).split('\n').length - 1;
  const indent = /^ */.exec(lines[at] ?? '')?.[0].length ?? 0;
  const keys: string[] = [];
  const collect = (from: number, step: number): void => {
    for (let line = from; line >= 0 && line < lines.length; line += step) {
      const [, blanks = '', dash = '', key] = /^( *)(- )?(?:([\w-]+):)?/.exec(lines[line] ?? '') ?? [];
      if ((lines[line] ?? '').trim() === '') continue;
      const column = blanks.length + dash.length;
      if (column < indent || (step > 0 && dash !== '' && column === indent)) return;
      if (column === indent && key !== undefined) keys.push(key);
      if (step < 0 && dash !== '' && column === indent) return;
    }
  };
  collect(at - 1, -1);
  collect(at + 1, 1);
  return keys;
}

/** What is offered at a place, each label once, and each item replacing text around the cursor in one line. */
function offered(context: FeatureContext, offset: number, snippets: boolean): readonly CompletionItem[] {
  const { lines } = context.document;
  const { items } = completion(context, lines.position(offset), { snippets });
  const where = place(context, offset);
  assert.equal(new Set(items.map(item => item.label)).size, items.length, `offered twice at ${where}`);
  for (const { textEdit } of items) {
    assert.ok(textEdit !== undefined && 'range' in textEdit);
    const { start, end } = textEdit.range;
    assert.ok(lines.offset(start) <= offset && offset <= lines.offset(end), `replaces elsewhere at ${where}`);
    assert.equal(start.line, end.line, `replaces several lines at ${where}`);
  }
  return items;
}

const place = ({ document }: FeatureContext, offset: number): string =>
  `${offset}: ${JSON.stringify(document.text.slice(Math.max(0, offset - 60), offset))}`;

/** One item of those offered, applied to a text that parses, gives a text that parses. */
function checkApplied(context: FeatureContext, offset: number, pick: number): void {
  const items = offered(context, offset, pick > 0.3);
  const item = items[Math.floor(pick * items.length)];
  if (item === undefined || context.document.tree.problems.length > 0) return;
  const after = applyItem(context.document.text, item).text;
  const messages = parseSyntax(after).problems.map(problem => problem.message);
  assert.deepEqual(messages, [], `${item.label} breaks the text at ${place(context, offset)}`);
  resolveCompletion(context.project, item);
}

/** About so many offsets of a text, spread evenly; never between a carriage return and its line feed. */
function offsets({ document }: FeatureContext, count: number): readonly number[] {
  const step = Math.max(1, document.text.length / count);
  const all = Array.from({ length: Math.floor(document.text.length / step) + 1 }, (_, at) =>
    Math.round(at * step),
  );
  return all.map(offset => document.lines.offset(document.lines.position(offset)));
}

for (const { name, text } of chains) {
  // The shortest chain is gone through place by place, the others by samples: every place takes minutes.
  const isShortest = chains.every(each => text.length <= each.text.length);

  test(`asking at places of ${name}`, () => {
    const context = contextOf(text, { path: name, files });
    for (const offset of offsets(context, isShortest ? text.length : 150)) {
      const position = context.document.lines.position(offset);
      hover(context, position);
      definition(context, position);
      offered(context, offset, true);
      selectionRanges(context, [position]);
    }
  });

  test(`applying what is offered in ${name}`, () => {
    const context = contextOf(text, { path: name, files });
    const random = numbers(7);
    for (const offset of offsets(context, 30)) checkApplied(context, offset, random.next().value ?? 0);
  });

  test(`asking at places of broken variants of ${name}`, () => {
    const random = numbers(11);
    for (const broken of variants(text)) {
      const context = contextOf(broken, { path: name, files });
      foldingRanges(context);
      documentSymbols(context);
      documentLinks(context);
      for (const offset of offsets(context, 20)) {
        const position = context.document.lines.position(offset);
        hover(context, position);
        definition(context, position);
        offered(context, offset, false);
      }
      for (const offset of offsets(context, 4)) checkApplied(context, offset, random.next().value ?? 0);
    }
  });

  test(`a new line in ${name} is offered no key that is there`, () => {
    const lines = text.split('\n');
    for (let at = 1; at < lines.length; at += Math.ceil(lines.length / 12)) {
      const blanks = /^ *(?:- )?/.exec(lines[at - 1] ?? '')?.[0].length ?? 0;
      const grown = lines.toSpliced(at, 0, ' '.repeat(blanks)).join('\n');
      const offset = lines.slice(0, at).join('\n').length + 1 + blanks;
      const context = contextOf(grown, { path: name, files });
      const there = new Set(keysAround(grown, offset));
      const repeated = offered(context, offset, true)
        .filter(item => item.kind === CompletionItemKind.Property && there.has(item.label))
        // Behind a dash it is the first key of a further item.
        .filter(item => !item.textEdit?.newText.trimStart().startsWith('- '))
        .map(item => item.label);
      assert.deepEqual(repeated, [], `at line ${at + 1}`);
    }
  });
}
