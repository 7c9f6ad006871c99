/** The forms that a valid chain may take beyond its keys, each told from what the service read of a text. */
import type { ChainModel } from '../../../server/src/core/model/chain.ts';
import type { Condition, Expression } from '../../../server/src/core/model/values/condition.ts';
import type { Duration } from '../../../server/src/core/model/values/duration.ts';
import { readTarget } from '../../../server/src/core/model/values/target.ts';
import { unitSpellings } from '../../../server/src/core/model/values/timeUnit.ts';

/** Every form there is. */
export const forms: readonly string[] = [
  ...Object.keys(unitSpellings).flatMap(unit => [
    `lasts ${unit}`,
    ...(unit === 'working-day' ? [] : [`window of ${unit}s`]),
  ]),
  ...['a range', 'two units', 'one number'].map(each => `lasts ${each}`),
  ...['<', '<=', '=', '>=', '>', 'range', 'change'].map(each => `target ${each}`),
  ...['prose', 'comparison', 'flag', 'not', 'and', 'or'].map(each => `condition ${each}`),
  ...['by id', 'by its words', 'by its parent', 'by its chain', 'with a number'].map(each => `named ${each}`),
  ...['all', 'any', 'at-least', 'at-least of all'].map(each => `joins ${each}`),
  ...['one artefact', 'a version', 'after a lane', 'after a node', 'after two'].map(
    each => `waits for ${each}`,
  ),
  ...['to a phase', 'back', 'on', 'out of a route', 'next', 'end', 'stop'].map(each => `jumps ${each}`),
  ...['covers every case', 'otherwise', 'otherwise with nodes'].map(each => `decides by ${each}`),
  ...['plain', 'single', 'double', 'literal', 'folded'].map(each => `written ${each}`),
  ...['as JSON', 'with aliases', 'with comments', 'with carriage returns', 'with a byte order mark'].map(
    each => `written ${each}`,
  ),
];

/** Those of the forms that a chain has. */
export function formsOf(model: ChainModel, text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { takes } of [...model.nodes, ...model.phases]) if (takes?.value) noteLength(found, takes.value);
  for (const { window } of [...model.phases, ...model.milestones])
    if (window?.value) found.add(`window of ${window.value.unit}s`);
  for (const { target } of model.success) {
    const read = target === undefined ? undefined : readTarget(target.text);
    if (read?.ok)
      found.add(`target ${read.value.kind === 'bound' ? read.value.comparator : read.value.kind}`);
  }
  noteNodes(found, model);
  noteStyle(found, model, text);
  return found;
}

function noteLength(found: Set<string>, { from, to, min, max }: Duration): void {
  found.add(`lasts ${to.unit}`);
  found.add(min === max ? 'lasts one number' : from.unit === to.unit ? 'lasts a range' : 'lasts two units');
}

function noteCondition(found: Set<string>, condition: Condition | undefined): void {
  if (condition?.kind === 'prose') found.add('condition prose');
  const read = (expression: Expression): void => {
    found.add(`condition ${expression.kind}`);
    if (expression.kind === 'not') read(expression.operand);
    if ('operands' in expression) for (const each of expression.operands) read(each);
  };
  if (condition?.kind === 'threshold') read(condition.expression);
}

function noteNodes(found: Set<string>, model: ChainModel): void {
  const phases = new Set(model.phases.map(each => each.id));
  for (const node of model.nodes) {
    noteCondition(found, node.when?.value);
    const isByChain = node.id.startsWith(`${model.id?.text ?? ''}/`);
    const how =
      node.idWord !== undefined
        ? 'by id'
        : node.id.includes('~')
          ? 'with a number'
          : isByChain
            ? 'by its chain'
            : node.id.includes('/')
              ? 'by its parent'
              : 'by its words';
    found.add(`named ${how}`);
    if (node.needs.length > 0) found.add('waits for one artefact');
    if (node.needs.some(({ major }) => major !== undefined)) found.add('waits for a version');
    if (node.after.length > 1) found.add('waits for after two');
    for (const { text } of node.after)
      found.add(`waits for after a ${model.lanesById.has(text) ? 'lane' : 'node'}`);
    if (node.kind === 'parallel') {
      const isOfAll = node.join.policy === 'at-least' && node.join.count === node.lanes.length;
      found.add(`joins ${node.join.policy}${isOfAll ? ' of all' : ''}`);
    }
    if (node.kind !== 'decision') continue;
    const last = node.routes.find(each => each.otherwise);
    const form =
      last === undefined
        ? 'covers every case'
        : `otherwise${last.list.nodes.length > 0 ? ' with nodes' : ''}`;
    found.add(`decides by ${form}`);
    for (const { when, jump } of node.routes) {
      noteCondition(found, when?.value);
      if (jump === undefined) continue;
      const { text } = jump.target;
      if (phases.has(text)) found.add('jumps to a phase');
      const target = model.nodesById.get(text);
      if (target === undefined) found.add(`jumps ${text}`);
      else if (target.list !== node.list && node.list.owner === 'route') found.add('jumps out of a route');
      else found.add(model.nodes.indexOf(target) <= model.nodes.indexOf(node) ? 'jumps back' : 'jumps on');
    }
  }
}

function noteStyle(found: Set<string>, { nodes, inputs, handoffs }: ChainModel, text: string): void {
  for (const { node } of [...nodes.map(each => each.name), ...inputs, ...handoffs.flatMap(each => each.gate)])
    found.add(`written ${node.style}`);
  for (const node of nodes)
    if (node.kind === 'step' && node.does !== undefined) found.add(`written ${node.does.node.style}`);
  if (/^\uFEFF?\{/.test(text)) found.add('written as JSON');
  if (/: \*[a-z]/.test(text)) found.add('written with aliases');
  if (/\s# as agreed/.test(text)) found.add('written with comments');
  if (text.includes('\r\n')) found.add('written with carriage returns');
  if (text.startsWith('\uFEFF')) found.add('written with a byte order mark');
}
