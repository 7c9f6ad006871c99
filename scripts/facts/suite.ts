/** The facts of the suite of document 003, and of its prompt plans. */
import { holdsOf } from './extract.ts';
import type { Fact, FileFacts } from './fact.ts';
import type { SourcePrompt, SourceSuite } from './inventory.ts';

const path = /^(.*)\/(plan\..*)\.yaml$/;

const is = (at: string, text: string): Fact => ({ id: at, at: [at], is: text });

const itemFacts = ({
  id,
  name,
  location,
  priority,
  owner,
  depends_on,
  domain,
}: SourcePrompt): readonly Fact[] => [
  is(`items.${id}.title`, name),
  is(`items.${id}.plan`, location),
  is(`items.${id}.domain`, domain),
  is(`items.${id}.priority`, priority),
  is(`items.${id}.owner`, owner),
  ...(depends_on.length > 0 ? [is(`items.${id}.needs`, depends_on.join())] : []),
];

/** `14-16, 18` as the ids of items. */
function idsIn(ranges: string): string {
  const ids = ranges.split(',').flatMap(range => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, at) => `P${from + at}`);
  });
  return ids.join();
}

export function factsOfSuite(source: SourceSuite, id: string): FileFacts {
  return {
    id,
    facts: [
      ...source.prompts.toSorted((left, right) => left.id.localeCompare(right.id)).flatMap(itemFacts),
      ...source.phases.flatMap((phase, at): readonly Fact[] => [
        is(`phases[${at}].phase`, phase.name),
        is(`phases[${at}].window`, `weeks ${phase.weeks.join('-')}`),
        is(`phases[${at}].items`, phase.prompts.join()),
        { id: `focus ${at + 1}`, at: [`phases[${at}].focus`], holds: holdsOf(phase.focus, true) },
        {
          id: `exit ${at + 1}`,
          at: [`phases[${at}].exit`],
          items: phase.exit_criteria.map(({ text }) => holdsOf(text, true)),
        },
        is(`phases[${at}].capacity.active`, String(source.capacity[at]?.active)),
        is(`phases[${at}].capacity.people-per-item`, source.capacity[at]?.engineers ?? ''),
        {
          id: `success of phase ${at + 1}`,
          at: [`phases[${at}].success`],
          holds: holdsOf(source.phase_success[at]?.text ?? '', true),
        },
      ]),
      ...source.teams.flatMap(({ team, primary, support_text }) => [
        is(`teams.${team}.primary`, primary.map(number => `P${number}`).join()),
        is(`teams.${team}.support`, support_text === 'All' ? 'all' : idsIn(support_text)),
      ]),
    ],
  };
}

/** The facts of each plan, by its id. What a phase must show at its end is asked of the plan it comes from. */
export function factsOfPlans(source: SourceSuite): readonly FileFacts[] {
  return source.prompts.map(({ id, name, owner, location }) => {
    const phase = source.phases.find(({ prompts }) => prompts.includes(id));
    const isOneEach = phase?.exit_criteria.length === phase?.prompts.length;
    const criterion = isOneEach ? phase?.exit_criteria[phase.prompts.indexOf(id)]?.text : undefined;
    const [, , plan = location] = path.exec(location) ?? [];
    return {
      id: plan,
      facts: [
        is('meta.owner', owner),
        { id: 'purpose', at: ['meta.purpose', 'meta.tags'], holds: holdsOf(name.toLowerCase(), true) },
        ...[
          'meta.guardrails',
          'modelConfig.model',
          'inputs',
          'examples[0].inputs',
          'examples[0].expected_contains',
        ].map(at => ({ id: at, at: [at], holds: {} })),
        {
          id: 'parts of the prompt',
          at: ['template'],
          holds: { words: [['deliv'], ['accep'], ['way back', 'rollb', 'undo', 'back']] },
        },
        ...(criterion === undefined
          ? []
          : [{ id: 'acceptance', at: ['template'], holds: holdsOf(criterion, true) }]),
      ],
    };
  });
}
