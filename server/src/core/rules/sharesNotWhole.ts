import type { DocumentState } from '../project/snapshot.ts';
import { resolveAlias, valueAt } from '../syntax/path.ts';
import type { MapNode, SyntaxNode } from '../syntax/tree.ts';
import type { Span } from '../util/span.ts';
import type { Finding, Rule } from './rule.ts';
import { oneStep } from './support/examples.ts';
import { scalarsOf } from './support/scalars.ts';
import { quoted } from './support/words.ts';

const table = (column: string, rows: string): string => `${oneStep}reference:
  - title: Where the time goes
    table:
      columns: [Work, ${column}]
      rows:
${rows}`;

export const sharesNotWhole: Rule = {
  code: 'shares-not-whole',
  family: 'measure',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'The parts of a whole do not add up to it.',
  details:
    'Where it is plain that numbers are parts of a whole, they have to add up to it: sums of money in a column, and shares of 100 %, to the total in its last row; the weights of a column to 100 %, and shares to no more than that; a split such as 70/20/10 to 100. One of the numbers is wrong, or one is missing. What is lost by rounding is allowed for. Nothing is reported about a total of times, people or rates, which need not be a sum.',
  fixless: 'Only whoever wrote the numbers knows which of them is wrong.',
  valid: [
    {
      text: table(
        'Weight',
        '        - [Features, 70 %]\n        - [Debt, 20 %]\n        - [Learning, 10 %]\n',
      ),
    },
    { text: table('Share', '        - [Features, 60 %]\n        - [Debt, 20 %]\n') },
    {
      text: table(
        'Cost',
        "        - [Features, $1.5K]\n        - [Debt, $500]\n        - [Total, '$2,000']\n",
      ),
    },
    { text: `${oneStep}    notes: A 70/20/10 split of the time\n` },
  ],
  invalid: [
    {
      text: table('Weight', '        - [Features, 70 %]\n        - [Debt, 20 %]\n').replace(
        '[Work, Weight]\n',
        '[Work, Weight]\n#                     ^^^^^^\n',
      ),
    },
    {
      text: table(
        'Cost',
        '        - [Features, $12K]\n        - [Debt, $5K]\n        - [Total, $20K]\n#                 ^^^^\n',
      ),
    },
    { text: `${oneStep}    notes: A 70/20/20 split of the time\n#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n` },
  ],
  *check({ document, soundness }) {
    for (const [map, record] of document.shape.records) {
      if (record.name === 'table' && soundness.holdsFor(map)) yield* tableFindings(map);
    }
    yield* splitFindings(document);
  },
};

interface Amount {
  readonly value: number;
  /** The sign of a currency, or what stands behind the number. */
  readonly unit: string;
  /** By how much the number may be off because it was rounded. */
  readonly rounding: number;
  readonly span: Span;
}

const itemsAt = (map: MapNode, key: string): readonly SyntaxNode[] => {
  const value = valueAt(map, key);
  return value?.kind === 'list' ? value.items : [];
};
const textOf = (node: SyntaxNode | undefined): string | undefined => {
  const scalar = resolveAlias(node);
  return scalar?.kind === 'scalar' ? scalar.text.trim() : undefined;
};

function* tableFindings(map: MapNode): Iterable<Finding> {
  const rows = itemsAt(map, 'rows').map(item => {
    const row = resolveAlias(item);
    return row?.kind === 'list' ? row.items : [];
  });
  const columns = itemsAt(map, 'columns');
  if (rows.some(row => row.length !== columns.length)) return;
  const hasTotal = /^(?:total|sum)$/i.test(textOf(rows.at(-1)?.[0]) ?? '');
  for (const [at, column] of columns.entries()) {
    const heading = textOf(column);
    const amounts = rows.map(row => amountOf(row[at]));
    if (heading === undefined || amounts.length < 2 || amounts.includes(undefined)) continue;
    const known = amounts.filter(amount => amount !== undefined);
    if (known.some(({ unit }) => unit !== known[0]?.unit)) continue;
    const parts = hasTotal ? known.slice(0, -1) : known;
    const sum = parts.reduce((total, { value }) => total + value, 0);
    const rounding = known.reduce((total, each) => total + each.rounding, 1e-9);
    const total = hasTotal ? known.at(-1) : undefined;
    if (total !== undefined) {
      if (parts.length > 1 && isSum(heading, total) && Math.abs(sum - total.value) > rounding)
        yield {
          span: total.span,
          message: `The cells above this total come to ${inWords(sum, total.unit)}. Correct one of them, or the total.`,
        };
    } else if (known[0]?.unit === '%' && isOff(heading, sum, rounding)) {
      yield {
        span: column.span,
        message: `The column ${quoted(heading)} comes to ${inWords(sum, '%')} and not to 100 %. Correct one of its cells, or add what is missing.`,
      };
    }
  }
}

/** Times that overlap, people who are counted twice and rates come to other totals than their sum. */
const isSum = (heading: string, { unit, value }: Amount): boolean =>
  unit === '%'
    ? value === 100
    : /^[$€£¥]$/.test(unit) && !/\b(?:per|average|mean|median|rate|price)\b|\//i.test(heading);

/** Weights are all there are; of shares some may be left out. */
function isOff(heading: string, sum: number, rounding: number): boolean {
  if (/^(?:weight|weighting)$/i.test(heading)) return Math.abs(sum - 100) > rounding;
  return /^(?:share|share of (?:the )?total|% of (?:the )?total|allocation|split)$/i.test(heading)
    ? sum - 100 > rounding
    : false;
}

const amountForm = /^([$€£¥])?\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([KMB])?\s*(%|[a-z]+(?: [a-z]+)?)?$/;
const magnitudes: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, B: 1e9 };

function amountOf(node: SyntaxNode | undefined): Amount | undefined {
  const text = textOf(node);
  const parts = text === undefined || text.length > longestCell ? null : amountForm.exec(text);
  if (node === undefined || parts === null) return undefined;
  const [, currency = '', digits = '', fraction = '', magnitude = '', unit = ''] = parts;
  const factor = magnitudes[magnitude] ?? 1;
  return {
    value: Number(`${digits.replaceAll(',', '')}${fraction}`) * factor,
    unit: `${currency}${unit}`,
    rounding: factor / 10 ** Math.max(0, fraction.length - 1) / 2,
    span: node.span,
  };
}

/** UTF-16 units. */
const longestCell = 40;

const inWords = (value: number, unit: string): string => {
  const [whole = '', fraction] = String(Math.round(value * 100) / 100).split('.');
  const digits = [
    whole.replace(/\B(?=(?:\d{3})+$)/g, ','),
    ...(fraction === undefined ? [] : [fraction]),
  ].join('.');
  return /^[$€£¥]/.test(unit) ? `${unit}${digits}` : `${digits} ${unit}`.trim();
};

const splitForm = /(?<![\d/.-])(\d{1,3}(?:\/\d{1,3}){1,5})(?![\d/.-])\s+(?:split|mix)\b/i;

/** `70/20/10 split`, which says itself what it is. */
function* splitFindings(document: DocumentState): Iterable<Finding> {
  for (const node of scalarsOf(document, 'text')) {
    const [, written] = node.text.length > longestText ? [] : (splitForm.exec(node.text) ?? []);
    const parts = written?.split('/').map(Number) ?? [];
    const sum = parts.reduce((total, part) => total + part, 0);
    // Other numbers of such a form are dates, ratios and versions.
    if (written === undefined || sum === 100 || Math.abs(sum - 100) > 20) continue;
    yield {
      span: node.span,
      message: `The parts of ${quoted(written)} come to ${sum} and not to 100. Correct one of them.`,
    };
  }
}

/** UTF-16 units. */
const longestText = 1000;
