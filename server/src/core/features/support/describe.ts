/**
 * What things are, as Markdown: shared by hover and by the documentation of completion items, so that both say the same.
 * Words from a document are always escaped.
 */
import type { KeyDescription, RecordDescription } from '../../../../../schemas/table.ts';
import type { ChainModel, ChainNode, MeasureBand, NodeList, ParallelNode } from '../../model/chain.ts';
import type { KnownSkill, ProjectSnapshot } from '../../project/snapshot.ts';
import { codeSpan, escapeMarkdown, paragraphs, yamlBlock } from '../../util/markdown.ts';
import { type ArtefactSource, type Place, sameArtefact, sourcesOf } from './declarations.ts';

const strong = (text: string): string => (text.trim() === '' ? '' : `**${escapeMarkdown(text)}**`);

/** `- one` lines; `undefined` where there are none. */
const bullets = (lines: readonly string[]): string | undefined =>
  lines.length === 0 ? undefined : lines.map(line => `- ${line}`).join('\n');

/** A key of the language: what it says, its type, whether it must stand, an example. */
export function describeKey(key: KeyDescription, record: RecordDescription | undefined): string {
  const group = record?.oneOf?.find(each => each.keys.includes(key.key));
  const others = group?.keys.filter(each => each !== key.key).map(codeSpan) ?? [];
  const alternative = group?.atLeastOne === true ? 'this or' : 'either this or';
  const obligation = key.required
    ? 'Required.'
    : others.length > 0
      ? `Required: ${alternative} ${others.join(' or ')}.`
      : 'Optional.';
  return paragraphs([
    `${codeSpan(key.key)} · ${escapeMarkdown(key.type)}`,
    escapeMarkdown(key.description),
    obligation,
    yamlBlock(exampleOf(key)),
  ]);
}

/** The example as it stands in a file: behind its key, or below it. */
function exampleOf({ key, example, shape }: KeyDescription): string {
  const isBlock = example.includes('\n') || /^- |^[\w-]+:(?: |$)/u.test(example);
  const startsBelow = isBlock && shape.type !== 'scalar';
  if (!startsBelow) return `${key}: ${example}`;
  return [`${key}:`, ...example.split('\n').map(line => `  ${line}`)].join('\n');
}

/** A kind of map: what it is and which keys it takes. */
export function describeRecord(record: RecordDescription): string {
  const required = record.keys.filter(key => key.required).map(key => codeSpan(key.key));
  const groups = (record.oneOf ?? []).map(group => group.keys.map(codeSpan).join(' or '));
  const wanted = [...required, ...groups];
  const others = record.keys
    .filter(key => !key.required && !record.oneOf?.some(group => group.keys.includes(key.key)))
    .map(key => codeSpan(key.key));
  return paragraphs([
    strong(sentence(record.title)),
    escapeMarkdown(record.description),
    wanted.length === 0 ? undefined : `Required: ${wanted.join(', ')}`,
    others.length === 0 ? undefined : `Optional: ${others.join(', ')}`,
  ]);
}

const sentence = (title: string): string => title.charAt(0).toUpperCase() + title.slice(1);

/** A skill: its title, team, summary, other names, where it is declared, and where agents keep it. */
export function describeSkill(skill: KnownSkill, project: ProjectSnapshot): string {
  const { id, title, team, aliases } = skill.declaration;
  const [kept] = skill.files;
  const summary = skill.declaration.summary ?? kept?.declaration.summary;
  const names = aliases.map(alias => escapeMarkdown(alias.text));
  return paragraphs([
    `${strong(title?.text ?? id.text)} · skill ${codeSpan(id.text)}`,
    summary === undefined ? undefined : escapeMarkdown(summary.text),
    team === undefined ? undefined : `Team: ${codeSpan(team.text)}`,
    names.length === 0 ? undefined : `Also called: ${names.join(', ')}`,
    skill.origin === 'catalogue' ? declaredIn(skill.uri, id.span.start, project) : undefined,
    skill.origin === 'library' ? 'From the library that comes with Skill Chains' : undefined,
    keptIn(skill.files, summary?.text),
  ]);
}

/** `Kept in .claude/skills/reviewer/SKILL.md`; of several files each with what it says, where that is not `said` already. */
function keptIn(files: KnownSkill['files'], said: string | undefined): string | undefined {
  const places = files.map(({ path, declaration: { summary } }) =>
    summary === undefined || summary.text === said
      ? codeSpan(path)
      : `${codeSpan(path)}: ${escapeMarkdown(summary.text)}`,
  );
  return places.length < 2 ? places.map(place => `Kept in ${place}`).at(0) : `Kept in\n${bullets(places)}`;
}

export function describeTeam(id: string, uri: string, project: ProjectSnapshot): string | undefined {
  const { teams, skills } = project.skillsFor(uri);
  const team = teams.get(id);
  if (team === undefined) return undefined;
  // Teams are those of the workspace, whatever the library calls its own.
  const members = [...skills.values()].filter(
    ({ origin, declaration }) => origin !== 'library' && declaration.team?.text === id,
  );
  const { title, lead } = team.declaration;
  return paragraphs([
    `${strong(title?.text ?? id)} · team ${codeSpan(id)}`,
    lead === undefined ? undefined : `Led by ${codeSpan(lead.text)}`,
    members.length === 0
      ? undefined
      : `Skills: ${members.map(each => codeSpan(each.declaration.id.text)).join(', ')}`,
    declaredIn(team.uri, team.declaration.id.span.start, project),
  ]);
}

/** `Declared in team.skills.yaml, line 4`; lines are 1-based, as editors show them. */
function declaredIn(uri: string, offset: number, project: ProjectSnapshot): string | undefined {
  const document = project.documents.get(uri);
  if (document === undefined) return undefined;
  return `Declared in ${codeSpan(fileName(uri))}, line ${document.lines.position(offset).line + 1}`;
}

function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

const kindWords: Readonly<Record<ChainNode['kind'], string>> = {
  step: 'step',
  parallel: 'parallel',
  checkpoint: 'checkpoint',
  decision: 'decision',
  chain: 'sub-chain',
};

/** A node, phase or lane by its id; `line` is 0-based. */
export function describePlace(id: string, place: Place, line: number): string {
  const where = `Line ${line + 1}`;
  const named = (name: string, kind: string): string => `${strong(name)} · ${kind} ${codeSpan(id)}`;
  if (place.kind === 'phase') {
    const { name, window, takes, list } = place.phase;
    return paragraphs([
      named(name.text, 'phase'),
      window && `Window: ${escapeMarkdown(window.text)}`,
      takes && `Takes: ${escapeMarkdown(takes.text)}`,
      stepsOf(list),
      where,
    ]);
  }
  if (place.kind === 'lane') {
    const { name, list } = place.lane;
    return paragraphs([named(name?.text ?? id, 'lane'), stepsOf(list), where]);
  }
  const { node } = place;
  return paragraphs([
    named(node.label, kindWords[node.kind]),
    whoActs(node),
    node.when === undefined ? undefined : `Only when: ${escapeMarkdown(node.when.text)}`,
    node.takes === undefined ? undefined : `Takes: ${escapeMarkdown(node.takes.text)}`,
    where,
  ]);
}

/** So many nodes are named; of more, how many there are. */
const mostNodes = 12;

function stepsOf({ nodes }: NodeList): string | undefined {
  if (nodes.length === 0) return undefined;
  const more = nodes.length > mostNodes ? ` and ${nodes.length - mostNodes} more` : '';
  const named = nodes.slice(0, mostNodes).map(node => codeSpan(node.id));
  return `In it: ${named.join(', ')}${more}`;
}

/** When the lanes of a parallel meet. */
function joinOf({ join, lanes }: ParallelNode): string {
  const all = `${lanes.length} lane${lanes.length === 1 ? '' : 's'}`;
  if (join.policy === 'at-least') return `Goes on after ${join.count} of ${all}`;
  return join.policy === 'any' ? `Goes on after the first of ${all}` : `Goes on after all of ${all}`;
}

function whoActs(node: ChainNode): string | undefined {
  if (node.kind === 'parallel') return joinOf(node);
  if (node.kind === 'checkpoint' || node.kind === 'decision') {
    return node.by.length === 0 ? undefined : `By: ${node.by.map(word => codeSpan(word.text)).join(', ')}`;
  }
  if (node.kind !== 'step') return undefined;
  const who = node.skill ?? node.team;
  return who && `${node.skill === undefined ? 'Team' : 'Skill'}: ${codeSpan(who.text)}`;
}

/** An artefact: what it is, who makes it, who needs it. `line` gives the 0-based line of an offset. */
export function describeArtefact(name: string, model: ChainModel, line: (offset: number) => number): string {
  const at = (offset: number): string => `line ${line(offset) + 1}`;
  const sources = sourcesOf(model, name).map(({ declaration, from }) => sourceWords(declaration, from, at));
  const users = model.nodes
    .filter(node => node.needs.some(need => sameArtefact(need.text, name)))
    .map(node => `Needed by ${codeSpan(node.id)}, ${at(node.span.start)}`);
  const outputs = model.outputs
    .filter(output => sameArtefact(output.text, name))
    .map(({ description }) =>
      description === undefined
        ? 'An output of the chain'
        : `An output of the chain: ${escapeMarkdown(description.text)}`,
    );
  const handed = model.handoffs
    .filter(handoff => handoff.delivers.some(each => sameArtefact(each.text, name)))
    .map(handoff => `Delivered to ${codeSpan(handoff.chain.text)}`);
  const nothing = sources.length === 0 ? ['Nothing in this chain makes it'] : [];
  return paragraphs([
    `Artefact ${codeSpan(name)}`,
    bullets([...nothing, ...sources, ...users, ...outputs, ...handed]),
  ]);
}

function sourceWords(
  { span, description }: ArtefactSource['declaration'],
  from: ArtefactSource['from'],
  at: (offset: number) => string,
): string {
  const what = description === undefined ? '' : `: ${escapeMarkdown(description.text)}`;
  const maker =
    from === undefined
      ? 'An input of the chain'
      : 'id' in from
        ? `Made by ${codeSpan(from.id)}`
        : `Made by the chain ${codeSpan(from.chain.text)}, which this one waits for`;
  return `${maker}, ${at(span.start)}${what}`;
}

/** A measure: which numbers it can have, what they count, which of them are good, and where it is declared. `line` gives the 0-based line of an offset. */
export function describeMeasure(name: string, model: ChainModel, line: (offset: number) => number): string {
  const domain = model.measureDomains.get(name);
  const { min, max, whole = false } = domain ?? {};
  const from = min === undefined ? undefined : `From ${min}`;
  const to = max === undefined ? undefined : `${from === undefined ? 'Up' : ''} to ${max}`;
  const range = from === undefined && to === undefined ? undefined : `${from ?? ''}${to ?? ' on'}`;
  const numbers =
    range === undefined
      ? whole
        ? 'Whole numbers.'
        : undefined
      : `${range}${whole ? ', whole numbers' : ''}.`;
  const declared = model.measures.find(measure => measure.text === name);
  return paragraphs([
    `Measure ${codeSpan(name)}`,
    numbers,
    domain === undefined || domain.unit === '' ? undefined : `Unit: ${codeSpan(domain.unit)}`,
    bullets(
      (model.measureBands.get(name) ?? []).map(
        band => `${band.name}: ${codeSpan(bandWords(band, domain?.unit))}`,
      ),
    ),
    declared === undefined ? undefined : `Declared in line ${line(declared.span.start) + 1}`,
  ]);
}

/** As it is written, in the measure's unit where it has none of its own. */
function bandWords({ target: { text, value } }: MeasureBand, unit = ''): string {
  const isBare = value?.unit.words === '' && value.unit.currency === undefined;
  return isBare ? `${text} ${unit}`.trim() : text;
}

/** A chain: title, summary, when it starts, how long it takes. */
export function describeChain(id: string, model: ChainModel): string {
  const { title, summary, trigger, timeline, category } = model;
  return paragraphs([
    `${strong(title?.text ?? id)} · chain ${codeSpan(id)}`,
    summary === undefined ? undefined : escapeMarkdown(summary.text),
    category === undefined ? undefined : `Category: ${escapeMarkdown(category.text)}`,
    trigger === undefined ? undefined : `Starts when: ${escapeMarkdown(trigger.text)}`,
    timeline === undefined ? undefined : `Takes: ${escapeMarkdown(timeline.text)}`,
    model.inputs.length === 0
      ? undefined
      : `Inputs: ${model.inputs.map(input => codeSpan(input.text)).join(', ')}`,
  ]);
}
