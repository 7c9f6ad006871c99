/** What is broken in one place of a file silences nothing that stands elsewhere and does not depend on it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadedService } from '../support/requests.ts';

const { service, workspace } = await loadedService({});
const uri = workspace.uri('repair.chain.yaml');
let version = 0;

/** The codes of the findings with the words that they cover. */
function findings(text: string): readonly string[] {
  service.setDocument(uri, ++version, text);
  const document = service.snapshot().documents.get(uri);
  assert.ok(document);
  return service
    .diagnostics(uri)
    .filter(({ code }) => code !== 'unknown-skill')
    .map(({ code, range: { start, end } }) => {
      const covered = text.slice(document.lines.offset(start), document.lines.offset(end));
      return `${code} ${covered}`;
    });
}

const first = `chain: repair
title: Repair
inputs:
  alert: What was noticed
steps:
  - id: look
    skill: a
    do: Look
    needs: [alart]
  - id: write
    skill: a
    do: Write
    needs: [log]
`;
const second = `  - id: mend
    skill: a
    do: Mend
    produces: [log]
  - parallel:
      - id: left
        skill: a
        do: Left
        needs: [right-part]
      - id: right
        skill: a
        do: Right
        produces: [right-part]
    id: both
  - checkpoint: Mended
    if-refused: { back-to: loook, at-most: 2 }
  - checkpoint: Written
    if-refused: { back-to: look }
  - checkpoint: Early
    if-refused: { back-to: left, at-most: 2 }
  - decision: Again?
    routes:
      - when: log exists
        go: mend
        at-most: 1
`;
const third = `  - id: last
    skill: a
    do: Close
`;
const expected = [
  'unknown-artefact alart',
  'needed-before-produced log',
  'needed-before-produced right-part',
  'unknown-node loook',
  'loop-without-bound look',
  'illegal-jump left',
  'decision-without-otherwise decision',
];

test('the findings of the whole text', () => {
  assert.deepEqual(findings(first + second + third), expected);
});

describe('stay', () => {
  const unread = [
    '  - \n',
    '  -\n',
    '  - note: x\n',
    '  - produces: [x]\n',
    '  - Look again\n',
    '  - skil: a\n    do: Look again\n',
  ];
  for (const item of unread) {
    for (const [place, text] of [
      ['between', first + item + second + third],
      ['behind', first + second + third + item],
    ] as const) {
      test(`with ${JSON.stringify(item)} ${place}`, () => {
        const found = findings(text);
        assert.deepEqual(
          found.filter(each => expected.includes(each)),
          expected,
        );
        assert.ok(found.length <= expected.length + 1, found.join('\n'));
      });
    }
  }

  const breaks = [
    'output: [a, b\n',
    'summary: "open\n',
    '  - skill: a\n   do: x\n',
    '<<<<<<< mine\n',
    'note: }\n',
  ];
  for (const tail of breaks) {
    test(`with ${JSON.stringify(tail)} at the end`, () => {
      const found = findings(first + second + third + tail);
      assert.deepEqual(
        found.filter(each => expected.includes(each)),
        expected,
        found.join('\n'),
      );
      assert.ok(found.length > expected.length, 'and the break is told');
    });
  }
});

describe('stay silent where what is broken may hold what is missing', () => {
  const silenced: readonly (readonly [string, string, string])[] = [
    ['an unread step that makes it', '  - skil: a\n    produces: [alart]\n', 'unknown-artefact alart'],
    ['an unread step of that name', '  - sill: Loook\n', 'unknown-node loook'],
    ['a text of that name', '  - loook\n', 'unknown-node loook'],
    ['a break with that name behind it', 'x: [\nid: loook\n', 'unknown-node loook'],
    ['a break with that artefact behind it', 'x: "\nproduces: [alart]\n', 'unknown-artefact alart'],
  ];
  for (const [name, tail, finding] of silenced) {
    test(name, () => {
      const found = findings(first + second + third + tail);
      assert.ok(!found.includes(finding), found.join('\n'));
      assert.ok(found.includes('loop-without-bound look'), found.join('\n'));
    });
  }

  test('a decision that a break may have cut off', () => {
    const found = findings(`${first + second}      - otherwise: [\n`);
    assert.ok(!found.includes('decision-without-otherwise decision'), found.join('\n'));
  });

  test('a node that only an unread jump may lead to', () => {
    const text = `chain: repair\ntitle: Repair\nsteps:\n  - decision: Which?\n    routes:\n      - otherwise: end\n  - id: late\n    skill: a\n    do: x\n`;
    assert.deepEqual(findings(text), ['unreachable-node late']);
    assert.deepEqual(findings(text.replace('- otherwise', '-\n      - otherwise')).slice(1), []);
  });
});

test('a chain in a file that is too large to be read is not called missing', async () => {
  const world = await loadedService({
    'a.skills.yaml': 'skills: { a: {} }',
    'large.chain.yaml': `chain: large\ntitle: Large\nx-all: [${'1, '.repeat(60_000)}]\nsteps: [{ skill: a, do: x }]\n`,
    'small.chain.yaml':
      'chain: small\ntitle: Small\nsteps: [{ chain: large }]\nhandoffs: [{ then: large }, { then: larger }]\n',
    'all.suite.yaml':
      'suite: all\ntitle: All\nitems: { a: { title: Large, chain: large } }\nphases: [{ phase: One, items: [a] }]\n',
  });
  const codes = (path: string): readonly unknown[] =>
    world.service.diagnostics(world.workspace.uri(path)).map(({ code }) => code);
  assert.deepEqual(codes('large.chain.yaml'), ['too-large']);
  assert.deepEqual(codes('small.chain.yaml'), ['unknown-chain']);
  assert.deepEqual(codes('all.suite.yaml'), []);
});
