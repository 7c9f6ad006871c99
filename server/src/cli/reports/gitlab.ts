/**
 * A code quality report of GitLab CI. Source of the format: "Code Quality, report format" of GitLab's documentation, which wants an
 * array of these, and of a fingerprint that it tells two findings apart and stays when a line moves.
 */
import { createHash } from 'node:crypto';
import { baseFolder, codeOf, messageOf, type Report, severityOf, slashedPath } from './report.ts';

const severities = { error: 'major', warning: 'minor', information: 'info', hint: 'info' } as const;

export function gitlabReport({ files, host }: Report): string {
  const folder = baseFolder(host);
  const known = new Map<string, number>();
  const issues = files.flatMap(file =>
    file.findings.map(finding => {
      const path = slashedPath(folder, file);
      const same = JSON.stringify([path, codeOf(finding), messageOf(finding)]);
      const count = known.get(same) ?? 0;
      known.set(same, count + 1);
      return {
        description: messageOf(finding),
        check_name: codeOf(finding),
        fingerprint: createHash('sha256').update(`${same} ${count}`).digest('hex'),
        severity: severities[severityOf(finding)],
        location: { path, lines: { begin: finding.range.start.line + 1, end: finding.range.end.line + 1 } },
      };
    }),
  );
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}
