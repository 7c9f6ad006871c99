/** Which sentences can be told, which changes count from something, and which numbers are parts of one whole. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lintExample } from '../support/check.ts';

const head = 'chain: demo\ntitle: Demo\nsteps: [{ checkpoint: Agreed }]\n';

async function found(code: string, rest: string): Promise<number> {
  const text = head + rest;
  const { findings } = await lintExample({ text, files: {} }, text, code);
  assert.deepEqual(
    findings.filter(each => each.code !== code).map(each => each.code),
    [],
    text,
  );
  return findings.length;
}

const table = (columns: readonly string[], ...rows: readonly (readonly string[])[]): string =>
  `reference:\n  - title: It\n    table:\n      columns: ${JSON.stringify(columns)}\n      rows:\n${rows.map(row => `        - ${JSON.stringify(row)}\n`).join('')}`;

/** What a table or text is, and how much is found in it. */
const wholes: Readonly<Record<string, readonly [rest: string, count: number]>> = {
  'weights that are one whole': [table(['Of', 'Weight'], ['A', '60%'], ['B', '40 %']), 0],
  'weights that are not': [table(['Of', 'Weight'], ['A', '60%'], ['B', '30 %']), 1],
  'weights in thirds': [table(['Of', 'Weight'], ['A', '33 %'], ['B', '33 %'], ['C', '33 %']), 0],
  'weights with a fraction': [table(['Of', 'Weight'], ['A', '33.3 %'], ['B', '33.3 %'], ['C', '30.0 %']), 1],
  'weights that are no shares': [table(['Of', 'Weight'], ['A', '3'], ['B', '2']), 0],
  'weights of which one is in words': [table(['Of', 'Weight'], ['A', '60 %'], ['B', 'the rest']), 0],
  'shares of which some are left out': [table(['Of', 'Share'], ['A', '60 %'], ['B', '30 %']), 0],
  'shares of more than there is': [table(['Of', 'Share'], ['A', '60 %'], ['B', '50 %']), 1],
  rates: [table(['Of', 'Share who agree'], ['A', '60 %'], ['B', '80 %']), 0],
  'a total of money': [table(['Of', 'Cost'], ['A', '$60'], ['B', '$50'], ['Total', '$110']), 0],
  'a wrong total of money': [table(['Of', 'Cost'], ['A', '$60'], ['B', '$50'], ['Total', '$120']), 1],
  'a total of rounded money': [table(['Of', 'Cost'], ['A', '$1.2M'], ['B', '$600K'], ['Total', '$1.9M']), 0],
  prices: [table(['Of', 'Price per seat'], ['A', '$60'], ['B', '$50'], ['Total', '$55']), 0],
  'times that overlap': [table(['Of', 'Time'], ['A', '6 weeks'], ['B', '5 weeks'], ['Total', '8 weeks']), 0],
  people: [table(['Of', 'People'], ['A', '6'], ['B', '5'], ['Total', '8']), 0],
  'a total of rates': [table(['Of', 'Agree'], ['A', '60 %'], ['B', '80 %'], ['Total', '71 %']), 0],
  'a total of all': [table(['Of', 'Part'], ['A', '60 %'], ['B', '30 %'], ['Total', '100 %']), 1],
  'currencies of several kinds': [table(['Of', 'Cost'], ['A', '$60'], ['B', '€50'], ['Total', '$120']), 0],
  'a table of one row': [table(['Of', 'Weight'], ['A', '60 %']), 0],
  'a split': ['summary: A 70/20/10 split of the time\n', 0],
  'a split that is none': ['summary: A 70/20/20 split of the time\n', 1],
  'a ratio': ['summary: A 16/9 split of the screen\n', 0],
  'a rule that is called by two figures': ['summary: By the 60/60 rule most cost is upkeep\n', 0],
  'a date': ['summary: On 12/31/57 split the service\n', 0],
};

describe('parts of one whole', () => {
  for (const [what, [rest, count]] of Object.entries(wholes)) {
    test(what, async () => assert.equal(await found('shares-not-whole', rest), count));
  }
});

const sentences: readonly (readonly [sentence: string, isVague: boolean])[] = [
  ['Customers are happy', true],
  ['The release was smooth', true],
  ['Better documentation', true],
  ['Customers are happy, by their own word in a survey', false],
  ['Deploys are faster than 10 minutes', false],
  ['Nobody asks for a better search', false],
  ['The report is published', false],
  ['Der Betrieb ist besser', false],
  ['Betterment levy is paid', false],
];

describe('a sentence of success', () => {
  for (const [sentence, isVague] of sentences) {
    test(sentence, async () =>
      assert.equal(await found('success-not-measurable', `success: ["${sentence}"]\n`), isVague ? 1 : 0),
    );
  }
});

const changes: readonly (readonly [metric: string, hasBase: boolean])[] = [
  ['Incidents', false],
  ['Time from design to code', false],
  ['Incidents against the baseline', true],
  ['Incidents per quarter', true],
  ['Growth of traffic, QoQ', true],
  ['Costs in 2057', true],
  ['Störungen', true],
];

describe('a change', () => {
  for (const [metric, hasBase] of changes) {
    test(metric, async () =>
      assert.equal(
        await found('change-without-base', `success: [{ metric: "${metric}", target: -40 % }]\n`),
        hasBase ? 0 : 1,
      ),
    );
  }
});
