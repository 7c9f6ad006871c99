/** `skill-chains explain`: what a finding means, with examples, as the page of rules says it. */
import { Command } from 'commander';
import { maximumFindings, moreFindingsCode, nearNames, type Rule, rules } from '../../core/index.ts';
import { type Host, Misuse } from '../host.ts';
import { withExamples } from '../support/options.ts';
import { type Paint, painter, shown, wrapped } from '../support/words.ts';
import { hasFix } from './rules.ts';

export const explainCommand = (host: Host): Command =>
  withExamples(
    new Command('explain')
      .summary('say what a rule finds, and how to mend it')
      .description(
        'Says what a rule finds, why that matters, and what to do, with examples that are wrong and right.',
      )
      .argument('<code>', 'the code of a rule, which stands behind each finding')
      .action((code: string) => explain(host, code)),
    [['skill-chains explain unknown-skill', 'explains what is said of a skill that nobody declares']],
  );

function explain(host: Host, code: string): void {
  if (code === moreFindingsCode) {
    host.output.write(moreFindings);
    return;
  }
  const rule = rules.find(each => each.code === code.toLowerCase());
  if (rule === undefined) {
    const near = nearNames(
      code,
      rules.map(each => each.code),
    );
    const meant =
      near.length === 0 ? 'skill-chains rules lists them all.' : `Do you mean ${near.join(' or ')}?`;
    throw new Misuse(`There is no rule ${shown(code).slice(0, 100)}. ${meant}`);
  }
  host.output.write(explanation(rule, painter(host, host.output)));
}

/** What no rule finds, but what stands in the place of findings. */
const moreFindings = `${moreFindingsCode}  information

A file has more than ${maximumFindings} findings, of which the first ones are shown. Mend those to see the others.
`;

/** Characters in a line. */
const width = 80;

function explanation(rule: Rule, paint: Paint): string {
  const { code, severity, family, preset, summary, details, valid, invalid } = rule;
  const fix = hasFix(rule) ? ', with a fix' : '';
  const parts = [
    `${paint('bold', code)}  ${paint('dim', `${severity}, ${family}, ${preset ?? 'recommended'}${fix}`)}`,
    wrapped(summary, width),
    wrapped(details, width),
    ...invalid.flatMap(({ text, fixed }) => [
      paint('red', 'Wrong:'),
      indented(text),
      ...(fixed === undefined ? [] : [paint('blue', 'Mended by its first fix:'), indented(fixed)]),
    ]),
    ...valid.flatMap(({ text }) => [paint('blue', 'Right:'), indented(text)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

const indented = (text: string): string =>
  text
    .replace(/\n$/u, '')
    .split('\n')
    .map(line => (line === '' ? '' : `    ${line}`))
    .join('\n');
