/** Right files that are too large to keep: made when they are tried, by counting. */

const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('');

const before = (at: number, name: string): string => (at === 0 ? '' : `, needs: [${name}-${at - 1}]`);

/** Each needs what the one before it makes; of every ten one goes back to the first of them. */
const longChain = (count: number): string => `chain: long
title: A chain of ${count} steps
measures: { left: { unit: count } }
steps:
${lines(count, at =>
  at % 10 === 9
    ? `  - { id: good-${at}, decision: "Good so far, ${at}?", by: porter, routes: [{ when: left > ${at}, go: carry-${at - 9}, at-most: 2 }, { otherwise: next }] }\n`
    : `  - { id: carry-${at}, skill: porter, do: Carry box ${at}, takes: 1 min${at % 10 === 0 ? '' : before(at, 'box')}, produces: [box-${at}] }\n`,
)}`;

const wideChain = (lanes: number, each: number): string => `chain: wide
title: ${lanes} lanes
steps:
  - id: all
    parallel:
${lines(
  lanes,
  lane => `      - lane: Lane ${lane}
        steps:
${lines(each, at => `          - { id: l-${lane}-${at}, skill: porter, do: "Carry ${at}"${lane > 0 && at === 0 ? `, after: [l-${lane - 1}-0]` : ''} }\n`)}`,
)}    join: { at-least: ${lanes - 1} }
`;

const manyPhases = (count: number): string => `chain: phases
title: ${count} phases
phases:
${lines(
  count,
  at => `  - phase: Week ${at + 1} of many
    id: week-${at + 1}
    window: week ${at + 1}
    steps:
      - { id: load-${at}, skill: porter, do: Load, takes: 2 d, produces: [list-${at}@${at + 1}] }
      - { id: count-${at}, checkpoint: Counted ${at}, by: clerk, if-refused: { back-to: week-${at + 1}, at-most: 1 } }
    deliverable: { list-${at}: What was loaded }
    exit: [Nothing is left]
`,
)}`;

const catalogue = (count: number): string => `skills:
  porter: { title: Porter }
  clerk: { title: Clerk }
${lines(count, at => `  trade-${at}: { title: Trade number ${at}, aliases: [T${at}/${at}, "No. ${at}"], team: guild-${at % 40} }\n`)}teams:
${lines(40, at => `  guild-${at}: { title: Guild ${at}, lead: trade-${at} }\n`)}`;

const suite = (count: number): string => `suite: houses
title: ${count} houses
items:
${lines(
  count,
  at =>
    `  H${at}: { title: Long, chain: long, priority: P${Math.min(3, Math.floor((at * 4) / count))}, owner: porter${at < 10 ? '' : `, needs: [H${at - 10}, H${at - (at % 10) - 10}]`.replace(/\[(H\d+), \1\]/, '[$1]')} }\n`,
)}phases:
${lines(count / 10, at => `  - { phase: "Row ${at}", window: week ${at + 1}, items: [${Array.from({ length: 10 }, (_, n) => `H${at * 10 + n}`).join(', ')}], exit: [Doors are shut] }\n`)}`;

const plan = (
  count: number,
): string => `meta: { id: plan.everything@v1, owner: Clerk, purpose: A very long letter }
inputs:
${lines(count, at => `  word_${at}: string\n`)}template: |
${lines(count, at => `  On page ${at} stands {{word_${at}}}, and \`{{ code }}\` too.\n`)}examples:
  - name: All
    inputs:
${lines(count, at => `      word_${at}: "${at}"\n`)}`;

/** Thousands of nodes, skills, items and inputs. */
export const hugeFiles: Readonly<Record<string, string>> = {
  'long.chain.yaml': longChain(1500),
  'wide.chain.yaml': wideChain(120, 20),
  'phases.chain.yaml': manyPhases(400),
  'guilds.skills.yaml': catalogue(2000),
  'houses.suite.yaml': suite(400),
  'plan.everything@v1.yaml': plan(1500),
};

/** Each as small as its kind can be. */
export const tinyFiles: Readonly<Record<string, string>> = {
  'a.chain.yaml': '{chain: a, title: A, steps: [{team: t, do: It}]}',
  't.skills.yaml': 'teams: {t: {}}',
  's.skills.yaml': 'skills: {s: {}}',
  'a.suite.yaml': '{suite: a, title: A, items: {i: {title: A, chain: a}}, phases: [{phase: P, items: [i]}]}',
  'plan.p@v1.yaml': '{meta: {id: plan.p@v1}, template: x}',
};
