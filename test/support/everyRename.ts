/** A workspace in which every kind of name stands in several files, and what each of these lines becomes under another name. */
import { everyKeyFiles } from '../features/everyKey.ts';
import type { Files } from './files.ts';

const [recall, check] = ['batch-recall.chain.yaml', 'plant-check.chain.yaml'];
const [weekly, record] = ['chains/weekly-look.chain.yaml', 'docs/0001-how-far.md'];
const skill = '.claude/skills/quality-manager/SKILL.md';

export const renameFiles: Files = {
  ...everyKeyFiles,
  // As another chain hands it over; what nobody takes is found.
  [check]: (everyKeyFiles[check] ?? '')
    .replace('  scope: What', '  closing-note@1: What was done\n  scope: What')
    .replace('needs: [scope]', 'needs: [scope, closing-note@1]'),
  [recall]: (everyKeyFiles[recall] ?? '').replace(
    'scope: assessment }',
    'scope: assessment, closing-note: assessment }',
  ),
  [weekly]: `chain: weekly-look
title: Weekly look
steps:
  - skill: Dispatcher
    do: Walk through the store
    produces: [walk-notes]
  - checkpoint: Nothing odd was seen
    if-refused: stop
    by: quality-manager
  - parallel:
      - lane: Cold store
        steps:
          - { id: cold, skill: Laboratory Analyst, do: Measure it, needs: [walk-notes], produces: [cold-values] }
      - lane: Yard
        steps:
          - { id: yard, skill: dispatcher, do: Look at it, after: cold-store }
    id: both-sides
  - decision: Is it the plant?
    routes:
      - when: it is
        steps:
          - { id: run, chain: plant-check, version: ^1, with: { scope: cold-values, closing-note: walk-notes }, produces: [check-report] }
      - otherwise: next
    id: is-it
output: { check-report: What was seen, walk-notes: What the walk showed }
handoffs:
  - escalates-to: batch-recall
    from: is-it
    blocks: true
    resumes-at: nothing-odd-was-seen
`,
  [skill]: `---
name: quality-manager
description: Decides on batches
---
Leads [the recall](../../../batch-recall.chain.yaml).
`,
  [record]: `---
status: accepted
# from chain:batch-recall#how-far by 0123abcd
---
# How far

<!-- from chain:batch-recall#how-far decision 0123abcd -->

Asked in [the recall](../batch-recall.chain.yaml) by [quality](../${skill}), planned in
[the suite](../safe-food.suite.yaml) with [a plan](../plan.plant-report%40v1.yaml).
`,
};

export interface RenameCase {
  readonly kind: string;
  readonly path: string;
  /** Words of the file with `$0` where somebody asks. */
  readonly at: string;
  /** What is shown there first. */
  readonly shown: string;
  readonly newName: string;
  /** `path:line text`, the path and line as they were, of each line that is another one. */
  readonly lines: readonly string[];
  /** The files that move. */
  readonly moves?: Readonly<Record<string, string>>;
}

export const renameCases: readonly RenameCase[] = [
  {
    kind: 'chain',
    path: 'batch-recall.chain.yaml',
    at: 'then: plant-c$0heck',
    shown: 'plant-check',
    newName: 'plant-audit',
    lines: [
      'plant-check.chain.yaml:1 chain: plant-audit',
      'batch-recall.chain.yaml:111 chain: plant-audit',
      'batch-recall.chain.yaml:130 - then: plant-audit',
      'batch-recall.chain.yaml:134 - joins: plant-audit',
      'batch-recall.chain.yaml:140 - cycles-to: plant-audit',
      'batch-recall.chain.yaml:142 - escalates-to: plant-audit',
      'batch-recall.chain.yaml:147 - waits-for: plant-audit',
      'chains/weekly-look.chain.yaml:22 - { id: run, chain: plant-audit, version: ^1, with: { scope: cold-values, closing-note: walk-notes }, produces: [check-report] }',
    ],
    moves: { 'plant-check.chain.yaml': 'plant-audit.chain.yaml' },
  },
  {
    kind: 'chain, from a suite',
    path: 'safe-food.suite.yaml',
    at: 'chain: batch-re$0call',
    shown: 'batch-recall',
    newName: 'big-recall',
    lines: [
      'batch-recall.chain.yaml:1 chain: big-recall',
      'batch-recall.chain.yaml:137 - cycles-to: big-recall',
      'chains/weekly-look.chain.yaml:27 - escalates-to: big-recall',
      'safe-food.suite.yaml:7 chain: big-recall',
      'docs/0001-how-far.md:3 # from chain:big-recall#how-far by 0123abcd',
      'docs/0001-how-far.md:7 <!-- from chain:big-recall#how-far decision 0123abcd -->',
      'docs/0001-how-far.md:9 Asked in [the recall](../big-recall.chain.yaml) by [quality](../.claude/skills/quality-manager/SKILL.md), planned in',
      '.claude/skills/quality-manager/SKILL.md:5 Leads [the recall](../../../big-recall.chain.yaml).',
    ],
    moves: { 'batch-recall.chain.yaml': 'big-recall.chain.yaml' },
  },
  {
    kind: 'suite',
    path: 'safe-food.suite.yaml',
    at: 'suite: safe-f$0ood',
    shown: 'safe-food',
    newName: 'sound-food',
    lines: [
      'safe-food.suite.yaml:1 suite: sound-food',
      'docs/0001-how-far.md:10 [the suite](../sound-food.suite.yaml) with [a plan](../plan.plant-report%40v1.yaml).',
    ],
    moves: { 'safe-food.suite.yaml': 'sound-food.suite.yaml' },
  },
  {
    kind: 'plan',
    path: 'safe-food.suite.yaml',
    at: 'plan: plan.plant-re$0port@v1',
    shown: 'plan.plant-report@v1',
    newName: 'plan.plant-report@v2',
    lines: [
      'plan.plant-report@v1.yaml:2 id: plan.plant-report@v2',
      'safe-food.suite.yaml:13 plan: plan.plant-report@v2.yaml',
      'docs/0001-how-far.md:10 [the suite](../safe-food.suite.yaml) with [a plan](../plan.plant-report%40v2.yaml).',
    ],
    moves: { 'plan.plant-report@v1.yaml': 'plan.plant-report@v2.yaml' },
  },
  {
    kind: 'node',
    path: 'batch-recall.chain.yaml',
    at: 'id: how-$0far',
    shown: 'how-far',
    newName: 'reach',
    lines: [
      'batch-recall.chain.yaml:87 - id: reach',
      'docs/0001-how-far.md:3 # from chain:batch-recall#reach by 0123abcd',
      'docs/0001-how-far.md:7 <!-- from chain:batch-recall#reach decision 0123abcd -->',
    ],
  },
  {
    kind: 'node of another chain',
    path: 'batch-recall.chain.yaml',
    at: 'at: ins$0pect',
    shown: 'inspect',
    newName: 'look-closely',
    lines: ['plant-check.chain.yaml:15 - id: look-closely', 'batch-recall.chain.yaml:135 at: look-closely'],
  },
  {
    kind: 'checkpoint by its words',
    path: 'chains/weekly-look.chain.yaml',
    at: 'checkpoint: Nothing o$0dd',
    shown: 'nothing-odd-was-seen',
    newName: 'no-oddities',
    lines: [
      'chains/weekly-look.chain.yaml:7 - id: no-oddities',
      'chains/weekly-look.chain.yaml:8 checkpoint: Nothing odd was seen',
      'chains/weekly-look.chain.yaml:31 resumes-at: no-oddities',
    ],
  },
  {
    kind: 'lane by its words',
    path: 'chains/weekly-look.chain.yaml',
    at: 'after: cold-st$0ore',
    shown: 'cold-store',
    newName: 'cellar',
    lines: [
      'chains/weekly-look.chain.yaml:12 id: cellar',
      'chains/weekly-look.chain.yaml:17 - { id: yard, skill: dispatcher, do: Look at it, after: cellar }',
    ],
  },
  {
    kind: 'lane',
    path: 'batch-recall.chain.yaml',
    at: 'id: custo$0mers',
    shown: 'customers',
    newName: 'buyers',
    lines: ['batch-recall.chain.yaml:54 id: buyers'],
  },
  {
    kind: 'phase',
    path: 'plant-check.chain.yaml',
    at: 'otherwise: lo$0ok',
    shown: 'look',
    newName: 'view',
    lines: ['plant-check.chain.yaml:10 id: view', 'plant-check.chain.yaml:40 - otherwise: view'],
  },
  {
    kind: 'phase by its words',
    path: 'plant-check.chain.yaml',
    at: 'phase: Me$0nd',
    shown: 'plant-check/mend',
    newName: 'repair',
    lines: ['plant-check.chain.yaml:30 id: repair'],
  },
  {
    kind: 'skill',
    path: 'plant-check.chain.yaml',
    at: 'skill: laboratory-a$0nalyst',
    shown: 'laboratory-analyst',
    newName: 'chemist',
    lines: [
      'team.skills.yaml:10 chemist:',
      'team.skills.yaml:27 skill: chemist',
      'batch-recall.chain.yaml:48 skill: chemist',
      'batch-recall.chain.yaml:155 skill: chemist',
      'plant-check.chain.yaml:23 - skill: chemist',
    ],
  },
  {
    kind: 'title, which reads like the id',
    path: 'chains/weekly-look.chain.yaml',
    at: 'skill: Laboratory A$0nalyst',
    shown: 'Laboratory Analyst',
    newName: 'Chemist',
    lines: [
      'chains/weekly-look.chain.yaml:13 - { id: cold, skill: Chemist, do: Measure it, needs: [walk-notes], produces: [cold-values] }',
      'team.skills.yaml:11 title: Chemist',
    ],
  },
  {
    kind: 'skill that an agent keeps',
    path: 'batch-recall.chain.yaml',
    at: 'by: quality-m$0anager',
    shown: 'quality-manager',
    newName: 'head-of-quality',
    lines: [
      '.claude/skills/quality-manager/SKILL.md:2 name: head-of-quality',
      'team.skills.yaml:2 head-of-quality:',
      'team.skills.yaml:9 source: .claude/skills/head-of-quality/SKILL.md',
      'team.skills.yaml:21 quality: { title: Quality, lead: head-of-quality }',
      'team.skills.yaml:29 - skill: head-of-quality',
      'batch-recall.chain.yaml:32 skill: head-of-quality',
      'batch-recall.chain.yaml:66 skill: head-of-quality',
      'batch-recall.chain.yaml:80 by: [head-of-quality, logistics-planner]',
      'batch-recall.chain.yaml:89 by: head-of-quality',
      'batch-recall.chain.yaml:118 skill: head-of-quality',
      'chains/weekly-look.chain.yaml:9 by: head-of-quality',
      'plant-check.chain.yaml:16 skill: head-of-quality',
      'plant-check.chain.yaml:21 - skill: head-of-quality',
      'docs/0001-how-far.md:9 Asked in [the recall](../batch-recall.chain.yaml) by [quality](../.claude/skills/head-of-quality/SKILL.md), planned in',
    ],
    moves: { '.claude/skills/quality-manager': '.claude/skills/head-of-quality' },
  },
  {
    kind: 'alias',
    path: 'chains/weekly-look.chain.yaml',
    at: 'skill: Dispa$0tcher',
    shown: 'Dispatcher',
    newName: 'Head of: Transport',
    lines: [
      'team.skills.yaml:18 aliases: ["Head of: Transport"]',
      'chains/weekly-look.chain.yaml:4 - skill: "Head of: Transport"',
      'chains/weekly-look.chain.yaml:16 - { id: yard, skill: "Head of: Transport", do: Look at it, after: cold-store }',
    ],
  },
  {
    kind: 'title',
    path: 'team.skills.yaml',
    at: 'title: Logistics Pl$0anner',
    shown: 'Logistics Planner',
    newName: 'Carrier',
    lines: ['team.skills.yaml:17 title: Carrier'],
  },
  {
    kind: 'team',
    path: 'batch-recall.chain.yaml',
    at: 'team: log$0istics',
    shown: 'logistics',
    newName: 'transport',
    lines: [
      'team.skills.yaml:19 team: transport',
      'team.skills.yaml:22 transport:',
      'batch-recall.chain.yaml:57 team: transport',
      'batch-recall.chain.yaml:96 team: transport',
    ],
  },
  {
    kind: 'artefact',
    path: 'batch-recall.chain.yaml',
    at: 'needs: [assess$0ment]',
    shown: 'assessment',
    newName: 'judgement',
    lines: [
      'batch-recall.chain.yaml:35 produces: [judgement]',
      'batch-recall.chain.yaml:50 needs: [judgement]',
      'batch-recall.chain.yaml:60 needs: [judgement]',
      'batch-recall.chain.yaml:68 needs: [judgement]',
      'batch-recall.chain.yaml:98 needs: [judgement]',
      'batch-recall.chain.yaml:113 with: { scope: judgement, closing-note: judgement }',
      'batch-recall.chain.yaml:120 needs: [judgement]',
    ],
  },
  {
    kind: 'artefact of several chains',
    path: 'plant-check.chain.yaml',
    at: 'needs: [scope, clos$0ing-note@1]',
    shown: 'closing-note',
    newName: 'last-word',
    lines: [
      'batch-recall.chain.yaml:113 with: { scope: assessment, last-word: assessment }',
      'batch-recall.chain.yaml:121 produces: [last-word@1]',
      'batch-recall.chain.yaml:123 last-word@1: What happened and what changes',
      'batch-recall.chain.yaml:132 delivers: [last-word@1]',
      'batch-recall.chain.yaml:136 delivers: [last-word@1]',
      'chains/weekly-look.chain.yaml:22 - { id: run, chain: plant-check, version: ^1, with: { scope: cold-values, last-word: walk-notes }, produces: [check-report] }',
      'plant-check.chain.yaml:6 last-word@1: What was done',
      'plant-check.chain.yaml:18 needs: [scope, last-word@1]',
    ],
  },
  {
    kind: 'input of another chain',
    path: 'chains/weekly-look.chain.yaml',
    at: 'with: { sc$0ope: ',
    shown: 'scope',
    newName: 'field',
    lines: [
      'batch-recall.chain.yaml:113 with: { field: assessment, closing-note: assessment }',
      'chains/weekly-look.chain.yaml:22 - { id: run, chain: plant-check, version: ^1, with: { field: cold-values, closing-note: walk-notes }, produces: [check-report] }',
      'plant-check.chain.yaml:7 field: What is looked at',
      'plant-check.chain.yaml:18 needs: [field, closing-note@1]',
    ],
  },
  {
    kind: 'contract version',
    path: 'batch-recall.chain.yaml',
    at: 'delivers: [closing-note@$01]',
    shown: 'closing-note@1',
    newName: 'closing-note@2',
    lines: [
      'batch-recall.chain.yaml:121 produces: [closing-note@2]',
      'batch-recall.chain.yaml:123 closing-note@2: What happened and what changes',
      'batch-recall.chain.yaml:132 delivers: [closing-note@2]',
      'batch-recall.chain.yaml:136 delivers: [closing-note@2]',
      'plant-check.chain.yaml:6 closing-note@2: What was done',
      'plant-check.chain.yaml:18 needs: [scope, closing-note@2]',
    ],
  },
  {
    kind: 'contract version, where it is left out',
    path: 'chains/weekly-look.chain.yaml',
    at: 'produces: [check-rep$0ort]',
    shown: 'check-report',
    newName: 'check-report@3',
    lines: [
      'batch-recall.chain.yaml:114 produces: [check-report@3]',
      'batch-recall.chain.yaml:148 needs: check-report@3',
      'plant-check.chain.yaml:19 produces: [check-report@3]',
      'plant-check.chain.yaml:48 check-report@3: What was seen',
    ],
  },
  {
    kind: 'measure',
    path: 'batch-recall.chain.yaml',
    at: 'batches-aff$0ected > 3',
    shown: 'batches-affected',
    newName: 'reach',
    lines: ['batch-recall.chain.yaml:23 reach:', 'batch-recall.chain.yaml:93 - when: harm >= 4 or reach > 3'],
  },
  {
    kind: 'suite item',
    path: 'safe-food.suite.yaml',
    at: 'needs: [S$01]',
    shown: 'S1',
    newName: 'rehearsal',
    lines: [
      'safe-food.suite.yaml:5 rehearsal:',
      'safe-food.suite.yaml:17 needs: [rehearsal]',
      'safe-food.suite.yaml:23 items: [rehearsal]',
      'safe-food.suite.yaml:36 quality: { primary: [rehearsal], support: all }',
      'safe-food.suite.yaml:39 support: [rehearsal]',
    ],
  },
  {
    kind: 'suite team',
    path: 'safe-food.suite.yaml',
    at: 'owner: Pap$0er',
    shown: 'Paper',
    newName: 'Print',
    lines: ['safe-food.suite.yaml:16 owner: Print', 'safe-food.suite.yaml:37 Print:'],
  },
  {
    kind: 'plan input',
    path: 'plan.plant-report@v1.yaml',
    at: '# Report of {{pl$0ant}}',
    shown: 'plant',
    newName: 'site',
    lines: [
      'plan.plant-report@v1.yaml:12 site: string',
      'plan.plant-report@v1.yaml:19 # Report of {{site}}',
      'plan.plant-report@v1.yaml:24 inputs: { site: North, findings: [dust] }',
    ],
  },
];
