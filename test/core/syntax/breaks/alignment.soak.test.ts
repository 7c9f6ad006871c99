/** A line of a sound text that slips by a blank: the offered fix puts it back, and leaves all lines alone that stand right. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseSyntax } from '../../../../server/src/core/syntax/parse.ts';
import { walk } from '../../../../server/src/core/syntax/path.ts';
import { libraryFiles } from '../../../support/library.ts';
import { edited } from '../support.ts';

interface Slip {
  readonly at: number;
  readonly by: number;
  /** How many lines slip: one, or also those that are set in below it. */
  readonly count: number;
}

const indentOf = (line: string): number => line.search(/\S|$/);

const shifted = (lines: readonly string[], { at, by, count }: Slip): readonly string[] =>
  lines.map((line, index) => {
    const slips = index >= at && index < at + count && line.trim() !== '';
    return slips ? ' '.repeat(indentOf(line) + by) + line.trimStart() : line;
  });

/** The lines from one on that are set in below it, and it. */
function nestedCount(lines: readonly string[], at: number): number {
  const indent = indentOf(lines[at] ?? '');
  const end = lines.findIndex((line, index) => index > at && line.trim() !== '' && indentOf(line) <= indent);
  return (end < 0 ? lines.length : end) - at;
}

/** The lines on which a key or an item begins; what looks so in a block of text is none. */
function slotLines(text: string): ReadonlySet<number> {
  const starts = [...walk(parseSyntax(text))].flatMap(({ span, parent }) =>
    parent?.kind === 'list' ? [span.start] : parent?.kind === 'entry' ? [parent.span.start] : [],
  );
  return new Set(starts.map(start => text.slice(0, start).split('\n').length - 1));
}

const startsSlot = /^\s*(?:- |[\w@.-]+:(?: |$))/;

test('a key or item of the library that slips by one blank, alone or with what is nested in it', () => {
  let mended = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(libraryFiles)),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      fc.constantFrom(-1, 1),
      fc.boolean(),
      fc.constantFrom('\n', '\r\n'),
      (text, where, by, isAlone, eol) => {
        const lines = text.split(/\r?\n/);
        const slots = slotLines(text);
        const at = lines.findIndex(
          (line, index) => index >= where * lines.length && startsSlot.test(line) && slots.has(index),
        );
        if (at < 0 || indentOf(lines[at] ?? '') + by < 0) return;
        const slip = { at, by, count: isAlone ? 1 : nestedCount(lines, at) };
        const broken = shifted(lines, slip).join(eol);
        const [problem, ...others] = parseSyntax(broken).problems;
        if (problem === undefined) return;
        assert.deepEqual(others, [], broken);
        assert.ok(problem.fix, `${problem.message}\n${broken}`);
        const result = edited(broken, problem.fix.edits);
        // Between two columns that are as near the deeper is taken, whatever the keys in them are.
        const deeper = by > 0 ? shifted(lines, { ...slip, by: 2 * by }) : lines;
        if (deeper.join(eol) !== result) assert.equal(result, lines.join(eol), problem.message);
        mended++;
      },
    ),
    { numRuns: 1500 },
  );
  assert.ok(mended > 300, `${mended} were mended`);
});
