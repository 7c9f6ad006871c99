/** What holds for every record and key of the table, whatever the schemas say. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { describeSchemas } from '../../schemas/describe.ts';
import type { RecordDescription, Shape, VariantShape } from '../../schemas/table.ts';
import { recordOf } from './support/places.ts';

const table = describeSchemas();
const records = Object.values(table.records);
const keys = records.flatMap(record => record.keys.map(key => ({ record, key })));

/** The shape itself and every shape inside it, records left out. */
function withInner(shape: Shape): readonly Shape[] {
  if (shape.type === 'list' || shape.type === 'map') return [shape, ...withInner(shape.of)];
  if (shape.type === 'choice') return [shape, ...shape.options.flatMap(withInner)];
  return [shape];
}

const shapes = keys.flatMap(({ record, key }) =>
  withInner(key.shape).map(shape => ({ at: `${record.name}.${key.key}`, shape })),
);

function yamlKind(shape: Shape): string {
  if (shape.type === 'scalar' || shape.type === 'list') return shape.type;
  return shape.type === 'choice' ? 'choice' : 'mapping';
}

/** Whether a value of the record cannot be without the key, but for others of its group. */
const isNeeded = (record: RecordDescription, key: string): boolean =>
  record.keys.some(each => each.key === key && each.required) ||
  (record.oneOf ?? []).some(group => group.keys.includes(key) && group.atLeastOne !== true);

describe('the words', () => {
  test('every record has a title with an article, and a description', () => {
    for (const { name, title, description } of records) {
      assert.match(name, /^[a-z]+(-[a-z]+)*$/);
      assert.match(title, /^(an? [a-z -]+|bands)$/, name);
      assert.match(description, /^[A-Z].*\.$/, name);
    }
  });

  for (const { record, key } of keys) {
    test(`${record.name}.${key.key} is described in one to three plain sentences, with its type and an example`, () => {
      assert.match(key.description, /^[A-Z][^`*_]*\.$/);
      assert.ok(key.description.split(/\.(?:\s|$)/).filter(Boolean).length <= 3, 'too many sentences');
      assert.ok(
        key.description.length <= 200,
        `${key.description.length} characters are too many to read on hover`,
      );
      assert.match(key.type, /^[a-zA-Z0-9][a-zA-Z0-9 ,-]*$/);
      assert.notEqual(parse(key.example), null);
      assert.equal(key.example, key.example.trim());
    });
  }

  test('every record that the table holds is reached from a kind', () => {
    assert.ok(records.length > 30);
    for (const { record } of table.kinds) recordOf(table, record);
    for (const { shape } of shapes) if (shape.type === 'record') recordOf(table, shape.record);
  });
});

describe('the shapes', () => {
  test('a choice has at most one option of each YAML kind', () => {
    const choices = shapes.filter(({ shape }) => shape.type === 'choice');
    assert.ok(choices.length > 10);
    for (const { at, shape } of choices) {
      if (shape.type !== 'choice') continue;
      const found = shape.options.map(yamlKind);
      assert.equal(new Set(found).size, found.length, `${at}: ${found.join(', ')}`);
      assert.ok(!found.includes('choice'), at);
    }
  });

  const variants = shapes.flatMap(({ at, shape }) => (shape.type === 'variant' ? [{ at, shape }] : []));

  test('the key that tells a variant is one that its record cannot do without', () => {
    assert.ok(variants.length > 4);
    for (const { at, shape } of variants) {
      for (const [key, name] of Object.entries(shape.by)) {
        assert.ok(isNeeded(recordOf(table, name), key), `${at}: ${key} of ${name}`);
      }
    }
  });

  test('the key that tells a variant is a key of no other', () => {
    for (const { at, shape } of variants) {
      for (const [key, name] of Object.entries(shape.by)) {
        const others = new Set(Object.values(shape.by).filter(other => other !== name));
        for (const other of others) {
          assert.ok(!recordOf(table, other).keys.some(each => each.key === key), `${at}: ${key} in ${other}`);
        }
      }
    }
  });

  test('a group names keys of its record that are not required by themselves', () => {
    for (const record of records) {
      for (const key of (record.oneOf ?? []).flatMap(group => group.keys)) {
        assert.equal(record.keys.find(each => each.key === key)?.required, false, `${record.name}.${key}`);
      }
    }
  });

  test('fixed values and suggestions fit the example of their key', () => {
    for (const { record, key } of keys) {
      const { shape } = key;
      if (shape.type === 'scalar' && shape.values !== undefined) {
        assert.ok(shape.values.includes(String(parse(key.example))), `${record.name}.${key.key}`);
      }
    }
  });

  test('nodes are told by the keys of the language', () => {
    const nodes = variants
      .map(({ shape }) => shape)
      .find((shape): shape is VariantShape => shape.name === 'a node');
    assert.deepEqual(nodes?.by, {
      skill: 'step',
      team: 'step',
      parallel: 'parallel',
      checkpoint: 'checkpoint',
      decision: 'decision',
      chain: 'sub-chain',
    });
  });
});
