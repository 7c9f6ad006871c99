/** Reads a prompt plan's tree into its model. */
import type { SyntaxNode } from '../syntax/tree.ts';
import type { PlanExample, PlanInput, PlanModel, PlanTemplate } from './plan.ts';
import {
  type Budget,
  contentOf,
  entriesOf,
  fieldsOf,
  fieldWord,
  firstByName,
  itemsOf,
  keyWord,
  newBudget,
  wordOf,
} from './read.ts';
import { readTemplate } from './values/template.ts';

/**
 * Reads a plan from any tree; `undefined` where the root is no map.
 * @param text The text that the tree was made from: the places of a template's parts are found in it.
 */
export function buildPlan(root: SyntaxNode | undefined, text: string): PlanModel | undefined {
  const syntax = contentOf(root);
  if (syntax?.kind !== 'map') return undefined;
  const budget = newBudget();
  const fields = fieldsOf(budget, syntax);
  const meta = fieldsOf(budget, fields.get('meta')?.value);
  const [id, owner, purpose] = ['id', 'owner', 'purpose'].map(key => fieldWord(meta, key));
  const inputs = readInputs(budget, fields.get('inputs')?.value);
  const template = templateOf(fields.get('template')?.value, text);
  return {
    kind: 'plan',
    ...(id && { id }),
    ...(owner && { owner }),
    ...(purpose && { purpose }),
    inputs,
    inputsByName: firstByName(inputs, input => input.name.text),
    ...(template && { template }),
    examples: readExamples(budget, fields.get('examples')?.value),
    syntax,
  };
}

/** An alias stands for a text that is written elsewhere, so its places are there. */
function templateOf(value: SyntaxNode | undefined, text: string): PlanTemplate | undefined {
  const node = contentOf(value);
  if (node?.kind !== 'scalar') return undefined;
  const isBlock = node.style === 'literal' || node.style === 'folded';
  return { node, ...readTemplate(text, node.span, isBlock) };
}

function readInputs(budget: Budget, node: SyntaxNode | undefined): readonly PlanInput[] {
  return entriesOf(budget, node).map(entry => {
    const fields = fieldsOf(budget, entry.value);
    const type = wordOf(entry.value) ?? fieldWord(fields, 'type');
    const description = fieldWord(fields, 'description');
    const optional =
      type?.text.endsWith('?') === true ||
      fields.has('default') ||
      fieldWord(fields, 'required')?.text === 'false';
    return {
      name: keyWord(entry),
      ...(type && { type }),
      ...(description && { description }),
      optional,
      span: entry.span,
    };
  });
}

function readExamples(budget: Budget, node: SyntaxNode | undefined): readonly PlanExample[] {
  return itemsOf(budget, node).flatMap(item => {
    const syntax = contentOf(item);
    if (syntax?.kind !== 'map') return [];
    const fields = fieldsOf(budget, syntax);
    const name = fieldWord(fields, 'name');
    const given = fields.get('inputs')?.value;
    const inputsSyntax = contentOf(given);
    return [
      {
        ...(name && { name }),
        inputs: entriesOf(budget, given).map(keyWord),
        ...(inputsSyntax?.kind === 'map' && { inputsSyntax }),
        span: item.span,
        syntax,
      },
    ];
  });
}
