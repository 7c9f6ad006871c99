/** Inputs of prompt plans. */
import type { PlanModel } from '../../../model/plan.ts';
import { isInputName } from '../../../model/values/template.ts';
import type { ScalarNode } from '../../../syntax/tree.ts';
import type { Span } from '../../../util/span.ts';
import type { FeatureContext } from '../../feature.ts';
import { symbolAt } from '../symbolAt.ts';
import { contentSpan } from '../treeAt.ts';
import type { Renameable } from './renaming.ts';

/** In `inputs`, in the template (in code too, as it is filled in there like anywhere else) and in the examples. */
export function planInputAt(context: FeatureContext, offset: number): Renameable | undefined {
  const { model, uri, text, tree } = context.document;
  const symbol = symbolAt(context, offset);
  if (model?.kind !== 'plan' || symbol?.kind !== 'plan-input' || !model.inputsByName.has(symbol.name))
    return undefined;
  const { name, span } = symbol;
  return {
    ...{ name, span },
    to: newName => {
      const refused = refusal(tree.complete, model, name, newName);
      if (refused !== undefined) return refused;
      const edits = placesOf(model, name, text).map(place => ({ span: place, newText: newName }));
      return { edits: new Map([[uri, edits]]), moves: [] };
    },
  };
}

function refusal(complete: boolean, plan: PlanModel, name: string, newName: string): string | undefined {
  if (!complete) return 'This file has mistakes in its YAML, so not every use is known. Mend them first.';
  if (!isInputName(newName))
    return 'The name of an input begins with a letter or underscore and goes on with letters, digits, underscores and hyphens.';
  if (newName === name) return undefined;
  if (plan.inputsByName.has(newName)) return `This plan has an input called ${newName} already.`;
  const isGiven = plan.examples.some(({ inputs }) => inputs.some(({ text }) => text === newName));
  return isGiven ? `An example gives an input called ${newName} already.` : undefined;
}

/** Every place of the name, in text order; one behind an alias once. */
function placesOf({ inputs, template, examples }: PlanModel, name: string, text: string): readonly Span[] {
  const keys = [...inputs.map(each => each.name), ...examples.flatMap(each => each.inputs)];
  const nodes = new Set<ScalarNode>(keys.flatMap(({ text: key, node }) => (key === name ? [node] : [])));
  const spans = [...nodes].map(node => contentSpan(node, text));
  const used = (template?.placeholders ?? []).flatMap(each => (each.name === name ? [each.span] : []));
  return [...spans, ...used].toSorted((left, right) => left.start - right.start);
}
