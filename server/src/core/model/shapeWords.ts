/** Says in words what a shape wants and what a node is, for messages: `a list of nodes`, `a text`. */
import type { Meaning, Shape, Table } from '../../../../schemas/table.ts';
import type { SyntaxNode } from '../syntax/tree.ts';

const meanings: Readonly<Record<Meaning, readonly [one: string, many: string]>> = {
  text: ['a text', 'texts'],
  'chain-id': ['a chain id', 'chain ids'],
  'chain-reference': ['a chain', 'chains'],
  'node-id': ['an id', 'ids'],
  'node-reference': ['a node', 'nodes'],
  'other-node-reference': ['a node of the other chain', 'nodes of the other chain'],
  'jump-target': ['a node to go to', 'nodes to go to'],
  'skill-id': ['a skill id', 'skill ids'],
  'skill-reference': ['a skill', 'skills'],
  'skill-alias': ['an alias', 'aliases'],
  'team-id': ['a team id', 'team ids'],
  'team-reference': ['a team', 'teams'],
  'artefact-product': ['an artefact', 'artefacts'],
  'artefact-use': ['an artefact', 'artefacts'],
  'measure-id': ['a measure', 'measures'],
  duration: ['a duration', 'durations'],
  timeline: ['a duration', 'durations'],
  target: ['a target', 'targets'],
  window: ['a window', 'windows'],
  version: ['a version', 'versions'],
  'version-range': ['a version range', 'version ranges'],
  condition: ['a condition', 'conditions'],
  cadence: ['a cadence', 'cadences'],
  count: ['a whole number from 1', 'whole numbers from 1'],
  'number-range': ['a number or a range of numbers', 'numbers or ranges of numbers'],
  boolean: ['true or false', 'true or false'],
  path: ['a path', 'paths'],
  'suite-id': ['a suite id', 'suite ids'],
  'item-id': ['an item', 'items'],
  'item-reference': ['an item', 'items'],
  'suite-team': ['a team', 'teams'],
  'plan-path': ['a path of a prompt plan', 'paths of prompt plans'],
  'chain-target': ['a chain', 'chains'],
  domain: ['a field', 'fields'],
  owner: ['a name', 'names'],
  'plan-id': ['a plan id', 'plan ids'],
  'input-id': ['an input', 'inputs'],
  'input-use': ['an input', 'inputs'],
  'input-type': ['a type', 'types'],
  template: ['a text', 'texts'],
  number: ['a number', 'numbers'],
  'rule-code': ['a rule', 'rules'],
  'path-pattern': ['a path pattern', 'path patterns'],
};

/** `a phase` → `phases`, `an entry` → `entries`; words behind the noun stay. */
function plural(title: string): string {
  if (title.includes(' or ')) return title.split(' or ').map(plural).join(' or ');
  const bare = title.replace(/^an? /, '');
  const [noun = bare, ...rest] = bare.split(/(?= of | with | in | to )/);
  const many = /[^aeiou]y$/.test(noun)
    ? `${noun.slice(0, -1)}ies`
    : /(s|x|ch|sh)$/.test(noun)
      ? `${noun}es`
      : `${noun}s`;
  return many + rest.join('');
}

const joined = (words: readonly string[]): string => [...new Set(words)].join(' or ');

function shapeWord(shape: Shape, table: Table, many: boolean): string {
  switch (shape.type) {
    case 'scalar':
      return meanings[shape.meaning][many ? 1 : 0];
    case 'list': {
      const items = shapeWord(shape.of, table, true);
      return many ? `lists of ${items}` : `a list of ${items}`;
    }
    case 'map': {
      const pairs = `${meanings[shape.key][1]} with their values`;
      return many ? `mappings of ${pairs}` : `a mapping of ${pairs}`;
    }
    case 'record': {
      const title = table.records[shape.record]?.title ?? `a ${shape.record}`;
      return many ? plural(title) : title;
    }
    case 'variant':
      return many ? plural(shape.name) : shape.name;
    case 'any':
      return many ? 'any values' : 'any value';
    case 'choice':
      return joined(shape.options.map(option => shapeWord(option, table, many)));
  }
}

/** What a shape wants, with an article: `a list of nodes`, `a sentence or a mapping of …`. */
export const describeShape = (shape: Shape, table: Table): string => shapeWord(shape, table, false);

/** What stands there, with an article; `undefined` is a key with nothing behind it. */
export function describeFound(node: SyntaxNode | undefined): string {
  if (node === undefined) return 'nothing';
  switch (node.kind) {
    case 'scalar':
      return isNothing(node) ? 'nothing' : 'a text';
    case 'list':
      return 'a list';
    case 'map':
      return 'a mapping';
    case 'alias':
      return describeFound(node.target);
  }
}

/** Whether a node stands for no value: not written, `null`, `~` or only blanks. */
export const isNothing = (node: SyntaxNode | undefined): boolean =>
  node === undefined ||
  (node.kind === 'scalar' &&
    (/^\S/.test(node.text)
      ? node.style === 'plain' && node.text.length <= 4 && /^(?:~|null|Null|NULL)$/.test(node.text)
      : node.text.trim() === ''));
