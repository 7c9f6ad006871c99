/** Where a product that nobody takes in its own chain is not told of, as somebody else may take it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintExample } from '../support/check.ts';

const chain = (rest: string, steps = ''): string => `chain: restore-service
title: Restore the service
steps:
  - { id: a, skill: site-reliability-engineer, do: Restore it, produces: [timeline, first-notes] }
  - { id: b, skill: technical-writer, do: Write it down, needs: [timeline], produces: [report] }
${steps}${rest}`;

const output = 'output:\n  report: What happened\n';

const other = (rest: string): string => `chain: other
title: Other
inputs: { report: What happened }
steps:
  - { id: x, skill: technical-writer, do: Read it, needs: [report] }
${rest}`;

interface Case {
  readonly says: string;
  readonly text: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly found: readonly string[];
}

const told = ['unused-product first-notes'];

const cases: readonly Case[] = [
  { says: 'nobody takes it', text: chain(output), found: told },
  { says: 'the chain has no outputs', text: chain(''), found: [] },
  { says: 'the output is a sentence', text: chain('output: The service runs\n'), found: [] },
  {
    says: 'no node says what it needs',
    text: chain(output).replace(' needs: [timeline],', ''),
    found: [],
  },
  {
    says: 'another chain waits for it',
    text: chain(output),
    files: {
      'other.chain.yaml': other('handoffs:\n  - waits-for: restore-service\n    needs: first-notes\n'),
    },
    found: [],
  },
  {
    says: 'another chain waits for something else',
    text: chain(output),
    files: { 'other.chain.yaml': other('handoffs:\n  - waits-for: restore-service\n    needs: report\n') },
    found: told,
  },
  {
    says: 'another chain runs this one and picks it',
    text: chain(output),
    files: { 'other.chain.yaml': other('  - { chain: restore-service, produces: [first-notes] }\n') },
    found: [],
  },
  {
    says: 'a broken file speaks of it',
    text: chain(output),
    files: { 'other.chain.yaml': other('  - { chain: restore-service, produces: [first-notes\n') },
    found: [],
  },
  {
    says: 'a chain that is run takes it by its name',
    text: chain(output, '  - chain: other\n'),
    files: {
      'other.chain.yaml': other('')
        .replace('{ report:', '{ first-notes:')
        .replace('[report]', '[first-notes]'),
    },
    found: [],
  },
  {
    says: 'a chain that is run takes something else',
    text: chain(output, '  - chain: other\n'),
    files: { 'other.chain.yaml': other('') },
    found: told,
  },
  {
    says: 'a chain follows that is not known',
    text: chain(`${output}handoffs:\n  - then: far-away\n`),
    found: ['unknown-chain far-away'],
  },
  {
    says: 'a chain follows that is not known, and something else is delivered',
    text: chain(`${output}handoffs:\n  - then: far-away\n    delivers: [report]\n`),
    found: [...told, 'unknown-chain far-away'],
  },
  {
    says: 'a use of it is misspelled',
    text: chain(output).replace('[timeline],', '[timeline, first-note],'),
    found: ['unknown-artefact first-note'],
  },
  {
    says: 'a variation needs it',
    text: chain(
      `${output}variations:\n  - when: it was grave\n    add: { skill: technical-writer, do: Tell all, needs: [first-notes] }\n`,
    ),
    found: [],
  },
  {
    says: 'a sentence elsewhere names it, which is of several words',
    text: chain(`${output}retrospective:\n  - What was missing in first-notes?\n`),
    found: [],
  },
  {
    says: 'its own node names it',
    text: chain(output).replace('do: Restore it', 'do: Restore it with first-notes'),
    found: told,
  },
];

for (const { says, text, files = {}, found } of cases) {
  test(`where ${says}: ${found.join(', ') || 'nothing'}`, async () => {
    const tried = await lintExample({ text, path: 'restore-service.chain.yaml', files }, text);
    assert.deepEqual(
      tried.findings
        .filter(each => each.code !== 'unknown-skill')
        .map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`),
      found,
    );
  });
}
