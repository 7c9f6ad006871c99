/** The library of chains that ships, as its files; and a small part of it that tests try in every way. */
import { readdirSync, readFileSync } from 'node:fs';

export const libraryFolder = new URL('../../chains/', import.meta.url);

/** The texts of the library, by path from its folder, in order of paths. */
export const libraryFiles: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(libraryFolder, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.yaml'))
    .sort()
    .map(path => [path, readFileSync(new URL(path.replaceAll('@', '%40'), libraryFolder), 'utf8')]),
);

export const cataloguePath = 'skill-chains.skills.yaml';

/** Between them these have most of what the language can say. The library grows; what is tried at every character may not. */
export const samplePaths = [
  'm-and-a-and-strategic-initiatives/acquisition-evaluation.chain.yaml',
  'privacy-and-data-protection/data-breach-response-and-notification.chain.yaml',
  'phased-workflows/microservices-migration.chain.yaml',
  'feature-development/new-feature-idea-to-launch.chain.yaml',
  'incident-management/sev1-production-incident.chain.yaml',
  cataloguePath,
] as const;

/** The name of a file without its folders. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The texts of the sample by the names of its files, as if they lay in one folder. */
export const sampleFiles: Readonly<Record<string, string>> = Object.fromEntries(
  samplePaths.map(path => [nameOf(path), textAt(path)]),
);

/** The text of a file of the library; an error where it is not there. */
export function textAt(path: string): string {
  const text = libraryFiles[path];
  if (text === undefined) throw new Error(`The library has no file ${path}.`);
  return text;
}
