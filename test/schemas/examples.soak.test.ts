/** Every key's example is valid where the key stands, in the smallest document that holds it, and reads as its meaning says. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { table } from '../../schemas/generated/table.ts';
import type { Meaning, Shape } from '../../schemas/table.ts';
import { readArtefact } from '../../server/src/core/model/values/artefact.ts';
import { readDuration, readTimeline } from '../../server/src/core/model/values/duration.ts';
import { readIdentifier } from '../../server/src/core/model/values/identifier.ts';
import { readCount, readNumberRange } from '../../server/src/core/model/values/number.ts';
import type { Parsed } from '../../server/src/core/model/values/parsed.ts';
import { readTarget } from '../../server/src/core/model/values/target.ts';
import { readVersion, readVersionRange } from '../../server/src/core/model/values/version.ts';
import { readWindow } from '../../server/src/core/model/values/window.ts';
import { documentsAround, recordOf, smallest, valueWith } from './support/places.ts';
import { verdicts } from './support/verdicts.ts';

const all = { zod: true, json: true, core: true };

for (const { kind, record: root } of table.kinds) {
  describe(`in a ${kind}`, () => {
    for (const [name, documentAround] of documentsAround(table, root)) {
      const record = recordOf(table, name);
      test(`the smallest ${name} is valid`, () => {
        assert.deepEqual(verdicts(kind, documentAround(smallest(record))), all);
      });
      for (const { key, example } of record.keys) {
        test(`the example of ${name}.${key} is valid`, () => {
          assert.deepEqual(verdicts(kind, documentAround(valueWith(record, key))), all);
          // As a person writes it: behind the key, or on lines of its own below it.
          const value: unknown = parse(example);
          assert.deepEqual(parse(`${key}:\n${example.replace(/^/gm, '  ')}\n`), { [key]: value });
          if (isInline(example)) assert.deepEqual(parse(`${key}: ${example}\n`), { [key]: value });
        });
      }
    }
  });
}

/** Whether an example goes behind its key: a scalar, or a value in flow style. */
const isInline = (example: string): boolean =>
  !example.includes('\n') && (/^[[{]/.test(example) || typeof parse(example) !== 'object');

const readers: Readonly<Partial<Record<Meaning, (text: string) => Parsed<unknown>>>> = {
  'chain-id': readIdentifier,
  'chain-reference': readIdentifier,
  'node-id': readIdentifier,
  'node-reference': readIdentifier,
  'other-node-reference': readIdentifier,
  'skill-id': readIdentifier,
  'team-id': readIdentifier,
  'measure-id': readIdentifier,
  'artefact-product': readArtefact,
  'artefact-use': readArtefact,
  duration: readDuration,
  timeline: readTimeline,
  target: readTarget,
  window: readWindow,
  version: readVersion,
  'version-range': readVersionRange,
  count: readCount,
  'number-range': readNumberRange,
};

interface Said {
  readonly meaning: Meaning;
  readonly text: string;
}

/** Every scalar of a value with the meaning that its shape gives it; those of records have keys of their own. */
function saidIn(shape: Shape, value: unknown): readonly Said[] {
  if (shape.type === 'choice') {
    return shape.options.flatMap(option => saidIn(option, value));
  }
  if (Array.isArray(value)) {
    return shape.type === 'list' ? value.flatMap(item => saidIn(shape.of, item)) : [];
  }
  if (typeof value === 'object' && value !== null) {
    if (shape.type !== 'map') return [];
    const entries = Object.entries(value);
    return entries.flatMap(([key, each]) => [{ meaning: shape.key, text: key }, ...saidIn(shape.of, each)]);
  }
  return shape.type === 'scalar' ? [{ meaning: shape.meaning, text: String(value) }] : [];
}

describe('what the examples say can be read', () => {
  for (const { name, keys } of Object.values(table.records)) {
    for (const { key, example, shape } of keys) {
      for (const { meaning, text } of saidIn(shape, parse(example))) {
        const read = readers[meaning];
        if (read === undefined) continue;
        test(`${name}.${key}: ${text} as ${meaning}`, () => {
          const result = read(text);
          assert.ok(result.ok, result.ok ? '' : result.message);
        });
      }
    }
  }
});
