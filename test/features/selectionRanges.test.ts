import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../server/src/core/features/selectionRanges.ts';
import { cursorIn } from '../support/fixture.ts';
import { contextOf } from './feature.ts';

/** The texts that a growing selection takes at `$0`, the smallest first. */
function selections(fixture: string): readonly string[] {
  const { text, position } = cursorIn(fixture);
  const context = contextOf(text);
  const { lines } = context.document;
  const texts: string[] = [];
  let range: SelectionRange | undefined = selectionRanges(context, [position])[0];
  for (; range !== undefined; range = range.parent) {
    texts.push(text.slice(lines.offset(range.range.start), lines.offset(range.range.end)));
  }
  return texts;
}

const cases: readonly { readonly name: string; readonly text: string; readonly texts: readonly string[] }[] =
  [
    {
      name: 'a word in a plain text',
      text: 'do: Fix t$0he thing\n',
      texts: ['the', 'Fix the thing', 'do: Fix the thing', 'do: Fix the thing\n'],
    },
    {
      name: 'a word in quotes',
      text: 'do: "Fix $0it"',
      texts: ['it', 'Fix it', '"Fix it"', 'do: "Fix it"'],
    },
    { name: 'behind quotes', text: 'do: "Fix it"$0', texts: ['"Fix it"', 'do: "Fix it"'] },
    { name: 'before quotes', text: 'do: $0"Fix it"', texts: ['"Fix it"', 'do: "Fix it"'] },
    { name: 'a key', text: 'ti$0tle: a\n', texts: ['title', 'title: a', 'title: a\n'] },
    {
      name: 'an item with its dash',
      text: 'steps:\n  - skill: $0a\n    do: b\n  - skill: c\n',
      texts: [
        'a',
        'skill: a',
        'skill: a\n    do: b',
        '- skill: a\n    do: b',
        '- skill: a\n    do: b\n  - skill: c',
        'steps:\n  - skill: a\n    do: b\n  - skill: c',
        'steps:\n  - skill: a\n    do: b\n  - skill: c\n',
      ],
    },
    {
      name: 'a flow list',
      text: 'needs: [a, b$0-c]',
      texts: ['b-c', '[a, b-c]', 'needs: [a, b-c]'],
    },
    { name: 'nothing', text: '$0', texts: [''] },
    { name: 'an emoji beside it', text: 'do: 🚀$0rocket', texts: ['rocket', '🚀rocket', 'do: 🚀rocket'] },
  ];

for (const { name, text, texts } of cases) {
  test(`selects ${name}`, () => assert.deepEqual(selections(text), texts));
}

test('gives one answer for each position', () => {
  const at = (character: number) => ({ line: 0, character });
  assert.equal(selectionRanges(contextOf('a: b'), [at(0), at(3), at(99)]).length, 3);
});
