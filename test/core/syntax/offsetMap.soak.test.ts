import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits, editsAt, orderedEdits } from '../../../server/src/core/syntax/offsetMap.ts';
import { edited } from './support.ts';

describe('edits', () => {
  const edit = fc.record({ at: fc.nat(30), length: fc.nat(4), newText: fc.string({ maxLength: 4 }) });
  const edits = fc
    .array(edit, { maxLength: 6 })
    .map(list =>
      orderedEdits(
        list.map(({ at, length, newText }) => ({ span: { start: at, end: at + length }, newText })),
      ),
    );

  it('lead every place back, in order, and untouched text to itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 40, maxLength: 40 }), edits, (original, list) => {
        const result = applyEdits(original, list);
        assert.equal(result.text, edited(original, list));
        let last = 0;
        for (let offset = 0; offset <= result.text.length; offset++) {
          const back = result.toOriginal(offset);
          assert.ok(back >= last && back <= original.length);
          last = back;
        }
        assert.equal(result.toOriginal(result.text.length), original.length);
        for (const { span } of list) assert.ok(editsAt(list, span).some(other => other.span === span));
      }),
    );
  });
});
