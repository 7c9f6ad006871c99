/** What items and teams of suites, prompt plans and their inputs are, as Markdown. Words from a document are always escaped. */
import { plannedItems, supports, teamsOf } from '../../analysis/suite.ts';
import type { PlanModel } from '../../model/plan.ts';
import type { SuiteItem, SuiteModel } from '../../model/suite.ts';
import { fileName } from '../../project/places.ts';
import { codeSpan, escapeMarkdown, paragraphs } from '../../util/markdown.ts';
import type { FeatureContext } from '../feature.ts';
import { fileNamed } from './declarations.ts';
import { describeChain } from './describe.ts';
import type { WordAt } from './symbolAt.ts';

const strong = (text: string): string => (text.trim() === '' ? '' : `**${escapeMarkdown(text)}**`);
const codes = (names: readonly string[]): string => names.map(codeSpan).join(', ');

/** So many names are listed; of more, how many there are. */
const mostNames = 12;
const listed = (label: string, names: readonly string[]): string | undefined => {
  if (names.length === 0) return undefined;
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
  return `${label}: ${codes(names.slice(0, mostNames))}${more}`;
};

/** An item: what it runs, how urgent it is, whose, when it is done, what it waits for and what waits for it. `line` is 0-based. */
export function describeItem(item: SuiteItem, model: SuiteModel, line: number): string {
  const { id, title, priority, domain, owner, target, needs } = item;
  const phases = (plannedItems(model).get(id.text) ?? []).map(({ phase }) =>
    phase.window === undefined
      ? escapeMarkdown(phase.name.text)
      : `${escapeMarkdown(phase.name.text)} (${escapeMarkdown(phase.window.text)})`,
  );
  const facts = [priority, domain].flatMap(word => (word === undefined ? [] : [escapeMarkdown(word.text)]));
  const users = model.items.filter(each => each.needs.some(word => word.text === id.text));
  return paragraphs([
    `${strong(title?.text ?? id.text)} · item ${codeSpan(id.text)}`,
    facts.length === 0 ? undefined : facts.join(' · '),
    owner && `Owner: ${escapeMarkdown(owner.text)}`,
    target && `Runs the ${target.kind === 'plan' ? 'prompt plan' : 'chain'} ${codeSpan(target.word.text)}`,
    phases.length === 0 ? undefined : `Phase: ${phases.join(', ')}`,
    listed(
      'Needs',
      needs.map(word => word.text),
    ),
    listed(
      'Needed by',
      users.map(each => each.id.text),
    ),
    listed('Done by', teamsOf(model, id.text)),
    `Line ${line + 1}`,
  ]);
}

/** A team as a suite says it: what it does and what it helps with. `undefined`: the suite has none of that name. */
export function describeSuiteTeam(name: string, model: SuiteModel): string | undefined {
  const team = model.teams.find(each => each.id.text === name);
  if (team === undefined) return undefined;
  const helped = model.items.filter(item => supports(team, item.id.text)).map(item => item.id.text);
  return paragraphs([
    `${strong(name)} · team of this suite`,
    listed(
      'Does',
      team.primary.map(word => word.text),
    ),
    model.items.length > 0 && helped.length === model.items.length
      ? 'Helps with all items'
      : listed('Helps with', helped),
  ]);
}

/** A prompt plan: its purpose, owner, inputs and file. */
function describePlan({ id, purpose, owner, inputs }: PlanModel, uri: string): string {
  return paragraphs([
    `Prompt plan ${codeSpan(id?.text ?? fileName(uri))}`,
    purpose && escapeMarkdown(purpose.text),
    owner && `Owner: ${escapeMarkdown(owner.text)}`,
    listed(
      'Inputs',
      inputs.map(({ name, type }) => (type === undefined ? name.text : `${name.text}: ${type.text}`)),
    ),
    `In ${codeSpan(fileName(uri))}`,
  ]);
}

/** A suite: its title, what it is for, and what it is made of. */
function describeSuite({ id, title, summary, items, phases, teams }: SuiteModel): string {
  const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
  return paragraphs([
    `${strong(title?.text ?? id?.text ?? '')} · suite ${codeSpan(id?.text ?? '')}`,
    summary && escapeMarkdown(summary.text),
    `${many(items.length, 'item')}, ${many(phases.length, 'phase')}, ${many(teams.length, 'team')}`,
  ]);
}

/** What the id of this suite or prompt plan stands for, the items of a field, and the input whose type a word is; else `undefined`. */
export function describeNamed(
  { document: { model, lines, uri } }: FeatureContext,
  { scalar, shape }: WordAt,
): string | undefined {
  if (model?.kind === 'suite') {
    if (shape?.meaning === 'suite-id') return describeSuite(model);
    if (shape?.meaning !== 'domain') return undefined;
    const items = model.items.filter(({ domain }) => domain?.text === scalar.text).map(({ id }) => id.text);
    return listed(`Items of ${escapeMarkdown(scalar.text)}`, items);
  }
  if (model?.kind !== 'plan') return undefined;
  if (shape?.meaning === 'plan-id') return describePlan(model, uri);
  const input =
    shape?.meaning === 'input-type' ? model.inputs.find(({ type }) => type?.node === scalar) : undefined;
  return input && describeInput(input.name.text, model, offset => lines.position(offset).line);
}

/** The prompt plan or chain that a path means; `undefined`: it is none, or not known. */
export function fileText(context: FeatureContext, path: string): string | undefined {
  const document = fileNamed(context, path);
  const model = document?.model;
  if (document === undefined || model === undefined) return undefined;
  if (model.kind === 'plan') return describePlan(model, document.uri);
  return model.kind === 'chain' ? describeChain(model.id?.text ?? fileName(document.uri), model) : undefined;
}

/** An input: its type, what it says, how often the template uses it. `line` gives the 0-based line of an offset. */
export function describeInput(
  name: string,
  { inputsByName, template }: PlanModel,
  line: (offset: number) => number,
): string | undefined {
  const input = inputsByName.get(name);
  if (input === undefined) return undefined;
  const uses = (template?.placeholders ?? []).filter(each => each.name === name).length;
  return paragraphs([
    `Input ${codeSpan(name)}${input.type === undefined ? '' : ` · ${escapeMarkdown(input.type.text)}`}`,
    input.description && escapeMarkdown(input.description.text),
    input.optional ? 'It may be left out.' : undefined,
    `Used ${uses === 1 ? 'once' : `${uses} times`} in the template. Declared in line ${line(input.name.span.start) + 1}.`,
  ]);
}
