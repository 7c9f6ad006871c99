/** `skill-chains rules`: every rule in a line. */
import { Command, Option } from 'commander';
import { type Rule, rules } from '../../core/index.ts';
import type { Host } from '../host.ts';
import { withExamples } from '../support/options.ts';
import { painter } from '../support/words.ts';

interface RulesOptions {
  readonly format: 'text' | 'json';
}

export const rulesCommand = (host: Host): Command =>
  withExamples(
    new Command('rules')
      .summary('list the rules that lint knows')
      .description('Lists every rule that lint knows: its code, how severe it is, and what it finds.')
      .addOption(
        new Option('-f, --format <format>', 'how they are written').choices(['text', 'json']).default('text'),
      )
      .action((options: RulesOptions) => list(host, options)),
    [
      ['skill-chains rules', 'prints a table'],
      ['skill-chains rules -f json', 'prints the same for other programs'],
    ],
  );

function list(host: Host, { format }: RulesOptions): void {
  host.output.write(format === 'json' ? asJson() : asTable(host));
}

const asJson = (): string => `${JSON.stringify(rules.map(facts), undefined, 2)}\n`;

const facts = (rule: Rule) => ({
  code: rule.code,
  family: rule.family,
  severity: rule.severity,
  preset: rule.preset ?? 'recommended',
  hasFix: hasFix(rule),
  summary: rule.summary,
});

/** Whether a finding of it may bring a fix, as its examples show. */
export const hasFix = ({ invalid }: Rule): boolean => invalid.some(({ fixed }) => fixed !== undefined);

function asTable(host: Host): string {
  const paint = painter(host, host.output);
  const rows = rules
    .map(facts)
    .map(row => [row.code, row.severity, row.preset, row.hasFix ? 'fix' : '', row.summary]);
  const widths = [0, 1, 2, 3].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const lines = rows.map(row => {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    return [paint('bold', cells[0] ?? ''), ...cells.slice(1)].join('  ').trimEnd();
  });
  return `${lines.join('\n')}\n`;
}
