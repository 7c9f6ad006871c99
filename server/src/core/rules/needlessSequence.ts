import { type FreeSequence, freeSequences } from '../analysis/freeSequences.ts';
import type { ChainModel, StepNode } from '../model/chain.ts';
import { wrapItems } from '../syntax/wrapItems.ts';
import { comparable } from '../util/comparable.ts';
import type { Finding, Fix, Rule, RuleContext } from './rule.ts';
import { head } from './support/examples.ts';
import { enumerated, hyphenated } from './support/words.ts';

const steps = (more: string): string => `${head}inputs:
  alert: What fired
steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
    needs: [alert]
    produces: [timeline]
  - id: tell
    skill: technical-writer
    do: Tell the customers
    needs: [alert]
    produces: [notice]
${more}`;

const flow = (second: string): string => `${head}inputs: { alert: What fired }
steps: [
  { id: restore, skill: site-reliability-engineer, do: Restore it, needs: [alert], produces: [timeline] },
  { id: tell, skill: technical-writer, do: Tell the customers, needs: [${second}], produces: [notice] }
]
`;

export const needlessSequence: Rule = {
  code: 'needless-sequence',
  family: 'data',
  preset: 'strict',
  severity: 'information',
  reliesOn: 'document',
  summary: 'Steps wait for each other though none of them takes what another makes.',
  details:
    'Neighbours in a list run one after the other. Where each says what it takes and what it makes, none takes what another makes, different skills do them, and nothing else asks for their order, they could run at once and the chain be done sooner. The quick fix puts them into a parallel. Where the order has a reason that is no artefact, say it with because. Nothing is reported about a chain in which a step says neither what it needs nor what it produces, nor of steps that others name.',
  valid: [
    {
      text: steps('').replace(
        'needs: [alert]\n    produces: [notice]',
        'needs: [timeline]\n    produces: [notice]',
      ),
    },
    { text: steps('    because: Only who knows that it is over can say so\n') },
    { text: flow('timeline') },
    { text: steps('  - skill: incident-commander\n    do: Close the incident\n') },
  ],
  invalid: [
    {
      text: steps('').replace('id: tell\n', 'id: tell\n#       ^^^^\n'),
      fixed: `${head}inputs:
  alert: What fired
steps:
  - parallel:
      - id: restore
        skill: site-reliability-engineer
        do: Restore the service
        needs: [alert]
        produces: [timeline]
      - id: tell
        skill: technical-writer
        do: Tell the customers
        needs: [alert]
        produces: [notice]
`,
    },
    {
      text: flow('alert').replace('notice] }\n', 'notice] }\n#       ^^^^\n'),
      fixed: flow('alert')
        .replace('  { id: restore', '  { parallel: [{ id: restore')
        .replace('notice] }', 'notice] }] }'),
    },
  ],
  *check(context) {
    const { document, sound, soundness } = context;
    if (sound === undefined || !isDeclared(sound.model)) return;
    for (const run of sequencesIn(context, sound.model)) {
      const [, second] = run;
      const fixes = inParallel(context, run);
      if (fixes === undefined || !run.every(step => soundness.hasRead(step))) continue;
      const names = enumerated(
        run.map(({ name }) => name.text),
        'and',
      );
      yield {
        span: second.name.span,
        message: `Nothing asks for the order of ${names}: none takes what another makes. Let them run at once in a parallel, or say with "because" why one waits.`,
        related: run
          .filter(step => step !== second)
          .map(
            ({ name }): Related => ({
              uri: document.uri,
              span: name.span,
              message: 'This step could run at the same time.',
            }),
          ),
        fixes,
      };
    }
  },
};

type Related = NonNullable<Finding['related']>[number];

/** Where a step says neither what it takes nor what it makes, what flows between the steps is not written down as a whole. */
const isDeclared = ({ nodes }: ChainModel): boolean =>
  nodes.every(({ kind, needs, produces }) => kind !== 'step' || needs.length + produces.length > 0);

function sequencesIn(context: RuleContext, model: ChainModel): readonly FreeSequence[] {
  const { document, project } = context;
  const named = namedPlaces(context, model);
  // A new parallel without an id would be called so too.
  if (named.has('parallel')) return [];
  const skills = project.skillsFor(document.uri);
  const doerOf = ({ skill, team }: StepNode): string => {
    if (skill === undefined) return `team ${comparable(team?.text ?? '')}`;
    const found = skills.resolve(skill.text);
    return comparable(found.kind === 'known' ? found.skill.declaration.id.text : skill.text);
  };
  const words = new Map<StepNode, string>();
  const wordsOf = (step: StepNode): string => {
    const known = words.get(step) ?? hyphenated(document.text.slice(step.span.start, step.span.end));
    words.set(step, known);
    return known;
  };
  const speaksOf = (step: StepNode, other: StepNode): boolean =>
    [...other.produces.map(({ name }) => name), other.id, other.slug].some(
      name => name !== '' && wordsOf(step).includes(hyphenated(name)),
    );
  return freeSequences(
    model,
    step =>
      step.needs.length > 0 &&
      step.produces.length > 0 &&
      step.when === undefined &&
      step.after.length === 0 &&
      doerOf(step) !== 'team ' &&
      !step.syntax.entries.some(({ key }) => key.text === 'because') &&
      ![step.id, step.slug].some(name => named.has(name)),
    (first, second) =>
      doerOf(first) === doerOf(second) ||
      (first.skill === undefined) !== (second.skill === undefined) ||
      areTied(first, second) ||
      speaksOf(second, first) ||
      speaksOf(first, second),
  );
}

/** What one takes or makes, the other makes. */
function areTied(first: StepNode, second: StepNode): boolean {
  const names = ({ needs, produces }: StepNode): ReadonlySet<string> =>
    new Set([...needs, ...produces].map(({ name }) => name));
  const ofFirst = names(first);
  const ofSecond = names(second);
  return (
    first.produces.some(({ name }) => ofSecond.has(name)) ||
    second.produces.some(({ name }) => ofFirst.has(name))
  );
}

/** Everything that jumps, handoffs and variations name in this chain, those of other chains among them. */
function namedPlaces({ document, project, sound }: RuleContext, model: ChainModel): ReadonlySet<string> {
  const ends = model.id === undefined ? [] : (project.handoffsNaming(document.uri).get(model.id.text) ?? []);
  const words = [
    ...(sound?.flow().jumps ?? []).map(({ jump }) => jump.target),
    ...model.nodes.flatMap(({ after }) => after),
    ...model.handoffs.flatMap(({ node }) => node ?? []),
    ...model.variations.flatMap(({ insertAfter }) => insertAfter ?? []),
    ...ends.flatMap(({ handoff }) => handoff.at ?? []),
  ];
  return new Set(words.map(({ text }) => text));
}

/** `undefined` where the steps are no neighbours in the text: one of them is written elsewhere. */
function inParallel({ document }: RuleContext, run: FreeSequence): readonly Fix[] | undefined {
  const [first] = run;
  const last = run.at(-1) ?? first;
  const list = first.syntax.parent;
  if (list?.kind !== 'list') return undefined;
  const at = list.items.indexOf(first.syntax);
  if (at < 0 || run.some((step, place) => list.items[at + place] !== step.syntax)) return undefined;
  const edits = wrapItems(document, list, { first: first.syntax, last: last.syntax, key: 'parallel' });
  return edits === undefined ? [] : [{ title: `Run these ${run.length} at once in a parallel`, edits }];
}
