/** The results as a table in a terminal, and as a page. */
import { isMet, type Result, type Row, ratioOf, type Target } from './subject.ts';

const shown = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return value.toFixed(0).replace(/\B(?=(\d{3})+$)/gu, ',');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
};

const figure = (row: Row, p50: number, p95: number | undefined): string =>
  `${shown(p50)}${p95 === undefined ? '' : ` / ${shown(p95)}`} ${row.unit}`;

function targetText(target: Target, unit: Row['unit']): string {
  switch (target.kind) {
    case 'most':
      return `≤ ${target.value} ${unit}`;
    case 'least':
      return `≥ ${target.value} ${unit}`;
    case 'mostOfBeside':
      return `≤ ${target.value} ×`;
    case 'mostWhere':
      return `≤ ${target.value} ${unit} where that takes ${target.beside}`;
  }
}

function verdict(row: Row): string {
  const met = isMet(row);
  if (met === undefined || row.target === undefined) return '';
  return `${targetText(row.target, row.unit)}: ${met ? 'met' : 'MISSED'}`;
}

const heads = ['size', 'what', 'ours', 'beside', 'figure', 'ratio', 'target'] as const;

const cellsOf = (row: Row): readonly string[] => {
  const ratio = ratioOf(row);
  const { beside } = row;
  return [
    row.size,
    row.what,
    figure(row, row.p50, row.p95),
    beside?.what ?? '',
    beside === undefined ? '' : figure(row, beside.p50, beside.p95),
    ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
    verdict(row),
  ];
};

/** A table with a title, for a terminal. */
export function resultText({ title, rows }: Result): string {
  const table = [heads, ...rows.map(cellsOf)];
  const widths = heads.map((_, column) => Math.max(...table.map(cells => [...(cells[column] ?? '')].length)));
  const lines = table.map(cells =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [title, '', ...lines, ''].join('\n');
}

/** What the machine is, for whoever compares two pages. */
export interface Machine {
  readonly node: string;
  readonly processor: string;
  readonly processors: number;
  readonly system: string;
  /** What else it had to do: the mean number of processes that wanted a processor, at the end. */
  readonly load: number;
  /** Of what takes little time. */
  readonly rounds: number;
}

/** The page `docs/benchmarks.md`. */
export function pageText(results: readonly Result[], machine: Machine): string {
  const met = results.flatMap(({ rows }) => rows).map(isMet);
  const [hits, misses] = [
    met.filter(each => each === true).length,
    met.filter(each => each === false).length,
  ];
  return [
    '# Benchmarks',
    '',
    '<!-- Written by `npm run bench`. Figures are those of one run on one machine; ratios are what can be compared. -->',
    '',
    'How long things take, compared with something measured in the same run: another tool, or the least work possible. `npm run bench` measures it all again and writes this page; `npm run bench -- --only servers` measures one subject, `--quick` only shows that everything works. No test asserts any of these figures: a slow machine is not a mistake.',
    '',
    `Where there are two figures, they are the median and the 95th percentile of all rounds. Of ${hits + misses} targets ${hits} were met${misses > 0 ? `, ${misses} missed` : ''}.`,
    '',
    `Measured with Node ${machine.node} on ${machine.system}, ${machine.processors} × ${machine.processor}, in ${machine.rounds} rounds, fewer of what takes long; load at the end: ${machine.load.toFixed(0)}. If the load is above the number of processors, all times are longer than they would be alone, and only the ratios count.`,
    ...results.flatMap(resultSection),
    '',
  ].join('\n');
}

const resultSection = ({ title, notes, rows }: Result): readonly string[] => [
  '',
  `## ${title}`,
  ...notes.flatMap(note => ['', note]),
  '',
  markdownRow(heads),
  markdownRow(heads.map(() => '---')),
  ...rows.map(row => markdownRow(cellsOf(row))),
];

const markdownRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
