/** What was found, before it is written in one of the formats. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LanguageService } from '../../core/index.ts';
import type { Host } from '../host.ts';
import type { Paint } from '../support/words.ts';

export type Diagnostic = ReturnType<LanguageService['diagnostics']>[number];

export interface ReportedFile {
  readonly uri: string;
  /** Absolute; `undefined`: standard input without a name. */
  readonly path: string | undefined;
  /** As a person in the working folder would write it. */
  readonly name: string;
  readonly findings: readonly Diagnostic[];
}

export interface Report {
  readonly files: readonly ReportedFile[];
  /** How many findings were left out because nobody wants to see them. */
  readonly hidden: Counts;
  /** Whether there is something among them that is mended unasked. */
  readonly isMendable: boolean;
  readonly host: Pick<Host, 'version' | 'workingFolder' | 'environment'>;
  readonly paint: Paint;
}

/** Writes a whole report; what it gives ends with a line break, or is empty. */
export type ReportFormat = (report: Report) => string;

export const severityNames = ['error', 'warning', 'information', 'hint'] as const;
export type SeverityName = (typeof severityNames)[number];

/** The protocol counts severities from 1. */
export const severityOf = ({ severity }: Diagnostic): SeverityName =>
  severityNames[(severity ?? 1) - 1] ?? 'error';

/** The core says everything in plain text. */
export const messageOf = ({ message }: Diagnostic): string =>
  typeof message === 'string' ? message : message.value;

export const codeOf = ({ code }: Diagnostic): string => String(code ?? '');

export type Counts = Readonly<Record<SeverityName, number>>;

/** How many findings of each severity there are. */
export function countsOf(files: readonly ReportedFile[]): Counts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { findings } of files) for (const finding of findings) counts[severityOf(finding)] += 1;
  return counts;
}

/**
 * The folder that services count paths from: where a runner checked the repository out, if the working folder is in it, else the working
 * folder itself. Source: GITHUB_WORKSPACE of GitHub Actions and CI_PROJECT_DIR of GitLab CI.
 */
export function baseFolder({ environment, workingFolder }: Report['host']): string {
  for (const folder of [environment['GITHUB_WORKSPACE'], environment['CI_PROJECT_DIR']])
    if (folder !== undefined && folder !== '' && isBelow(folder, workingFolder)) return folder;
  return workingFolder;
}

const isBelow = (folder: string, at: string): boolean => {
  const way = path.relative(folder, at);
  return !way.startsWith('..') && !path.isAbsolute(way);
};

/** A path with slashes from a folder, where it lies below that; else the whole path. */
export function slashedPath(folder: string, { path: at, name }: ReportedFile): string {
  if (at === undefined) return name;
  return (isBelow(folder, at) ? path.relative(folder, at) : at).replaceAll(path.sep, '/');
}

/** The address of a folder, which ends with a slash. */
export const folderAddress = (folder: string): string => pathToFileURL(path.join(folder, path.sep)).href;
