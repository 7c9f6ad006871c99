import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionLines } from '../../../server/src/core/drawing/conditions.ts';
import type { Font } from '../../../server/src/core/drawing/text.ts';

const font: Font = { size: 11, bold: false };

for (const [what, condition, bound, widths, lines] of [
  ['fits', 'arr > $500K', '', [200], ['arr > $500K']],
  ['stands before its bound', 'refused', '↺ ≤ 2×', [100, 100], ['refused ↺ ≤ 2×']],
  ['leaves the bound alone where there is none', '', '↺ ≤ 2×', [60], ['↺ ≤ 2×']],
  ['takes two lines', 'contract-value > $500K', '', [110, 110], ['contract-value', '> $500K']],
  [
    'breaks between comparisons, and its bound stays in one piece',
    'planned-load > 100 % or planned-spend > 100 %',
    '↺ ≤ 2×',
    [212, 212],
    ['planned-load > 100 % or', 'planned-spend > 100 % ↺ ≤ 2×'],
  ],
  [
    'breaks within none if it need not',
    'error-rate < 1 % and seconds-to-alert <= 60',
    '',
    [224, 224],
    ['error-rate < 1 % and', 'seconds-to-alert <= 60'],
  ],
  [
    'loses the middle of what is measured, and never what it is compared with',
    'critical-vulnerabilities > 0',
    '↺ ≤ 2×',
    [120],
    ['criti…ies > 0 ↺ ≤ 2×'],
  ],
  ['keeps a unit', 'sync-lag-of-the-index >= 1 minute', '', [120], ['syn…ex >= 1 minute']],
  ['is cut at its end where nothing is compared', 'another-market-is-due', '', [70], ['another-m…']],
  ['keeps its bound then', 'another-market-is-due', '↺ ≤ 4×', [100], ['another… ↺ ≤ 4×']],
  ['keeps what runs from right to left apart', 'شكر', '↺ ≤ 4×', [100], ['\u2068شكر\u2069 ↺ ≤ 4×']],
] as const) {
  test(`a condition ${what}`, () => assert.deepEqual(conditionLines(condition, bound, widths, font), lines));
}
