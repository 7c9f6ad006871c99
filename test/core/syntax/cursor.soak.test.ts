import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { createOutlineReader, cursorContext } from '../../../server/src/core/syntax/cursor.ts';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { walk } from '../../../server/src/core/syntax/path.ts';
import { assertAgreement } from './cursorAgreement.ts';
import { anyText, mutatedChain, soup } from './randomTexts.ts';
import { chainTexts } from './support.ts';

it('never throws, and its word lies around the cursor', () => {
  const check = (text: string, share: number): void => {
    const offset = Math.round((share / 1000) * text.length);
    const { word, place, reason, path } = cursorContext(text, offset);
    assert.ok(word.span.start <= offset && offset <= word.span.end, 'the cursor is in its word');
    assert.ok(word.span.start >= 0 && word.span.end <= text.length, 'the word is in the text');
    assert.equal(place === 'none', reason !== undefined);
    if (place === 'value') assert.equal(path.at(-1)?.kind, 'key');
    if (place === 'item') assert.equal(path.at(-1)?.kind, 'item');
  };
  fc.assert(fc.property(fc.oneof(soup, anyText), fc.nat(1000), check), { numRuns: 250 });
  fc.assert(fc.property(mutatedChain, fc.nat(1000), check), { numRuns: 40 });
});

it('agrees with the tree of a chain that ships, at places all over it', () => {
  for (const text of chainTexts) {
    const tree = parseSyntax(text);
    const places = [...walk(tree)]
      .filter(({ span }) => span.end > span.start)
      .map(({ span }) => span.start + 1);
    for (let at = 0; at < places.length; at += 17) assertAgreement(tree, places[at] ?? 0);
  }
});

it('says the same where it goes on from the line of the last cursor, whatever was written meanwhile', () => {
  const write = fc.record({
    /** Where, in thousandths of the text; mostly near the last place. */
    place: fc.oneof(fc.integer({ min: -30, max: 30 }), fc.nat(1000)),
    near: fc.boolean(),
    taken: fc.nat(12),
    written: fc.oneof(
      fc.constantFrom(
        '\n',
        '\r',
        '\r\n',
        ' ',
        '  ',
        '- ',
        ': ',
        'a: b\n',
        '|',
        '"',
        '[',
        ']',
        '---\n',
        '...\n',
        '%YAML 1.2\n',
        '--- {',
        '{a: b}\n',
        '\uFEFF',
      ),
      soup,
    ),
  });
  fc.assert(
    fc.property(
      fc.oneof(soup, anyText, mutatedChain),
      fc.array(write, { maxLength: 12 }),
      (first, writes) => {
        const read = createOutlineReader();
        let text = first;
        let cursor = 0;
        for (const { place, near, taken, written } of writes) {
          const at = near ? cursor + place : Math.round((Math.abs(place) / 1000) * text.length);
          const from = Math.max(0, Math.min(at, text.length));
          const isLook = written === ' ';
          if (!isLook) text = text.slice(0, from) + written + text.slice(from + taken);
          cursor = isLook ? from : from + written.length;
          assert.deepEqual(cursorContext(text, cursor, read), cursorContext(text, cursor));
        }
      },
    ),
    { numRuns: 400 },
  );
});
