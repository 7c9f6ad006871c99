/** The documents that are measured: chains of any length, sound and with all the keys that long chains have, so that nothing is cheap by luck. */

/** Lines of one group of nodes in `chainOfLines`; `at` numbers it. */
function group(at: number): readonly string[] {
  const [before, id] = [at === 0 ? 'ticket' : `record-${at - 1}`, `record-${at}`];
  return [
    `  - id: assess-${at}`,
    '    skill: privacy-engineer',
    `    do: Establish which records of part ${at} are exposed, whose they are and how sensitive`,
    `    needs: [${before}]`,
    `    produces: [scope-${at}]`,
    '    takes: 1-2 hours',
    '    done:',
    '      - Severity class is recorded',
    '',
    `  - id: respond-${at}`,
    '    parallel:',
    '      - skill: security-sentinel',
    '        do: Revoke credentials, close the hole, keep the evidence',
    `        needs: [scope-${at}]`,
    `        produces: [forensics-${at}]`,
    '        takes: 4-12 hours',
    '      - lane: Legal',
    '        steps:',
    '          - skill: compliance-guardian',
    '            do: Decide whom the law makes us tell, and by when',
    `            needs: [scope-${at}]`,
    `            produces: [duties-${at}]`,
    '            takes: 2-4 hours',
    '    join: all',
    '',
    `  - id: agree-${at}`,
    `    checkpoint: Scope and duties of part ${at} agreed`,
    '    by: compliance-guardian',
    `    if-refused: { back-to: assess-${at}, at-most: 2 }`,
    '',
    `  - id: risk-${at}`,
    `    decision: Are people at high risk in part ${at}?`,
    '    by: privacy-engineer',
    '    routes:',
    '      - when: severity > 3',
    '        steps:',
    '          - skill: executive-liaison',
    '            do: Tell the people affected, plainly',
    `            needs: [duties-${at}]`,
    '            takes: 1-3 days',
    '      - otherwise: next',
    '',
    `  - id: write-${at}`,
    '    skill: technical-writer',
    `    do: Write down what part ${at} has taught`,
    `    needs: [forensics-${at}]`,
    `    produces: [${id}]`,
    '',
  ];
}

/** A chain of as many lines; `id` is its name and that of its file. Without a finding in a workspace that has `catalogue`. */
export function chainOfLines(id: string, lines: number): string {
  const head = [
    `chain: ${id}`,
    `title: Chain ${id}`,
    'version: 1.2.0',
    'summary: What to do when personal data may have left our control',
    'trigger: Someone suspects a leak of personal data',
    'inputs:',
    '  ticket: First evidence, with the time it was found',
    'measures:',
    '  severity: 1-5',
    'steps:',
  ];
  const groups = Math.max(1, Math.round((lines - head.length - 2) / group(0).length));
  const all = Array.from({ length: groups }, (_, at) => group(at)).flat();
  return [...head, ...all, 'output:', `  record-${groups - 1}: What has been learned`, ''].join('\n');
}

/** The ten nodes of a group as the graph counts them, in few lines: a text of 5,000 nodes is near the most that is read of one. */
const drawnGroup = (at: number): readonly string[] => [
  `      - { id: assess-${at}, skill: privacy-engineer, do: Establish which records are exposed }`,
  '      - parallel:',
  `          - { skill: security-sentinel, do: Revoke the credentials of part ${at} }`,
  `          - { skill: compliance-guardian, do: Decide whom the law makes us tell }`,
  '      - checkpoint: Scope and duties agreed',
  `        if-refused: { back-to: assess-${at} }`,
  `      - decision: Are people at high risk in part ${at}?`,
  '        routes:',
  '          - when: severity > 3',
  '            steps: [{ skill: executive-liaison, do: Tell the people affected }]',
  '          - otherwise: next',
  `      - { id: write-${at}, skill: technical-writer, do: Write down what part ${at} has taught }`,
];

/** A chain of about so many nodes, of which those of two groups stand in a phase. */
export function chainInPhases(id: string, nodes: number): string {
  const phases = Math.max(1, Math.round(nodes / 21));
  const all = Array.from({ length: phases }, (_, phase) => [
    `  - phase: Part ${phase}`,
    '    steps:',
    ...[...drawnGroup(2 * phase), ...drawnGroup(2 * phase + 1)],
  ]);
  const head = [`chain: ${id}`, `title: Chain ${id}`, 'measures: { severity: 1-5 }', 'phases:'];
  return [...head, ...all.flat(), ''].join('\n');
}

/** Whoever acts in these chains. */
export const catalogue = `skills:
  privacy-engineer: { title: Privacy Engineer }
  security-sentinel: { title: Security Sentinel }
  compliance-guardian: { title: Compliance Guardian }
  executive-liaison: { title: Executive Liaison }
  technical-writer: { title: Technical Writer }
`;

/** A place in a text, as the protocol counts it. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** The line in the middle half of a text that begins with these words after its blanks; its `character` is where they begin. */
export function placeOf(text: string, words: string): Place {
  const lines = text.split('\n');
  const from = Math.floor(lines.length / 2);
  const found = [...lines.keys()].find(at => at >= from && lines[at]?.trimStart().startsWith(words));
  const line = found ?? lines.findIndex(each => each.trimStart().startsWith(words));
  if (line < 0) throw new Error(`No line begins with ${words}`);
  return { line, character: (lines[line] ?? '').indexOf(words) };
}
