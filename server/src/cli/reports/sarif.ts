/** SARIF 2.1.0, the OASIS standard that code hosts and review tools read: https://docs.oasis-open.org/sarif/sarif/v2.1.0/. */
import { pathToFileURL } from 'node:url';
import { type Rule, rules } from '../../core/index.ts';
import {
  baseFolder,
  codeOf,
  type Diagnostic,
  folderAddress,
  messageOf,
  type Report,
  type ReportedFile,
  type SeverityName,
  severityOf,
  slashedPath,
} from './report.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** What paths count from; the run says where that is. */
const base = '%SRCROOT%';

const levels: Readonly<Record<SeverityName, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export function sarifReport({ files, host }: Report): string {
  const folder = baseFolder(host);
  const run = {
    tool: {
      driver: { name: 'skill-chains', semanticVersion: host.version, rules: rules.map(descriptor) },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [base]: { uri: folderAddress(folder) } },
    results: files.flatMap(file => file.findings.map(finding => result(folder, file, finding))),
  };
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

const descriptor = ({ code, severity, summary, details, family }: Rule) => ({
  id: code,
  shortDescription: { text: summary },
  fullDescription: { text: details },
  help: { text: details },
  defaultConfiguration: { level: levels[severity] },
  properties: { tags: [family] },
});

const places = new Map(rules.map(({ code }, at) => [code, at]));

function result(folder: string, file: ReportedFile, finding: Diagnostic) {
  const code = codeOf(finding);
  const ruleIndex = places.get(code);
  const related = (finding.relatedInformation ?? []).map(({ location, message }, id) => ({
    id,
    physicalLocation: { artifactLocation: { uri: location.uri }, region: region(location.range) },
    message: { text: message },
  }));
  return {
    ruleId: code,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[severityOf(finding)],
    message: { text: messageOf(finding) },
    locations: [
      { physicalLocation: { artifactLocation: artifact(folder, file), region: region(finding.range) } },
    ],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
  };
}

/** Below the base by its path, with what means something in an address escaped; elsewhere by its whole address. */
function artifact(folder: string, file: ReportedFile) {
  const path = slashedPath(folder, file);
  if (file.path === undefined) return { uri: 'stdin' };
  if (path === file.path) return { uri: pathToFileURL(file.path).href };
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: base };
}

const region = ({ start, end }: Diagnostic['range']) => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});
