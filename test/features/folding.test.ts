import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldingRanges } from '../../server/src/core/features/folding.ts';
import { contextOf } from './feature.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  /** `start-end`, 0-based lines, with the kind where there is one. */
  readonly folds: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'nothing', text: '', folds: [] },
  { name: 'one line', text: 'chain: a', folds: [] },
  {
    name: 'entries and items, the larger where two begin on a line',
    text: 'chain: a\nsteps:\n  - parallel:\n      - skill: b\n        do: c\n    join: all\n  - skill: d\n    do: e\n\n# end\n',
    folds: ['1-7', '2-5', '3-4', '6-7'],
  },
  { name: 'flow collections', text: 'a: [\n  b,\n  c\n]\nd: { e: 1,\n  f: 2 }\n', folds: ['0-3', '4-5'] },
  { name: 'block scalars', text: 'summary: |\n  one\n\n  two\n\ntitle: b\n', folds: ['0-3'] },
  {
    name: 'comments of several lines',
    text: '# a\n# b\nchain: a # c\n# d\n\n# e\n# f\n',
    folds: ['0-1 comment', '5-6 comment'],
  },
  {
    name: 'regions, nested and unclosed',
    text: '#region a\nchain: a\n# region b\ntitle: b\n# endregion\n#endregion\n#region open\nsteps:\n  - do: x\n    skill: y\n',
    folds: ['0-5 region', '2-4 region', '7-9', '8-9'],
  },
  { name: 'carriage returns', text: 'steps:\r\n  - skill: a\r\n    do: b\r\n', folds: ['0-2', '1-2'] },
  { name: 'a broken text', text: 'steps:\n  - skill: a\n    do: "b\n  - [\n', folds: ['0-3', '1-2'] },
];

for (const { name, text, folds } of cases) {
  test(`folds ${name}`, () => {
    const ranges = foldingRanges(contextOf(text));
    assert.deepEqual(
      ranges.map(
        ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind === undefined ? '' : ` ${kind}`}`,
      ),
      folds,
    );
  });
}
