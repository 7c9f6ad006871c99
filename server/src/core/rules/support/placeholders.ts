/** Values that are put behind a key that was missing: they parse, fit the key, and plainly want to be replaced. */
import { table } from '../../../../../schemas/generated/table.ts';
import type { Meaning, RecordDescription, Shape } from '../../../../../schemas/table.ts';

const byMeaning: Readonly<Record<Meaning, string>> = {
  text: 'To be written',
  'chain-id': 'new-chain',
  'chain-reference': 'another-chain',
  'node-id': 'new-node',
  'node-reference': 'another-node',
  'other-node-reference': 'another-node',
  'jump-target': 'another-node',
  'skill-id': 'new-skill',
  'skill-reference': 'some-skill',
  'skill-alias': 'Another name',
  'team-id': 'new-team',
  'team-reference': 'some-team',
  'artefact-product': 'some-artefact',
  'artefact-use': 'some-artefact',
  'measure-id': 'some-measure',
  duration: '1 day',
  timeline: '1 week',
  target: '100 %',
  window: 'day 1',
  version: '1.0.0',
  'version-range': '^1',
  condition: 'it is needed',
  cadence: 'monthly',
  count: '1',
  'number-range': '1-5',
  boolean: 'true',
  path: 'README.md',
  'suite-id': 'new-suite',
  'item-id': 'new-item',
  'item-reference': 'another-item',
  'suite-team': 'some-team',
  'plan-path': 'plan.new-plan@v1.yaml',
  'chain-target': 'another-chain',
  domain: 'Some field',
  owner: 'Somebody',
  'plan-id': 'plan.new-plan@v1',
  'input-id': 'input',
  'input-use': 'input',
  'input-type': 'string',
  template: 'To be written',
  number: '1',
  'rule-code': 'some-rule',
  'path-pattern': 'some-folder/**',
};

/** Shapes refer to records that refer to shapes: deeper than this nothing is required any more. */
const deepest = 6;

/**
 * A value of a shape, as it is written behind its key: one line, or the lines of a block value, not indented.
 * Of several shapes the first is taken, and of a record only what it cannot be without.
 */
export function placeholder(shape: Shape, depth = 0): string {
  if (depth > deepest) return byMeaning.text;
  switch (shape.type) {
    case 'scalar':
      return shape.values?.[0] ?? byMeaning[shape.meaning];
    case 'list': {
      const [first = '', ...rest] = placeholder(shape.of, depth + 1).split('\n');
      if (shape.of.type === 'scalar') return `[${first}]`;
      return [`- ${first}`, ...rest.map(line => `  ${line}`), ''].join('\n').trimEnd();
    }
    case 'map':
      return block([[byMeaning[shape.key], placeholder(shape.of, depth + 1)]]);
    case 'record':
      return recordPlaceholder(table.records[shape.record], depth);
    case 'variant':
      return recordPlaceholder(table.records[Object.values(shape.by)[0] ?? ''], depth);
    case 'any':
      return byMeaning.text;
    case 'choice': {
      const [first] = shape.options;
      return first === undefined ? byMeaning.text : placeholder(first, depth);
    }
  }
}

function recordPlaceholder(record: RecordDescription | undefined, depth: number): string {
  if (record === undefined) return byMeaning.text;
  const chosen = new Set((record.oneOf ?? []).flatMap(group => group.keys.slice(0, 1)));
  const keys = record.keys.filter(each => each.required || chosen.has(each.key));
  return block(keys.map(each => [each.key, placeholder(each.shape, depth + 1)]));
}

function block(entries: readonly (readonly [key: string, value: string])[]): string {
  return entries
    .map(([key, value]) =>
      isBlock(value)
        ? [`${key}:`, ...value.split('\n').map(line => `  ${line}`)].join('\n')
        : `${key}: ${value}`,
    )
    .join('\n');
}

/** Whether a value has to start on its own line. */
export const isBlock = (value: string): boolean => /\n|^- |^[\w-]+: /.test(value);
