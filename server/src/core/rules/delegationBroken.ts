import type { StepNode } from '../model/chain.ts';
import { comparable } from '../util/comparable.ts';
import type { Fix, Rule } from './rule.ts';
import { delegations, dutiesFile, skillId } from './support/duties.ts';
import { head } from './support/examples.ts';
import { replaceScalar } from './support/scalars.ts';
import { quoted } from './support/words.ts';

const files = { 'team.skills.yaml': dutiesFile };
const path = 'restore-service.chain.yaml';

export const delegationBroken: Rule = {
  code: 'delegation-broken',
  family: 'people',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'A step gives a task to a skill other than the one that a catalogue delegates it to.',
  details:
    'Under delegation a catalogue says which tasks one skill always does, whoever leads. A step is that task where it says nothing else: the task alone, or a word such as do, perform, write or carry out before it. Longer sentences in which the task is named may mean something else, and are left alone. Give the step to the skill that the catalogue names.',
  valid: [
    { text: `${head}steps:\n  - skill: technical-writer\n    do: Write the documentation\n`, files, path },
    { text: `${head}steps:\n  - skill: SRE\n    do: Improve documentation tooling\n`, files, path },
    {
      text: `${head}steps: [{ team: operations, do: Documentation }]\n`,
      files: { 'team.skills.yaml': `${dutiesFile}teams: { operations: { title: Operations } }\n` },
      path,
    },
  ],
  invalid: [
    {
      text: `${head}steps:
  - skill: SRE
#          ^^^
    do: Write the documentation for operators
`,
      fixed: `${head}steps:
  - skill: technical-writer
    do: Write the documentation for operators
`,
      files,
      path,
    },
    {
      text: `${head}steps: [{ skill: technical-writer, do: Code review }]
#                ^^^^^^^^^^^^^^^^
`,
      fixed: `${head}steps: [{ skill: security-sentinel, do: Code review }]\n`,
      files,
      path,
    },
  ],
  *check(context) {
    const { document, project, chain } = context;
    const rules = chain === undefined ? [] : delegations(context);
    if (chain === undefined || rules.length === 0) return;
    const index = project.skillsFor(document.uri);
    const skills = new Map<string, typeof rules>();
    for (const rule of rules) {
      const task = comparable(rule.duty.task.text);
      skills.set(task, [...(skills.get(task) ?? []), rule]);
    }
    for (const node of chain.nodes) {
      if (node.kind !== 'step' || node.skill === undefined) continue;
      const own = skillId(index, node.skill);
      const meant = tasksOf(node).flatMap(task => skills.get(task) ?? []);
      const [first] = meant;
      if (own === undefined || first === undefined || meant.some(({ skill }) => skill === own)) continue;
      const { duty, skill, uri } = first;
      yield {
        span: node.skill.span,
        message: `This is a matter of ${quoted(duty.task.text)}, which a catalogue always gives to ${quoted(skill)}. Give the step to that skill.`,
        related: [{ uri, span: duty.task.span, message: 'This rule says so.' }],
        fixes: givenTo(node.skill, skill),
      };
    }
  },
};

const doing =
  /^(?:(?:do|perform|carry out|conduct|handle|complete|run|write|prepare)\s+)?(?:(?:the|a|an|all|full)\s+)?/i;

/** The tasks that a step may be, in comparable form: all beginnings of what it does that could be a task by themselves. */
function tasksOf({ does, document }: StepNode): readonly string[] {
  const written = document === undefined ? [] : [comparable(document.text)];
  if (does === undefined || does.text.length > longestSentence) return written;
  const text = does.text.trim().replace(/\s+/g, ' ');
  const rest = text.replace(doing, '').slice(0, longestTask);
  // The task is over at a sign, at the end, or where it is said for what it is done.
  const ends = [...rest.matchAll(/(?=[.,;:(]|\s(?:of|for|on|in|with|by|before|after|until|to)\s|$)/gi)];
  return [...written, ...ends.map(({ index }) => comparable(rest.slice(0, index)))];
}

/** UTF-16 units. */
const longestSentence = 300;
const longestTask = 60;

const givenTo = (word: NonNullable<StepNode['skill']>, skill: string): readonly Fix[] =>
  // What an alias repeats stands elsewhere too.
  word.span.start !== word.node.span.start
    ? []
    : [{ title: `Give it to ${quoted(skill)}`, edits: replaceScalar(word.node, skill), preferred: true }];
