/** Which keys of the language a document uses, and which of them its marks lie in. */
import { createProject } from '../../../server/src/core/project/project.ts';
import type { DocumentState } from '../../../server/src/core/project/snapshot.ts';
import type { Entry } from '../../../server/src/core/syntax/tree.ts';
import { memoryWorkspace } from '../../support/memoryWorkspace.ts';
import type { LanguageFixture } from './fixtures.ts';
import { marksIn } from './marks.ts';

/** `step.needs`: of the record `step` the key `needs`. */
export type KeyName = string;

export interface KeysOfFixture {
  readonly used: ReadonlySet<KeyName>;
  readonly broken: ReadonlySet<KeyName>;
}

export function keysOf(fixture: LanguageFixture): KeysOfFixture {
  const { text, marks } = marksIn(fixture.text);
  const document = documentOf(text, fixture.path);
  const named = [...(document?.shape.keys ?? [])].map(([entry, { key }]) => ({
    entry,
    name: `${recordNameOf(document, entry)}.${key}`,
  }));
  const broken = marks.flatMap(({ span, code }) => {
    // A key that is missing breaks none that is there.
    if (code === 'missing-key') return [];
    const around = named.filter(
      ({ entry }) =>
        entry.span.start <= span.start && span.start < Math.max(entry.span.end, entry.key.span.end),
    );
    const [first] = around.sort((left, right) => right.entry.span.start - left.entry.span.start);
    return first === undefined ? [] : [first.name];
  });
  return { used: new Set(named.map(({ name }) => name)), broken: new Set(broken) };
}

function documentOf(text: string, path: string | undefined): DocumentState | undefined {
  const workspace = memoryWorkspace();
  const project = createProject(workspace);
  const uri = path === undefined ? 'untitled:Untitled-1' : workspace.uri(path);
  project.setDocument(uri, 1, text);
  return project.snapshot().documents.get(uri);
}

function recordNameOf(document: DocumentState | undefined, { parent }: Entry): string {
  return parent?.kind === 'map' ? (document?.shape.records.get(parent)?.name ?? '') : '';
}
