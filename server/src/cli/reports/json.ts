/** For other programs. Lines and columns count from 1, columns in UTF-16 units; the end is the place behind the last character. */
import { fileURLToPath } from 'node:url';
import {
  codeOf,
  countsOf,
  type Diagnostic,
  messageOf,
  type Report,
  severityOf,
  slashedPath,
} from './report.ts';

export function jsonReport({ files, host }: Report): string {
  const { error, warning, information, hint } = countsOf(files);
  const folder = host.workingFolder;
  const findings = files.flatMap(file =>
    file.findings.map(finding => ({
      path: slashedPath(folder, file),
      ...placeOf(finding),
      severity: severityOf(finding),
      code: codeOf(finding),
      message: messageOf(finding),
      related: (finding.relatedInformation ?? []).map(({ location, message }) => ({
        path: slashedPath(folder, {
          uri: location.uri,
          path: location.uri.startsWith('file:') ? fileURLToPath(location.uri) : undefined,
          name: location.uri,
          findings: [],
        }),
        ...placeOf(location),
        message,
      })),
    })),
  );
  const summary = {
    files: files.length,
    errors: error,
    warnings: warning,
    informations: information,
    hints: hint,
  };
  return `${JSON.stringify({ version: host.version, summary, findings }, undefined, 2)}\n`;
}

const placeOf = ({ range: { start, end } }: Pick<Diagnostic, 'range'>) => ({
  line: start.line + 1,
  column: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});
