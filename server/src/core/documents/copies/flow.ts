/** The nodes of a chain as items of lists, for a person or for an agent. */
import type {
  ArtefactDeclaration,
  ArtefactWord,
  ChainNode,
  CheckpointNode,
  DecisionNode,
  Lane,
  NodeList,
  ParallelNode,
  Route,
  StepNode,
  SubChainNode,
} from '../../model/chain.ts';
import { dash, type Item, numbered, task } from './items.ts';
import {
  type CopySubject,
  chainName,
  isSpokenOf,
  jumpWords,
  listed,
  nodeWords,
  referenceWords,
  said,
  skillName,
  type Voice,
  written,
} from './subject.ts';

/** The nodes of a list in their order. */
export const flowItems = (subject: CopySubject, voice: Voice, { nodes }: NodeList): readonly Item[] =>
  nodes.map(node => nodeItem(subject, voice, node));

export function nodeItem(subject: CopySubject, voice: Voice, node: ChainNode): Item {
  switch (node.kind) {
    case 'step':
      return numbered(stepWords(subject, node), [
        ...conditions(subject, voice, node),
        ...stepDetails(voice, node),
      ]);
    case 'parallel':
      return parallelItem(subject, voice, node);
    case 'checkpoint':
      return checkpointItem(subject, voice, node);
    case 'decision':
      return decisionItem(subject, voice, node);
    case 'chain':
      return subChainItem(subject, voice, node);
  }
}

/** A detail behind the word that says what it is; none where there is nothing to say. */
const detail = (name: string, text: string): readonly Item[] =>
  text === '' ? [] : [dash(`${name}: ${text}`)];

/** What holds for a node of any kind before it begins. */
function conditions(subject: CopySubject, voice: Voice, { when, after }: ChainNode): readonly Item[] {
  const only = voice === 'agent' ? 'Do this only when' : 'Only when';
  return [
    ...(when === undefined ? [] : [dash(`${only} ${said(when)}`)]),
    ...detail('After', listed(after.map(word => referenceWords(subject, word.text)))),
  ];
}

function stepWords(subject: CopySubject, { skill, team, does }: StepNode): string {
  const actor = skill !== undefined ? skillName(subject, skill.text) : team ? `team ${said(team)}` : '';
  const words = said(does);
  if (actor === '') return words;
  return words === '' ? `**${actor}**` : `**${actor}**: ${words}`;
}

function stepDetails(voice: Voice, step: StepNode): readonly Item[] {
  const { word, words } = written(step.syntax);
  const documents: Readonly<Record<string, string>> = {
    adr: 'a decision record',
    'post-mortem': 'a post-mortem',
  };
  const document = said(step.document);
  return [
    ...artefactDetails(step),
    ...detail('Takes', said(step.takes)),
    ...detail('Owner', said(step.owner)),
    ...detail('Priority', said(step.priority)),
    ...detail(voice === 'agent' ? 'Write' : 'Writes', documents[document] ?? document),
    ...detail('Because', word('because')),
    ...detail('Note', listed(words('notes'))),
    ...group(
      'Done when',
      words('done').map(text => dash(text)),
    ),
    ...group('Checklist', words('checklist').map(task)),
  ];
}

/** Items below a word that says what they are. */
const group = (name: string, items: readonly Item[]): readonly Item[] =>
  items.length === 0 ? [] : [dash(`${name}:`, items)];

const artefactDetails = ({ needs, produces }: Pick<StepNode, 'needs' | 'produces'>): readonly Item[] => [
  ...detail('Needs', listed(needs.map(said))),
  ...detail('Produces', listed(produces.map(artefactWords))),
];

/** The name with its description behind. */
export function artefactWords(artefact: ArtefactWord | ArtefactDeclaration): string {
  const description = 'description' in artefact ? said(artefact.description) : '';
  return description === '' ? said(artefact) : `${said(artefact)} (${description})`;
}

function parallelItem(subject: CopySubject, voice: Voice, node: ParallelNode): Item {
  const { lanes, join, synthesize } = node;
  const until =
    join.policy === 'at-least'
      ? `until at least ${join.count} of ${lanes.length} are done`
      : `until ${join.policy === 'all' ? 'all of them are' : 'any one of them is'} done`;
  const what = isSpokenOf(subject, node) ? `**In parallel** (${nodeWords(node)})` : '**In parallel**';
  const parts = lanes.some(({ list }) => waits(list))
    ? 'these parts may run at the same time, but for what has to come after something in another of them'
    : 'these parts do not depend on each other and may run at the same time';
  const head = voice === 'agent' ? `${what}: ${parts}; wait ${until}` : `${what}, ${until}`;
  const whole = synthesize && nodeItem(subject, voice, synthesize);
  return numbered(head, [
    ...conditions(subject, voice, node),
    ...lanes.map(lane => laneItem(subject, voice, lane)),
    ...(whole === undefined
      ? []
      : [dash(`Then, from what the parts brought: ${whole.text}`, whole.children)]),
  ]);
}

/** Whether a node of the list, or within one, comes after a node by its name: that is one of another lane. */
const waits = ({ nodes }: NodeList): boolean =>
  nodes.some(node => {
    const within = node.kind === 'parallel' ? node.lanes : node.kind === 'decision' ? node.routes : [];
    return node.after.length > 0 || within.some(({ list }) => waits(list));
  });

/** A lane of one node without a name of its own is that node. */
function laneItem(subject: CopySubject, voice: Voice, { name, list }: Lane): Item {
  const items = flowItems(subject, voice, list);
  const [only, ...others] = items;
  if (name === undefined && only !== undefined && others.length === 0) return { ...only, marker: 'dash' };
  const words = said(name);
  return dash(words === '' ? 'A part of its own:' : `${words}:`, items);
}

const byWords = (subject: CopySubject, by: CheckpointNode['by']): string =>
  listed(by.map(word => skillName(subject, word.text)));

function checkpointItem(subject: CopySubject, voice: Voice, node: CheckpointNode): Item {
  const by = byWords(subject, node.by);
  const refused = node.refused === undefined ? 'stop the chain' : jumpWords(subject, node.refused);
  const accepted = node.criteria.map(word => task(said(word)));
  if (voice === 'reader') {
    return numbered(`**Checkpoint**: ${said({ text: node.label })}`, [
      ...conditions(subject, voice, node),
      ...detail('Accepted by', by),
      ...detail('Takes', said(node.takes)),
      ...group('Accepted when', accepted),
      ...detail('If refused', refused),
    ]);
  }
  return numbered(`**Stop and ask**: ${said({ text: node.label })}`, [
    ...conditions(subject, voice, node),
    dash(
      by === ''
        ? 'Show what was done so far, and go on only when a person has accepted it'
        : `Show what was done so far to ${by}, and go on only when it has been accepted`,
    ),
    ...group('Accepted when', accepted),
    ...detail('If it is refused', refused),
  ]);
}

function decisionItem(subject: CopySubject, voice: Voice, node: DecisionNode): Item {
  const first = 'Take the first of these that holds';
  return numbered(`**Decision**: ${said({ text: node.label })}`, [
    ...conditions(subject, voice, node),
    ...detail('Decided by', byWords(subject, node.by)),
    ...detail('Takes', said(node.takes)),
    dash(
      voice === 'agent' ? `${first}, and say which and why:` : `${first}:`,
      routeItems(subject, voice, node),
    ),
  ]);
}

const routeItems = (subject: CopySubject, voice: Voice, { routes }: DecisionNode): readonly Item[] =>
  routes.map((route: Route) => {
    const condition = route.otherwise ? 'Otherwise' : `If ${said(route.when)}`;
    const steps = flowItems(subject, voice, route.list);
    const jump = route.jump === undefined ? '' : jumpWords(subject, route.jump);
    if (steps.length === 0) return dash(`${condition}: ${jump === '' ? 'go on' : jump}`);
    return dash(`${condition}:`, [...steps, ...(jump === '' ? [] : [numbered(`Then ${jump}`)])]);
  });

function subChainItem(subject: CopySubject, voice: Voice, node: SubChainNode): Item {
  const version = said(node.version);
  const name = `${chainName(subject, node.chain.text)}${version === '' ? '' : `, version ${version}`}`;
  return numbered(voice === 'agent' ? `**Carry out the chain** ${name}` : `**The chain** ${name}`, [
    ...conditions(subject, voice, node),
    ...node.bindings.map(({ input, artefact }) => dash(`Its input ${said(input)} is ${said(artefact)}`)),
    ...artefactDetails(node),
    ...detail('Takes', said(node.takes)),
  ]);
}
