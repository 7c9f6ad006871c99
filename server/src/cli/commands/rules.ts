/** `skill-chains rules`: every rule in a line. */
import { Command, Option } from 'commander';
import { type Preset, presets, type Rule, rules } from '../../core/index.ts';
import type { Host } from '../host.ts';
import { withExamples } from '../support/options.ts';
import { painter } from '../support/words.ts';

interface RulesOptions {
  readonly format: 'text' | 'json';
  readonly family?: string;
  readonly preset?: Preset;
}

export const rulesCommand = (host: Host): Command =>
  withExamples(
    new Command('rules')
      .summary('list the rules that lint knows')
      .description(
        'Lists every rule that lint knows: its code, how severe it is, its family, the preset that brings it, whether there is a fix, and what it finds.',
      )
      .addOption(
        new Option('-f, --format <format>', 'how they are written').choices(['text', 'json']).default('text'),
      )
      .addOption(
        new Option('--family <family>', 'only those of a family').choices([
          ...new Set(rules.map(({ family }) => family)),
        ]),
      )
      .addOption(
        new Option(
          '--preset <preset>',
          'only those that a preset brings; strict has all of recommended beside them',
        ).choices([...presets]),
      )
      .action((options: RulesOptions) => list(host, options)),
    [
      ['skill-chains rules', 'prints a table'],
      ['skill-chains rules --preset strict', 'prints what strict asks for beyond recommended'],
      ['skill-chains rules -f json', 'prints the same for other programs'],
      ['skill-chains explain bad-duration', 'says all of one rule'],
    ],
  );

function list(host: Host, { format, family, preset }: RulesOptions): void {
  const wanted = rules
    .map(facts)
    .filter(rule => family === undefined || rule.family === family)
    .filter(rule => preset === undefined || rule.preset === preset);
  host.output.write(format === 'json' ? `${JSON.stringify(wanted, undefined, 2)}\n` : table(host, wanted));
}

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

function table(host: Host, listed: readonly ReturnType<typeof facts>[]): string {
  const paint = painter(host, host.output);
  const rows = listed.map(rule => [
    ...[rule.code, rule.severity, rule.family, rule.preset],
    ...[rule.hasFix ? 'fix' : '', rule.summary],
  ]);
  const widths = [0, 1, 2, 3, 4].map(column => Math.max(0, ...rows.map(row => row[column]?.length ?? 0)));
  const lines = rows.map(row => {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    return `${[paint('bold', cells[0] ?? ''), ...cells.slice(1)].join('  ').trimEnd()}\n`;
  });
  return lines.join('');
}
