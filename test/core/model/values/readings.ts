/** Tables of texts and how they are read: one helper for every reader. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Parsed } from '../../../../server/src/core/model/values/parsed.ts';

/** What a failure is expected to offer; a text in `says` must stand in its message. */
export interface Refusal {
  readonly code?: 'reversed-range' | 'ambiguous-unit';
  readonly suggestion?: string;
  readonly alternatives?: readonly string[];
  readonly says?: string;
}

/** Each text is read and described in these words. */
export function checkReadings<T>(
  read: (text: string) => Parsed<T>,
  describe: (value: T) => string,
  table: Readonly<Record<string, string>>,
): void {
  for (const [text, words] of Object.entries(table)) {
    test(`${text} is read`, () => {
      const parsed = read(text);
      assert.ok(parsed.ok, parsed.ok ? '' : parsed.message);
      assert.equal(describe(parsed.value), words);
    });
  }
}

/** Each text is refused, in a sentence or more; what is suggested can be read. */
export function checkRefusals<T>(
  read: (text: string) => Parsed<T>,
  table: Readonly<Record<string, Refusal>>,
): void {
  for (const [text, { says = '', ...expected }] of Object.entries(table)) {
    test(`${text === '' ? 'nothing' : text} is refused`, () => {
      const parsed = read(text);
      assert.ok(!parsed.ok, 'it was read');
      const { ok: _, message, ...offered } = parsed;
      assert.deepEqual(offered, expected);
      assert.match(message, /^[A-Z"].*\.$/s);
      assert.ok(message.includes(says), message);
      for (const near of [parsed.suggestion ?? [], parsed.alternatives ?? []].flat()) {
        assert.ok(read(near).ok, `${near} cannot be read`);
      }
    });
  }
}
