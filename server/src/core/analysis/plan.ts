/** How the template, the inputs and the examples of a prompt plan fit together. */
import type { Word } from '../model/chain.ts';
import type { PlanExample, PlanInput, PlanModel } from '../model/plan.ts';
import type { Placeholder } from '../model/values/template.ts';
import { nearNames } from '../util/nearNames.ts';

/** Placeholders of the template that no input declares, in text order. */
export const undeclaredPlaceholders = ({ template, inputsByName }: PlanModel): readonly Placeholder[] =>
  (template?.placeholders ?? []).filter(({ name, certain }) => certain && !inputsByName.has(name));

/** So many strange placeholders are held against the inputs at most. */
const mostCompared = 50;

/**
 * Inputs that the template uses nowhere; one that is nearly an undeclared placeholder was meant by it. Of a plan without a template
 * nothing is known.
 */
export function unusedInputs(plan: PlanModel): readonly PlanInput[] {
  const { template, inputs } = plan;
  if (template === undefined) return [];
  const used = new Set(template.placeholders.map(each => each.name));
  const strange = [...new Set(undeclaredPlaceholders(plan).map(each => each.name))].slice(0, mostCompared);
  return inputs.filter(
    ({ name }) => !used.has(name.text) && !strange.some(each => nearNames(each, [name.text]).length > 0),
  );
}

/** The inputs that an example must give and does not. */
export function missingInputs({ inputs }: PlanModel, example: PlanExample): readonly PlanInput[] {
  const given = new Set(example.inputs.map(each => each.text));
  return inputs.filter(({ name, optional }) => !optional && !given.has(name.text));
}

/** What an example gives and the plan does not take. */
export const unknownInputs = ({ inputsByName }: PlanModel, example: PlanExample): readonly Word[] =>
  example.inputs.filter(({ text }) => !inputsByName.has(text));
