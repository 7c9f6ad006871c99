/** `skill-chains explain`: what a finding means, with examples, as the page of rules says it. */
import { Command } from 'commander';
import {
  ignoreLine,
  maximumFindings,
  moreFindingsCode,
  nearNames,
  type Rule,
  rules,
} from '../../core/index.ts';
import { type Host, Misuse } from '../host.ts';
import { withExamples } from '../support/options.ts';
import { listed, type Paint, painter, proseWidth, shown, wrapped } from '../support/words.ts';
import { hasFix } from './rules.ts';

export const explainCommand = (host: Host): Command =>
  withExamples(
    new Command('explain')
      .summary('say what a rule finds, and how to mend it')
      .description(
        'Says what a rule finds, why that matters, and what to do, with examples that are wrong and right; and how to silence it.',
      )
      .argument('<code>', 'the code of a rule, which stands behind each finding')
      .action((code: string) => explain(host, code)),
    [
      ['skill-chains explain unknown-skill', 'explains what is said of a skill that nobody declares'],
      ['skill-chains rules', 'lists the codes that can be asked for'],
    ],
  );

function explain(host: Host, given: string): void {
  // As it is copied from a finding.
  const code = given.trim().replace(/^\[(.*)\]$/u, '$1');
  if (code === moreFindingsCode) {
    host.output.write(moreFindings);
    return;
  }
  const rule = rules.find(each => each.code === code.toLowerCase());
  if (rule === undefined) {
    const near = meant(code.toLowerCase());
    const next =
      near.length === 0 ? 'skill-chains rules lists them all.' : `Do you mean ${listed(near, 'or')}?`;
    throw new Misuse(`There is no rule ${shown(code).slice(0, 100)}. ${next}`);
  }
  host.output.write(explanation(rule, painter(host, host.output), proseWidth(host.output, widest)));
}

/** The codes that are spelt nearly like it, then those that have it as a part, if they are few. */
function meant(code: string): readonly string[] {
  const codes = rules.map(each => each.code);
  const near = nearNames(code, codes);
  const containing = code.length < 3 ? [] : codes.filter(each => each.includes(code));
  const all = [...new Set([...near, ...containing])];
  return all.length > mostMeant ? near : all;
}

const mostMeant = 8;

/** What no rule finds, but what stands in the place of findings. */
const moreFindings = `${moreFindingsCode}  information

A file has more than ${maximumFindings} findings, of which the first ones are shown. Mend those to see the others.
`;

/** Characters in a line, where there is room for them. */
const widest = 80;

function explanation(rule: Rule, paint: Paint, width: number): string {
  const { code, severity, family, preset, summary, details, fixless, valid, invalid } = rule;
  const fix = hasFix(rule) ? ', with a fix' : '';
  const parts = [
    `${paint('bold', code)}  ${paint('dim', `${severity}, ${family}, ${preset ?? 'recommended'}${fix}`)}`,
    wrapped(summary, width),
    wrapped(details, width),
    ...(fixless === undefined ? [] : [wrapped(`There is no fix for it. ${fixless}`, width)]),
    ...invalid.flatMap(({ text, fixed }) => [
      paint('red', 'Wrong:'),
      indented(text),
      ...(fixed === undefined ? [] : [paint('blue', 'Mended by its first fix:'), indented(fixed)]),
    ]),
    ...valid.flatMap(({ text }) => [paint('blue', 'Right:'), indented(text)]),
    ...silencing(rule, paint),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** How its findings are taken away, as far as they can be; and how they are asked for, where the usual preset does not. */
function silencing({ code, preset, silenced }: Rule, paint: Paint): readonly string[] {
  if (silenced === 'never') return ['Nothing silences it: the rest of the file is not read as it is meant.'];
  const onLine = [
    paint('blue', 'To silence it on a line, above it or behind it:'),
    indented(`# ${ignoreLine} ${code}: the reason`),
  ];
  return [
    ...(silenced === 'by-configuration' ? [] : onLine),
    paint('blue', 'To silence it in a folder, in its .skill-chains.yaml:'),
    indented(`rules:\n  ${code}: off`),
    ...(preset === undefined ? [] : ['To ask for it there, write on in the place of off.']),
  ];
}

const indented = (text: string): string =>
  text
    .replace(/\n$/u, '')
    .split('\n')
    .map(line => (line === '' ? '' : `    ${line}`))
    .join('\n');
