/** A workspace whose documents use every key of the language between them, so that a test may try each of them in its place. */
import type { ScalarShape } from '../../schemas/table.ts';
import type { FeatureContext } from '../../server/src/core/features/feature.ts';
import { meaningOf } from '../../server/src/core/features/support/meaning.ts';
import { contentSpan } from '../../server/src/core/features/support/treeAt.ts';
import type { ShapeReport } from '../../server/src/core/model/shape.ts';
import { walk } from '../../server/src/core/syntax/path.ts';
import type { Entry, MapNode, ScalarNode, SyntaxNode } from '../../server/src/core/syntax/tree.ts';
import type { Span } from '../../server/src/core/util/span.ts';

export const catalogueText = `skills:
  quality-manager:
    title: Quality Manager
    aliases: [QM]
    team: quality
    summary: Decides whether a batch may leave the house
    stage: [review, operate]
    dimension: [compliance, operational]
    source: .claude/skills/quality-manager/SKILL.md
  laboratory-analyst:
    title: Laboratory Analyst
    team: quality
    summary: Measures what is in a sample
    stage: operate
    dimension: technical
  logistics-planner:
    title: Logistics Planner
    aliases: [Dispatcher]
    team: logistics
teams:
  quality: { title: Quality, lead: quality-manager }
  logistics:
    title: Logistics
    lead: logistics-planner
delegation:
  - task: samples
    skill: laboratory-analyst
never-overridden:
  - skill: quality-manager
    about: harm to people
may-override:
  - by: logistics-planner
    when: a delivery would spoil
`;

export const recallText = `chain: batch-recall
title: Batch recall
category: Product safety
version: 2.1.0
summary: Gets a batch back that should not have left
trigger: A customer reports a foreign body
timeline:
  estimate: 2-3 weeks
  because: depends on how many customers were supplied
  milestones:
    - window: hours 0-4
      what: Delivery stopped
    - window: days 2-5
      what: Customers told
      because: the authority wants it before
owner: Quality
priority: P0
review: after each run
inputs:
  complaint: What the customer found, and where
measures:
  harm: 1-5
  batches-affected:
    unit: count
    range: 0-40
    bands:
      green: 0
      yellow: 1-3
      red: "> 3"
steps:
  - id: assess
    skill: quality-manager
    do: Say how bad it is
    needs: [complaint]
    produces: [assessment]
    takes: 1-2 hours
    done:
      - Harm is on record
    checklist: [photos taken]
    owner: Head of quality
    priority: P0
    document: adr
    because: everything else rests on it
    notes: Ask for the package too
  - id: work
    parallel:
      - id: analyse
        skill: laboratory-analyst
        do: Find out what it is
        needs: [assessment]
        produces: [finding]
        takes: 4-12 hours
      - lane: Customers
        id: customers
        steps:
          - id: list
            team: logistics
            do: List who was supplied
            after: analyse
            needs: [assessment]
            produces: [customer-list]
            takes: 90 min
    join: { at-least: 2 }
    when: harm > 1
    synthesize:
      skill: quality-manager
      do: Make one account of it
      needs: [assessment]
      produces: [account]
      takes: 1 working day
      done: [Account signed]
      checklist: [sources named]
      owner: Quality
      priority: P1
      document: post-mortem
      because: the lanes know half each
      notes: [keep it short]
  - id: agreed
    checkpoint: Scope agreed
    by: [quality-manager, logistics-planner]
    criteria: [account is signed]
    if-refused:
      back-to: assess
      at-most: 2
    takes: 1 day
    when: harm > 1
  - id: how-far
    decision: How far does it reach?
    by: quality-manager
    takes: 2 hours
    when: harm > 1
    routes:
      - when: harm >= 4 or batches-affected > 3
        steps:
          - id: fetch
            team: logistics
            do: Fetch everything back
            needs: [assessment]
            takes: 3-5 days
        go: close
      - when: harm >= 2
        go: assess
        at-most: 1
      - otherwise:
          - id: warn
            skill: logistics-planner
            do: Warn those who were supplied
            when: harm > 2
        go: next
  - id: check
    chain: plant-check
    version: ^1
    with: { scope: assessment }
    produces: [check-report@2]
    takes: 2 days
    when: the cause is in the plant
  - id: close
    skill: quality-manager
    do: Close the case
    needs: [assessment]
    produces: [closing-note@1]
output:
  closing-note@1: What happened and what changes
success:
  - Nobody was harmed
  - metric: Packages that came back
    target: ">= 95 %"
    within: 10 days
handoffs:
  - then: plant-check
    gate: [closing-note published]
    delivers: [closing-note@1]
    rollback: Open the case again
  - joins: plant-check
    at: inspect
    delivers: [closing-note@1]
  - cycles-to: batch-recall
    until: harm < 2
    at-most: 3
  - cycles-to: plant-check
    every: quarterly
  - escalates-to: plant-check
    if: harm = 5
    from: assess
    blocks: true
    resumes-at: work
  - waits-for: plant-check
    needs: check-report@2
    before: close
    workaround: Use the report of last year
    cut-over: once the new one is signed
variations:
  - when: the package is glass
    add:
      skill: laboratory-analyst
      do: Look for splinters
    insert-after: assess
pitfalls:
  - Waiting for the laboratory
  - pitfall: Telling customers twice
    avoid: Hold the checkpoint first
retrospective: [What would have told us earlier?]
reference:
  - title: What the authority asks
    checklist: [batch numbers, quantities]
  - title: Words to use
    text: Plain ones
  - title: Whom to call
    list: [the plant, the carrier]
  - title: How bad is it
    table:
      columns: [Harm, Means]
      rows:
        - [1, cosmetic]
        - [5, injury]
      bands: { green: < 2, yellow: 2-3, red: "> 3" }
  - title: Which way back
    choices:
      - when: few customers
        choose: Call them
track-record:
  frequency: monthly
  duration: 3 hours
  success-rate: 92 %
  improve: [faster list of customers]
`;

export const checkText = `chain: plant-check
title: Plant check
version: 1.3.0
timeline: 2-4 days
inputs:
  scope: What is looked at
phases:
  - phase: Look
    id: look
    window: weeks 1-2
    because: the auditor comes on Mondays
    entry: scope is known
    steps:
      - id: inspect
        skill: quality-manager
        do: Inspect the lines
        needs: [scope]
        produces: [check-report@2]
      - parallel:
          - skill: quality-manager
            do: Ask those who work there
          - skill: laboratory-analyst
            do: Wipe the surfaces
        join: all
        synthesize: { team: quality, do: Put both side by side }
    deliverable: A list of what was seen
    exit: [every line was seen]
  - phase: Mend
    takes: 2 weeks
    steps:
      - id: bad
        decision: Is it bad?
        routes:
          - when: it is
            steps:
              - id: mend
                skill: logistics-planner
                do: Have it mended
          - otherwise: look
            at-most: 1
      - checkpoint: Mended
        id: mended
        if-refused: stop
    deliverable:
      mended-lines: The lines that run again
output:
  check-report@2: What was seen
`;

export const suiteText = `suite: safe-food
title: Safe food
summary: What the plants do this year
items:
  S1:
    title: Recall rehearsed
    chain: batch-recall
    domain: safety
    priority: P0
    owner: quality
  S2:
    title: Plant report
    plan: plan.plant-report@v1.yaml
    domain: reporting
    priority: P1
    owner: Paper
    needs: [S1]
phases:
  - phase: Rehearse
    window: weeks 1-4
    because: the plant stands still
    focus: What may go wrong
    items: [S1]
    exit: [rehearsal held]
    success: [100% of P0]
    capacity: { active: 2, people-per-item: 2-3 }
  - phase: Report
    window: weeks 5-6
    items: [S2]
    exit: report is out
    success:
      - metric: Plants that reported
        target: at least 4
        within: 2 weeks
teams:
  quality: { primary: [S1], support: all }
  Paper:
    primary: S2
    support: [S1]
risks:
  - risk: No time
    level: high
    mitigation: Begin early
    owner: quality
contingency: [Each rehearsal can be stopped]
communication:
  - cadence: weekly
    what: What stands in the way
artifacts: [A report for each plant]
quality-gates: [No open complaint]
`;

export const planText = `meta:
  id: plan.plant-report@v1
  owner: quality
  purpose: Writes the yearly report of a plant
  tags: [report]
  guardrails: [Names no people]
modelConfig:
  model: large
  temperature: 0.2
  maxTokens: 4000
inputs:
  plant: string
  findings:
    type: list
    description: What was found this year
    required: false
    default: []
template: |
  # Report of {{plant}}

  {{findings}}
examples:
  - name: small
    inputs: { plant: North, findings: [dust] }
    expected_contains: [North]
`;

export const configurationText = `root: true
preset: recommended
rules:
  unused-product: off
  unknown-skill: error
overrides:
  - files: [drafts, '**/*.suite.yaml']
    preset: strict
    rules:
      missing-key: information
`;

/** By path below the workspace folder. */
export const everyKeyFiles: Readonly<Record<string, string>> = {
  'team.skills.yaml': catalogueText,
  'batch-recall.chain.yaml': recallText,
  'plant-check.chain.yaml': checkText,
  'safe-food.suite.yaml': suiteText,
  'plan.plant-report@v1.yaml': planText,
  '.skill-chains.yaml': configurationText,
};

/** A key or a value of a document, by the key it belongs to. */
export interface KeyedPlace {
  /** `step.needs`: of the record `step` the key `needs`. */
  readonly name: string;
  /** Its text, without quotes. */
  readonly span: Span;
}

export interface KeyPlace extends KeyedPlace {
  /** The key with its value. */
  readonly entry: Span;
  /** The mapping that it is a key of. */
  readonly record: MapNode;
}

/** Every key of the language in a document, in text order. */
export const keysOf = ({ document: { shape } }: FeatureContext): readonly KeyPlace[] =>
  [...shape.keys]
    .map(([entry, { key }]) => ({
      name: `${shape.records.get(entry.parent)?.name ?? ''}.${key}`,
      span: entry.key.span,
      entry: entry.span,
      record: entry.parent,
    }))
    .toSorted((left, right) => left.span.start - right.span.start);

export interface ValuePlace extends KeyedPlace {
  /** `undefined` of a value that the table does not know. */
  readonly shape: ScalarShape | undefined;
  /** It is the key of a map whose keys the author chooses. */
  readonly isKey: boolean;
  /** The texts beside it in its list, which are not offered a second time. */
  readonly beside: readonly string[];
}

/** Every scalar below a key of the language, names that are keys of free maps included. */
export function valuesOfKeys({ document: { shape, tree, text } }: FeatureContext): readonly ValuePlace[] {
  return [...walk(tree)].flatMap(node => {
    if (node.kind !== 'scalar') return [];
    const name = keyAround(shape, node);
    if (name === undefined) return [];
    const { parent } = node;
    const list = parent?.kind === 'list' ? parent.items : [];
    return [
      {
        name,
        span: contentSpan(node, text),
        shape: meaningOf(node, shape),
        isKey: parent?.kind === 'entry' && parent.key === node,
        beside: list.flatMap(item => (item.kind === 'scalar' && item !== node ? [item.text] : [])),
      },
    ];
  });
}

/** The key that a scalar is the value of, or a part of that; `undefined` for such a key itself. */
function keyAround(shape: ShapeReport, scalar: ScalarNode): string | undefined {
  for (let at: SyntaxNode | Entry | undefined = scalar; at !== undefined; at = at.parent) {
    if (at.kind !== 'entry') continue;
    const key = shape.keys.get(at);
    if (key === undefined) continue;
    return at.key === scalar ? undefined : `${shape.records.get(at.parent)?.name ?? ''}.${key.key}`;
  }
  return undefined;
}
