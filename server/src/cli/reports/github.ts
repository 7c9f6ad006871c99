/**
 * Workflow commands, which GitHub Actions shows as annotations. Source of the format and its escapes: "Workflow commands for GitHub Actions"
 * and `@actions/core`.
 */
import {
  baseFolder,
  codeOf,
  type Diagnostic,
  messageOf,
  type Report,
  type ReportedFile,
  severityOf,
  slashedPath,
} from './report.ts';

const commands = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

export const githubReport = (report: Report): string => {
  const folder = baseFolder(report.host);
  return report.files
    .flatMap(file => file.findings.map(finding => commandOf(folder, file, finding)))
    .join('');
};

function commandOf(folder: string, file: ReportedFile, finding: Diagnostic): string {
  const { start, end } = finding.range;
  // Columns are taken only where both ends stand in one line; the last one is counted in.
  const columns =
    start.line === end.line
      ? { col: start.character + 1, endColumn: Math.max(end.character, start.character + 1) }
      : {};
  const properties = {
    file: slashedPath(folder, file),
    line: start.line + 1,
    endLine: end.line + 1,
    ...columns,
    title: `skill-chains ${codeOf(finding)}`,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${commands[severityOf(finding)]} ${written.join(',')}::${data(messageOf(finding))}\n`;
}

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
