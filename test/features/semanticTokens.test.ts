import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { semanticTokens } from '../../server/src/core/features/semanticTokens.ts';
import { tokenModifiers, tokenTypes } from '../../server/src/core/features/support/tokens/tokenTypes.ts';
import { createTokenMemory } from '../../server/src/core/tokenMemory.ts';
import { type ContextOptions, contextOf } from './feature.ts';

interface Shown {
  readonly word: string;
  readonly type: string;
  readonly line: number;
}

/** What each token covers and what it is, its modifiers behind dots. */
function tokensOf(
  text: string,
  options: ContextOptions = {},
  lines?: readonly [number, number],
): readonly Shown[] {
  const context = contextOf(text, options);
  const range = lines && {
    start: { line: lines[0], character: 0 },
    end: { line: lines[1], character: 0 },
  };
  const data = semanticTokens(context, range);
  const found: Shown[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    line += down;
    character = down === 0 ? character + right : right;
    assert.ok(at === 0 || down > 0 || right > 0, 'in text order and apart');
    const start = context.document.lines.offset({ line, character });
    const end = context.document.lines.offset({ line, character: character + length });
    assert.equal(end - start, length, 'on one line');
    const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
    found.push({ word: text.slice(start, end), type: [tokenTypes[type], ...modifiers].join('.'), line });
  }
  return found;
}

const pairs = (text: string, options?: ContextOptions): readonly string[] =>
  tokensOf(text, options).map(({ word, type }) => `${word} ${type}`);

const head = 'chain: draft\ntitle: Draft\n';
const own = 'draft chain.declaration';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly tokens: readonly string[];
}

const step = (rest: string): string => `${head}steps:\n  - skill: SRE\n    do: A\n${rest}`;
const first = [own, 'SRE skill'];

const cases: readonly Case[] = [
  {
    name: 'names of nodes, skills and artefacts',
    text: `${head}inputs: { ticket: Words }
steps:
  - id: look
    skill: site-reliability-engineer
    needs: [ticket, gone]
    produces: [scope@2]
  - { id: tell, skill: nobody, needs: [scope@2, scope@3], after: [look, away] }
output: { scope@2: It, sum: All }
`,
    tokens: [
      own,
      'ticket artefact',
      'look step.declaration',
      'site-reliability-engineer skill',
      'ticket artefact',
      'scope artefact',
      '2 number',
      'tell step.declaration',
      'scope artefact',
      '2 number',
      'look step',
      'scope artefact',
      '2 number',
      'sum artefact.declaration',
    ],
  },
  {
    name: 'phases and lanes by their names and ids, and jumps',
    text: `${head}phases:
  - phase: Find out
    id: find
    window: weeks 1-4
    steps:
      - id: p
        parallel:
          - lane: Legal
            steps: [{ skill: SRE, do: A }]
          - { skill: SRE, do: B }
      - checkpoint: Good?
        by: SRE
        if-refused: { back-to: find, at-most: 2 }
      - decision: So?
        routes: [{ when: x, go: end }, { otherwise: next }]
`,
    tokens: [
      own,
      'Find out phase.declaration',
      'find phase.declaration',
      'weeks unit',
      '1 number',
      '- operator',
      '4 number',
      'p step.declaration',
      'Legal lane.declaration',
      'SRE skill',
      'SRE skill',
      'SRE skill',
      'find phase',
      '2 number',
      'end keyword',
      'next keyword',
    ],
  },
  {
    name: 'other chains, their inputs and nodes',
    text: `${head}steps:
  - { chain: yearly-audit, with: { audit-scope: x, other: y } }
  - { chain: nowhere }
handoffs:
  - { joins: yearly-audit, at: look }
  - { then: nowhere }
`,
    tokens: [own, 'yearly-audit chain', 'audit-scope artefact', 'yearly-audit chain', 'look step'],
  },
  ...(
    [
      ['takes: 30 min', ['30 number', 'min unit']],
      ['takes: 5 minutes - 4 hours', ['5 number', 'minutes unit', '- operator', '4 number', 'hours unit']],
      ['takes: "2-3 working days" # ok', ['2 number', '- operator', '3 number', 'working days unit']],
      ['takes: >-\n      2\n      weeks', ['2 number', 'weeks unit']],
      ['takes: soon', []],
      ['takes: 5 m', []],
      [
        'when: severity > 3 and not (cost <= $1.5M)',
        [
          'severity measure',
          '> operator',
          '3 number',
          'and keyword',
          'not keyword',
          'cost measure',
          '<= operator',
          '$1.5M number',
        ],
      ],
      [
        "when: 'severity > 3\n      or cost < 20 %'",
        [
          'severity measure',
          '> operator',
          '3 number',
          'or keyword',
          'cost measure',
          '< operator',
          '20 number',
          '% unit',
        ],
      ],
      ['when: "\\x73everity > 3"', []],
      ['when: nobody knows, or 3 do', []],
      ['when: severity-2 < 2 days', ['< operator', '2 number', 'days unit']],
    ] as const
  ).map(
    ([line, tokens]): Case => ({
      name: line,
      text: step(`    ${line}\nmeasures: { severity: 1-5, cost: {} }\n`),
      tokens: [
        ...first,
        ...tokens,
        'severity measure.declaration',
        '1 number',
        '- operator',
        '5 number',
        'cost measure.declaration',
      ],
    }),
  ),
  ...(
    [
      ['">= 90 %"', ['>= operator', '90 number', '% unit']],
      ['at least 2 reviewers - 3 at best', ['at least operator', '2 number']],
      ['$10M-$100M', ['$10M number', '- operator', '$100M number']],
      ['20..30 minutes', ['20 number', '.. operator', '30 number', 'minutes unit']],
      ['4.5+', ['4.5 number', '+ operator']],
      ['-40 %', ['- operator', '40 number', '% unit']],
      ['many', []],
    ] as const
  ).map(
    ([target, tokens]): Case => ({
      name: `target ${target}`,
      text: step(`success:\n  - metric: M\n    target: ${target}\n    within: 30 days\n`),
      tokens: [...first, ...tokens, '30 number', 'days unit'],
    }),
  ),
  {
    name: 'cadences and timelines in words',
    text: `${head}timeline: ongoing\nreview: after each run\nsteps: []\ntrack-record: { frequency: weekly }\n`,
    tokens: [own, 'ongoing keyword', 'after keyword', 'each keyword', 'run keyword', 'weekly keyword'],
  },
  {
    name: 'names in quotes, blocks and several lines, behind characters of two units',
    text: step(
      `  - { do: "🚒 🚒", skill: 'SRE', id: "lo\\x6fk" } # 🚒\n  - skill: >-\n      Site Reliability\n      Engineer\n    do: 🚒\n  - skill: Site\n      Reliability Engineer\n    do: B\n`,
    ),
    tokens: [
      ...first,
      'SRE skill',
      'lo\\x6fk step.declaration',
      'Site Reliability skill',
      'Engineer skill',
      'Site skill',
      'Reliability Engineer skill',
    ],
  },
  { name: 'a broken text as far as it is read', text: step('    when: [\n'), tokens: first },
  {
    name: 'no name that another means',
    text: `${head}steps:\n  - { skill: __proto__, do: A, after: constructor }\n`,
    tokens: [own],
  },
  { name: 'nothing of an empty text', text: '', tokens: [] },
];

describe('semantic tokens', () => {
  for (const { name, text, tokens } of cases) {
    test(`mark ${name}`, () => {
      assert.deepEqual(pairs(text), tokens);
      const crlf = text.replaceAll('\n', '\r\n');
      assert.deepEqual(pairs(crlf), tokens);
    });
  }

  test('mark what a catalogue, a suite and a plan declare and name', () => {
    assert.deepEqual(
      pairs('skills:\n  sre: { aliases: [Ops, Fire], team: infra }\nteams: { infra: { lead: sre } }\n', {
        path: 'own.skills.yaml',
        files: {},
      }),
      [
        'sre skill.declaration',
        'Ops skill.declaration',
        'Fire skill.declaration',
        'infra team',
        'infra team.declaration',
        'sre skill',
      ],
    );
    const plan =
      'meta: { id: plan.scan@v1 }\ninputs: { area: string }\ntemplate: |\n  Scan {{area}} and {{gone}} 🚒 {{ area }}\nexamples: [{ name: a, inputs: { area: x } }]\n';
    assert.deepEqual(pairs(plan, { path: 'plan.scan@v1.yaml', files: {} }), [
      'plan.scan@v1 plan.declaration',
      'area parameter.declaration',
      'area parameter',
      'area parameter',
      'area parameter',
    ]);
    assert.deepEqual(
      pairs(
        'suite: year\nitems:\n  P1: { plan: plan.scan@v1.yaml }\n  P2: { plan: gone.yaml, needs: [P1, P9] }\nphases: [{ phase: One, items: [P1] }]\n',
        { path: 'year.suite.yaml', files: { 'plan.scan@v1.yaml': plan } },
      ),
      [
        'year suite.declaration',
        'P1 item.declaration',
        'plan.scan@v1.yaml plan',
        'P2 item.declaration',
        'P1 item',
        'One phase.declaration',
        'P1 item',
      ],
    );
  });

  test('of a few lines are those of the whole that stand there', () => {
    const text = cases
      .map(each => each.text)
      .join('')
      .replaceAll(head, '');
    const all = tokensOf(head + text);
    const count = text.split('\n').length;
    assert.ok(all.length > 5);
    for (let from = 0; from < count; from += 7) {
      const to = from + 10;
      assert.deepEqual(
        tokensOf(head + text, {}, [from, to]).filter(({ line }) => line < to),
        all.filter(({ line }) => line >= from && line < to),
      );
    }
  });
});

describe('the memory of tokens', () => {
  const apply = (
    before: readonly number[],
    answer: ReturnType<ReturnType<typeof createTokenMemory>['since']>,
  ) => {
    if ('data' in answer) return answer.data;
    const result = [...before];
    for (const { start, deleteCount, data = [] } of answer.edits) result.splice(start, deleteCount, ...data);
    return result;
  };

  test('tells the difference to what the client has', () => {
    const memory = createTokenMemory();
    const texts = [[1, 1, 1, 1, 1], [], [1, 2, 3], [1, 2, 3], [1, 2, 2, 3], [2, 3], [1, 2, 3, 1, 2, 3]];
    let id = memory.whole('a', []).resultId ?? '';
    let known: readonly number[] = [];
    for (const data of texts) {
      const answer = memory.since('a', id, data);
      assert.ok(!('data' in answer));
      known = apply(known, answer);
      assert.deepEqual(known, data);
      id = answer.resultId ?? '';
    }
  });

  test('gives everything to a client that has something else', () => {
    const memory = createTokenMemory();
    memory.whole('a', [1]);
    const known = memory.whole('a', [2]).resultId ?? '';
    assert.ok('data' in memory.since('b', known, [1]));
    assert.ok('data' in memory.since('a', 'nonsense', [3]));
    memory.forget('a');
    assert.ok('data' in memory.since('a', known, [1]));
  });
});
