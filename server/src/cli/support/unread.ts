/** Files of which nothing is read. */
import type { LanguageService } from '../../core/index.ts';

/** Why nothing of a document is read, by which limit too, as lint says it; `undefined`: something is, or there is nothing to read. */
export function unreadBecause(service: LanguageService, uri: string): string | undefined {
  const tree = service.snapshot().documents.get(uri)?.tree;
  if (tree === undefined || tree.root !== undefined) return undefined;
  return tree.problems.find(({ code }) => code === 'too-large')?.message;
}
