import { resolveAlias, valueAt } from '../syntax/path.ts';
import type { MapNode } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';

const table = (rows: string): string => `${head}steps:
  - skill: site-reliability-engineer
    do: Restore the service
reference:
  - title: How fast we answer
    table:
      columns: [Severity, Reply within]
      rows:
${rows}`;

export const rowUnlikeColumns: Rule = {
  code: 'row-unlike-columns',
  family: 'shape',
  severity: 'warning',
  reliesOn: 'place',
  fixless: 'Only the author knows which cell is missing, or which is one too many.',
  summary: 'A row of a table has more or fewer cells than the table has columns.',
  details:
    'Each cell belongs to the column in the same place. If one is missing, all cells after it are read under the wrong heading; write a word such as none where there is nothing to say. A cell that contains a comma needs quotes.',
  valid: [{ text: table('        - [High, 1 hour]\n        - [Low, none]\n') }],
  invalid: [
    { text: table('        - [High, 1 hour]\n        - [Low]\n#         ^^^^^\n') },
    { text: table('        - [High, 1 hour, at night too]\n#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n') },
  ],
  *check({ document, soundness }) {
    for (const [map, record] of document.shape.records) {
      if (record.name !== 'table' || !soundness.holdsFor(map)) continue;
      const columns = itemsAt(map, 'columns').length;
      if (columns === 0) continue;
      for (const item of itemsAt(map, 'rows')) {
        const row = resolveAlias(item);
        if (row?.kind !== 'list' || row.items.length === columns) continue;
        const cells = row.items.length;
        yield {
          span: item.span,
          message: `This row has ${cells} ${cells === 1 ? 'cell' : 'cells'}, but the table has ${columns} ${columns === 1 ? 'column' : 'columns'}. Write one cell for each column.`,
        };
      }
    }
  },
};

function itemsAt(map: MapNode, key: string) {
  const value = valueAt(map, key);
  return value?.kind === 'list' ? value.items : [];
}
