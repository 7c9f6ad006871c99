/** A programme of 33 prompt plans in four phases, with the mistakes that such plans have in practice. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lintExample } from '../support/check.ts';
import { costOfAwaiting } from '../support/processorTime.ts';

/** Id, title, slug of the plan's file, folder, priority, owner, what it needs. */
const items = `
P17 Performance benchmark|performance-benchmark|performance|P0|Platform|
P22 Observability reliability|observability-reliability|performance|P0|SRE|
P26 Security baseline|security-baseline|security|P0|Security|
P31 Metrics taxonomy|metrics-taxonomy|observability|P0|Platform|
P49 Ownership matrix|ownership-matrix|governance|P0|Leadership|
P18 Hot path profiling|hot-path-profiling|performance|P1|Platform|P17
P19 Load testing|load-testing|performance|P0|Platform|P17
P23 Build optimization|build-artifact-optimization|performance|P1|DevOps|
P24 Canary rollback|canary-rollback|performance|P0|Platform|
P27 Threat modelling|threat-modeling|security|P0|Security|P26
P28 Secrets management|secrets-management|security|P0|Security|
P32 Distributed tracing|distributed-tracing|observability|P0|Platform|P31
P20 Caching strategy|caching-strategy|performance|P1|Platform|P18
P21 Resource budgeting|resource-budgeting|performance|P1|Platform|P19
P25 Dependency hygiene|dependency-hygiene|performance|P1|Platform|
P29 SBOM signing|sbom-signing|security|P1|Security|P28
P30 License compliance|license-compliance|security|P1|Legal|
P33 Log management|log-management|observability|P1|Platform|P32
P46 Policy engine|policy-engine|governance|P1|Platform|P26, P27
P34 Realtime analytics|realtime-analytics|observability|P2|Data|P31, P32
P35 Anomaly detection|anomaly-detection|observability|P2|Platform|P31
P36 Data lineage|data-lineage|data|P1|Data|
P37 Experimentation|experimentation|data|P2|Product|P36
P38 Mock data factory|mock-data-factory|data|P1|QA|
P39 Model reproducibility|model-reproducibility|data|P2|ML|
P40 Data privacy|data-privacy|data|P0|Privacy|P36
P41 DX feedback|dx-feedback|dx|P2|DX|
P42 Accessibility|accessibility-automation|dx|P1|Frontend|
P43 UX guidelines|ux-guidelines|dx|P2|Design|
P44 Developer portal|developer-portal|dx|P2|DX|
P45 Code review quality|code-review-quality|dx|P1|Engineering|
P47 Platform abstraction|platform-abstraction|governance|P1|Platform|P46
P48 Documentation QA|documentation-qa|governance|P1|DX|`
  .trim()
  .split('\n')
  .map(line => {
    const [named = '', slug = '', folder = '', priority = '', owner = '', needs = ''] = line.split('|');
    const [id = '', ...title] = named.split(' ');
    return { id, title: title.join(' '), slug, folder, priority, owner, needs };
  });

const path = 'platform.suite.yaml';
const planPath = ({ folder, slug }: (typeof items)[number]): string => `${folder}/plan.${slug}@v1.yaml`;
const files = Object.fromEntries(
  items.map(item => [
    planPath(item),
    `meta: { id: plan.${item.slug}@v1 }\ntemplate: Do what ${item.title} is about.\n`,
  ]),
);

const ids = (from: number, to: number): string =>
  items
    .slice(from, to)
    .map(item => item.id)
    .join(', ');
const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, at) => `P${first + at}`).join(', ');

const suite = `suite: platform
title: Platform
items:
${items
  .map(
    item =>
      `  ${item.id}: { title: ${item.title}, plan: ${planPath(item)}, priority: ${item.priority}, owner: ${item.owner}${item.needs === '' ? '' : `, needs: [${item.needs}]`} }\n`,
  )
  .join('')}phases:
  - phase: Foundation
    window: weeks 1-4
    items: [${ids(0, 5)}]
    success: [100% of P0 done]
    capacity: { active: 4, people-per-item: 2-3 }
  - phase: Hardening
    window: weeks 5-8
    items: [${ids(5, 12)}]
    success: ['100% of P0, 80% of P1 done']
    capacity: { active: 7, people-per-item: 2 }
  - phase: Governance
    window: weeks 9-12
    items: [${ids(12, 19)}]
    success: ['100% of P0-P1, 60% of P2 done']
    capacity: { active: 7, people-per-item: 1-2 }
  - phase: Experience
    window: weeks 13-16
    items: [${ids(19, 33)}]
    success: [All done or put off with a reason]
    capacity: { active: 14, people-per-item: 1 }
teams:
  Platform: { primary: [${range(17, 25)}, ${range(31, 33)}, P46, P47], support: all }
  Security: { primary: [${range(26, 30)}], support: [P40, P46] }
  Data: { primary: [${range(34, 40)}], support: [${range(31, 33)}] }
  Frontend: { primary: [P42, P43, P44], support: [P41, P45] }
  DX: { primary: [P41, P44, P45, P48], support: [P42, P43] }
  Leadership: { primary: [P49], support: all }
`;

const found = async (text: string): Promise<readonly string[]> => {
  const { findings, document } = await lintExample({ text, files, path }, text);
  return findings.map(({ code, span }) => `${code} ${document.text.slice(span.start, span.end)}`);
};

/** What the programme has as it was planned. */
const asPlanned = [
  'owner-without-team SRE',
  'title-not-file-name Build optimization',
  'owner-without-team DevOps',
  'owner-without-team Legal',
  'owner-without-team Product',
  'same-phase-dependency P36',
  'owner-without-team QA',
  'owner-without-team ML',
  'owner-without-team Privacy',
  'priority-inversion P36',
  'same-phase-dependency P36',
  'title-not-file-name Accessibility',
  'owner-without-team Design',
  'owner-without-team Engineering',
  'over-capacity 4',
  "vacuous-success '100% of P0-P1, 60% of P2 done'",
];

test('the programme as it was planned', async () => assert.deepEqual(await found(suite), asPlanned));

/** What the only item of a suite points at, and what is found of it. */
const targets: readonly (readonly [target: string, found: readonly string[]])[] = [
  ['chain: a#1/audit.chain.yaml', []],
  ['chain: a#1/audits.chain.yaml', ['unknown-file a#1/audits.chain.yaml']],
  ['chain: ../a#1/audit.chain.yaml', ['unknown-file ../a#1/audit.chain.yaml']],
  ['plan: a#1/audit.chain.yaml', ['unknown-file a#1/audit.chain.yaml']],
  ['plan: "a#1/plan.b#2@v1.yaml"', []],
  ['plan: a#1/plan.b@v1.yaml', ['unknown-file a#1/plan.b@v1.yaml']],
  // No item points into a file.
  ['chain: "a#1/audit.chain.yaml#look"', ['unknown-file "a#1/audit.chain.yaml#look"']],
  // What is not written at all is said once.
  ['chain: ""', ['wrong-type ""']],
  ["chain: ' '", ["wrong-type ' '"]],
  ['plan: ""', ['wrong-type ""']],
];

describe('what an item points at', () => {
  const around = {
    'a#1/audit.chain.yaml': 'chain: audit\ntitle: Audit\nsteps:\n  - { team: security, do: Look }\n',
    'a#1/plan.b#2@v1.yaml': 'meta: { id: plan.b#2@v1 }\ntemplate: Look.\n',
  };
  for (const [target, expected] of targets) {
    test(target, async () => {
      const text = `suite: platform\ntitle: Platform\nitems:\n  A: { title: A, ${target} }\n`;
      const { findings, document } = await lintExample({ text, files: around, path }, text);
      assert.deepEqual(
        findings
          .filter(({ code }) => code !== 'title-not-file-name')
          .map(({ code, span }) => `${code} ${document.text.slice(span.start, span.end)}`),
        expected,
      );
    });
  }
});

/** One change each, and what it adds to the findings. */
const changes: readonly (readonly [what: string, from: string, to: string, added: readonly string[]])[] = [
  [
    'a plan that moved',
    'security/plan.security-baseline',
    'plan.security-baseline',
    ['unknown-file plan.security-baseline@v1.yaml'],
  ],
  ['an item that is not there', 'needs: [P17]', 'needs: [P71]', ['unknown-item P71']],
  [
    'a need of a later phase',
    'owner: Leadership }',
    'owner: Leadership, needs: [P18] }',
    ['needs-later-phase P18', 'priority-inversion P18'],
  ],
  ['a circle', 'owner: SRE }', 'owner: SRE, needs: [P22] }', ['dependency-cycle P22']],
  ['an item in no phase', ', P49]\n    success', ']\n    success', ['item-in-no-phase P49']],
  ['an item in two phases', 'items: [P18', 'items: [P17, P18', ['item-in-two-phases P17']],
  ['windows that overlap', 'window: weeks 5-8', 'window: weeks 3-8', ['windows-overlap weeks 3-8']],
  [
    'a team without its items',
    'Leadership: { primary: [P49], support',
    'Leadership: { support',
    ['item-without-team P49', 'team-without-items Leadership'],
  ],
];

describe('one change', () => {
  for (const [what, from, to, added] of changes) {
    test(what, async () => {
      assert.ok(suite.includes(from), from);
      const extra = [...(await found(suite.replace(from, to)))];
      for (const known of asPlanned) {
        const at = extra.indexOf(known);
        if (at >= 0) extra.splice(at, 1);
      }
      assert.deepEqual(extra, added);
    });
  }
});

test('a suite of thousands of items takes no longer than its length', async () => {
  const many = 3000;
  const lines = Array.from(
    { length: many },
    (_, at) => `  i${at}: { chain: x, needs: [i${(at + 1) % many}] }\n`,
  );
  const text = `suite: platform\ntitle: A\nitems:\n${lines.join('')}phases:\n  - phase: B\n    items: [${Array.from({ length: many }, (_, at) => `i${at}`).join(', ')}]\n    capacity: { active: 2 }\n`;
  const took = await costOfAwaiting(async () => {
    const { findings } = await lintExample({ text: '', files: {}, path }, text);
    assert.ok(findings.some(({ code }) => code === 'dependency-cycle'));
  });
  assert.ok(took < 3000, `${Math.round(took)} ms`);
});
