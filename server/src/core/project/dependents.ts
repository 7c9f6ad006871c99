/** Documents whose findings rest on others in a way that is looked for one by one, as a change seldom reaches more than a few. */
import { likenessFace } from './likeness.ts';
import type { DocumentState, ProjectSnapshot } from './snapshot.ts';

/**
 * Catalogues, of which some names may be used no longer or once more, and chains that say nearly the same as one that changed.
 * @param moved The documents that are new, changed or gone.
 * @param isCompared Whether somebody asks which chains of a document's folder are alike.
 */
export function dependentsOf(
  moved: readonly string[],
  before: ProjectSnapshot,
  after: ProjectSnapshot,
  isCompared: (uri: string) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  const isNew = (face: (state: DocumentState) => string, uri: string): boolean => {
    const [was, is] = [before, after].map(({ documents }) => documents.get(uri));
    return (was && face(was)) !== (is && face(is));
  };
  for (const uri of moved) {
    if (isCompared(uri) && isNew(likenessFace, uri))
      for (const { uri: other } of [...before.chainsLike(uri), ...after.chainsLike(uri)]) found.add(other);
    const catalogues = after.neighboursOf(uri).filter(each => each.kind === 'catalogue' && each.uri !== uri);
    if (catalogues.length > 0 && isNew(namesFace, uri)) for (const each of catalogues) found.add(each.uri);
  }
  return found;
}

/** The names of skills and teams that a document uses; of one that could not be read as a whole, all of its text. */
function namesFace({ tree, shape, text, kind }: DocumentState): string {
  if (!tree.complete || shape.problems.length > 0) return `${kind} ${text}`;
  const names = (['skill-reference', 'team-reference', 'suite-team'] as const).map(meaning => [
    ...new Set((shape.scalars.get(meaning) ?? []).map(node => node.text)),
  ]);
  return JSON.stringify([kind, ...names.map(each => each.sort())]);
}
