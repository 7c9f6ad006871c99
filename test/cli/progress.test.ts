import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProgress } from '../../server/src/cli/support/progress.ts';
import { shown, wrapped } from '../../server/src/cli/support/words.ts';

/** What is written where each of ten steps takes so many milliseconds. */
function told(isTerminal: boolean, each: number): string {
  let at = 0;
  let text = '';
  const errors = {
    isTerminal,
    write: (more: string) => {
      text += more;
    },
  };
  const progress = createProgress({ errors, now: () => new Date(at) }, 'Checking', 10);
  for (let step = 0; step < 10; step++) {
    at += each;
    progress.step();
  }
  progress.end();
  return text;
}

test('a person who waits is told how far it is, and the line is empty in the end', () => {
  const clear = '\r\u001b[2K';
  const lines = told(true, 200).split(clear);
  assert.deepEqual(lines.slice(0, 3), ['', 'Checking 3 of 10', 'Checking 4 of 10']);
  assert.equal(lines.at(-1), '');
});

test('nobody is told of what is quick, and no program of anything', () => {
  assert.deepEqual([told(true, 10), told(false, 1000)], ['', '']);
});

test('what cannot be seen is shown by its code, and breaks are blanks', () => {
  assert.equal(shown('a\n b\u001b[0m\u202e\ud800'), 'a  b<U+001B>[0m<U+202E><U+D800>');
  assert.equal(shown('Ünïcödé 🙂 — “x”'), 'Ünïcödé 🙂 — “x”');
});

test('words are wrapped and never cut', () => {
  assert.equal(wrapped('aa bb cc\ndddddddd e', 5), 'aa bb\ncc\ndddddddd\ne');
  assert.equal(wrapped('', 5, '  '), '');
  assert.equal(wrapped('a b', 4, '  '), '  a\n  b');
});
