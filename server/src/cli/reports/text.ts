/**
 * For people, and for editors that read lines: `path:line:column: severity: message [code]`, related places indented below, and a sum.
 * Lines and columns count from 1, columns in UTF-16 units. The extension's problem matcher reads this form.
 */
import { fileURLToPath } from 'node:url';
import { shortPath } from '../support/paths.ts';
import { counted, countedOf, type Ink, type Paint, shown } from '../support/words.ts';
import {
  type Counts,
  codeOf,
  countsOf,
  type Diagnostic,
  messageOf,
  type Report,
  type ReportedFile,
  severityNames,
  severityOf,
} from './report.ts';

/** As a line says it: editors know no other word for the third. */
const words = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' } as const;

const inks: Readonly<Record<ReturnType<typeof severityOf>, Ink>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'dim',
};

export function textReport(report: Report): string {
  const lines = report.files.flatMap(file =>
    file.findings.flatMap(finding => linesOf(report, file, finding)),
  );
  const mending = report.isMendable ? ['Some of it is mended by --fix; --diff shows how.'] : [];
  return `${[...lines, sumOf(report), ...mending].join('\n')}\n`;
}

function linesOf({ paint, host }: Report, { name }: ReportedFile, finding: Diagnostic): readonly string[] {
  const severity = severityOf(finding);
  const place = `${shown(name)}${placeOf(finding)}`;
  const code = paint('dim', `[${codeOf(finding)}]`);
  const related = (finding.relatedInformation ?? []).map(({ location, message }) => {
    const at = location.uri.startsWith('file:') ? shortPath(host, fileURLToPath(location.uri)) : location.uri;
    return `    ${shown(at)}${placeOf(location)}: ${shown(message)}`;
  });
  return [
    `${paint('bold', place)}: ${paint(inks[severity], words[severity])}: ${shown(messageOf(finding))} ${code}`,
    ...related,
  ];
}

const placeOf = ({ range: { start } }: Pick<Diagnostic, 'range'>): string =>
  `:${start.line + 1}:${start.character + 1}`;

/** What was found in a line: how many of what, in how many files. */
export function sumOf({ files, hidden, paint }: Omit<Report, 'host'>): string {
  const found = partsOf(countsOf(files), paint);
  const left = partsOf(hidden, paint);
  const all = counted(files.length, 'file');
  const hit = files.filter(({ findings }) => findings.length > 0).length;
  const some = countedOf(hit, files.length, 'file');
  const notShown = left.length === 0 ? '' : `; not shown: ${left.join(', ')}`;
  if (found.length > 0) return `${found.join(', ')} in ${some}${notShown}.`;
  return left.length === 0 ? `Nothing found in ${all}.` : `No errors in ${all}${notShown}.`;
}

const partsOf = (counts: Counts, paint: Paint): readonly string[] =>
  severityNames.flatMap(severity =>
    counts[severity] === 0 ? [] : [paint(inks[severity], counted(counts[severity], severity))],
  );
