/** Refactorings of single texts: quotes, and blocks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSyntax } from '../../server/src/core/syntax/parse.ts';
import { walk } from '../../server/src/core/syntax/path.ts';
import { afterRefactoring, asking } from './actions.ts';

const asked = await asking();
const head = 'chain: restore-service\ntitle: Restore the service\n';
const step = (does: string): string => `${head}steps:\n  - skill: SRE\n    do: ${does}\n    notes: N # why\n`;
const long =
  'Say to everybody who waits for it what happened, and when it will be back, and what they can do till then';

/** What the scalars of a text read as. */
const wordsOf = (text: string): readonly string[] =>
  [...walk(parseSyntax(text))].flatMap(node => (node.kind === 'scalar' ? [node.text] : []));

const quoted: readonly (readonly [text: string, becomes: string | undefined])[] = [
  ['⟦Check a:b', '"Check a:b"'],
  ['⟦Say "no:no" # loudly', `'Say "no:no"' # loudly`],
  ['It costs 5#, more or ⟦less', '"It costs 5#, more or less"'],
  ['⟦yes', '"yes"'],
  ['⟦1.10', '"1.10"'],
  ['⟦2024-01-31', '"2024-01-31"'],
  ['⟦Restore it', undefined],
  ['⟦Say it, if severity > 3', undefined],
  ['"⟦Check a:b"', undefined],
  ['Check ⟦a:b\n      and c', undefined],
];

for (const [does, becomes] of quoted) {
  test(`${becomes === undefined ? 'leaves' : 'quotes'} ${does}`, () => {
    const after = afterRefactoring(asked, step(does), 'Quote this text');
    assert.equal(after, becomes === undefined ? undefined : step(becomes));
    if (after !== undefined) assert.deepEqual(wordsOf(after), wordsOf(step(does.replace('⟦', ''))));
  });
}

test('a version that reads as a number is quoted, and a number is not', () => {
  const text = `${head}version: ⟦1.10\nsteps:\n  - { id: a, skill: SRE, do: A }\n`;
  const rest = text.replace('⟦1.10', '1.1.0');
  assert.equal(afterRefactoring(asked, rest.replace('1.1.0', '⟦1.1.0'), 'Quote'), undefined);
  const checkpoint = `${head}steps:\n  - { id: a, skill: SRE, do: A }\n  - { checkpoint: C, by: IC, if-refused: { back-to: a, at-most: ⟦2 } }\n`;
  assert.equal(afterRefactoring(asked, checkpoint, 'Quote'), undefined);
});

const blocks: readonly (readonly [does: string, becomes: string | undefined])[] = [
  [
    `⟦${long} # why`,
    `>- # why\n      Say to everybody who waits for it what happened, and when it will be back, and what they can\n      do till then`,
  ],
  ['"⟦Say \\"no\\" to it"', '>-\n      Say "no" to it'],
  ["'It''s ⟦so' # why", ">- # why\n      It's so"],
  ['"⟦First\\nSecond\\n\\n  - third: x"', '|-\n      First\n      Second\n\n        - third: x'],
  ['"⟦First\\n"', '|\n      First'],
  ['⟦A\n      b\n      c', '>-\n      A b c'],
  ['"⟦A  b\\"   c"', '>-\n      A  b"   c'],
  ['⟦Short', undefined],
  ['"⟦Short"', undefined],
  ['"⟦ blank\\" first"', undefined],
  ['"⟦blank last\\" "', undefined],
  ['"⟦a\\tb"', undefined],
  ['|-\n      ⟦One\n      two', undefined],
];

for (const [does, becomes] of blocks) {
  test(`${becomes === undefined ? 'leaves' : 'writes as a block'} ${does}`, () => {
    const text = step(does);
    const after = afterRefactoring(asked, text, 'Use a block scalar');
    assert.equal(after, becomes === undefined ? undefined : step(becomes));
    if (after !== undefined) assert.deepEqual(wordsOf(after), wordsOf(text.replace('⟦', '')));
    const crlf = afterRefactoring(asked, text.replaceAll('\n', '\r\n'), 'Use a block scalar');
    assert.equal(crlf, after?.replaceAll('\n', '\r\n'));
  });
}

test('a block stands below the dash of a list, and never within brackets', () => {
  const text = `${head}steps:\n  - { id: a, skill: SRE, do: A }\nsuccess:\n  - "⟦So \\"it\\" is"\n`;
  assert.equal(
    afterRefactoring(asked, text, 'Use a block'),
    `${head}steps:\n  - { id: a, skill: SRE, do: A }\nsuccess:\n  - >-\n    So "it" is\n`,
  );
  assert.equal(
    afterRefactoring(
      asked,
      `${head}success: ["⟦So \\"it\\" is"]\nsteps:\n  - { id: a, skill: SRE, do: A }\n`,
      'Use a block',
    ),
    undefined,
  );
});
