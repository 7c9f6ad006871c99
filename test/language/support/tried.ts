/** Opens a fixture in a workspace of its own, as an editor would. */
import assert from 'node:assert/strict';
import { packedLibrary } from '../../../scripts/libraryPlugin.ts';
import { createLanguageService, type LanguageService } from '../../../server/src/core/languageService.ts';
import { type LintFinding, type LintPolicy, lint, recommended } from '../../../server/src/core/rules/lint.ts';
import { memoryWorkspace } from '../../support/memoryWorkspace.ts';
import type { LanguageFixture } from './fixtures.ts';
import { marksIn } from './marks.ts';

export interface TriedFixture {
  readonly service: LanguageService;
  readonly uri: string;
  /** The document, without lines of carets. */
  readonly text: string;
  readonly findings: readonly LintFinding[];
}

export async function tryFixture(fixture: LanguageFixture): Promise<TriedFixture> {
  const { text } = marksIn(fixture.text);
  const workspace = memoryWorkspace(fixture.files);
  const service = createLanguageService(workspace, {
    read: async () => packedLibrary(Object.entries(fixture.library)),
  });
  await service.load();
  const uri = fixture.path === undefined ? 'untitled:Untitled-1' : workspace.uri(fixture.path);
  service.setDocument(uri, 1, text);
  const document = service.snapshot().documents.get(uri);
  assert.ok(document);
  return { service, uri, text, findings: lint(document, service.snapshot(), policyOf(fixture)) };
}

/** What is said by default, and the rules that the fixture is about. */
const policyOf = ({ tries }: LanguageFixture): LintPolicy => ({
  severityOf: rule => (tries.includes(rule.code) ? undefined : recommended.severityOf(rule)),
});
