import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inlayHints } from '../../../server/src/core/features/inlayHints.ts';
import { contextOf } from './feature.ts';

/** The text with each hint where it is shown, in brackets. */
function shown(text: string, lines?: readonly [first: number, last: number]): string {
  const context = contextOf(text);
  const range = {
    start: { line: lines?.[0] ?? 0, character: 0 },
    end: { line: lines?.[1] ?? text.split('\n').length, character: 0 },
  };
  return [...inlayHints(context, range)]
    .map(({ position, label }) => ({ at: context.document.lines.offset(position), label: String(label) }))
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
    );
    assert.deepEqual(
      hints.map(({ tooltip }) => String(tooltip).split('; ')[1]),
      ['2 hours of slack.', 'on the critical path.'],
    );
  });
});
