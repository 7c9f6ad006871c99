/** Documents whose findings rest on others in a way that is looked for one by one, as a change seldom reaches more than a few. */
import { ignoreLine } from '../model/suppressions.ts';
import { wordsOf } from '../util/words.ts';
import { isSound, productsOf, relationFace } from './faces.ts';
import { likenessFace } from './likeness.ts';
import type { DocumentState, ProjectSnapshot } from './snapshot.ts';

/** What of a document some others rest on, as a text. */
type Face = (state: DocumentState) => string;

/** The faces of open documents, which are asked for again when the next letter is typed. */
const faces = new WeakMap<DocumentState, Map<Face, string>>();

function seen(face: Face, state: DocumentState): string {
  if (state.version === undefined) return face(state);
  const known = faces.get(state) ?? new Map<Face, string>();
  const before = known.get(face);
  if (before !== undefined) return before;
  const made = face(state);
  faces.set(state, known.set(face, made));
  return made;
}

/**
 * Catalogues, of which some names may be used no longer or once more; chains that say nearly the same as one that changed; documents that lead to
 * it by the names of chains, or that it names; and those that say less while a neighbour is broken.
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
  const isNew = (face: Face, uri: string): boolean => {
    const [was, is] = [before, after].map(({ documents }) => documents.get(uri));
    return (was && seen(face, was)) !== (is && seen(face, is));
  };
  for (const uri of moved) {
    if (isCompared(uri) && isNew(likenessFace, uri))
      for (const { uri: other } of [...before.chainsLike(uri), ...after.chainsLike(uri)]) found.add(other);
    const catalogues = after.neighboursOf(uri).filter(each => each.kind === 'catalogue' && each.uri !== uri);
    if (catalogues.length > 0 && isNew(namesFace, uri)) for (const each of catalogues) found.add(each.uri);
    if (isNew(relationFace, uri))
      for (const snapshot of [before, after]) for (const other of relatedTo(uri, snapshot)) found.add(other);
    if (isNew(soundness, uri))
      for (const each of after.neighboursOf(uri)) if (each.text.includes(ignoreLine)) found.add(each.uri);
    if (isNew(brokenText, uri)) {
      const words = differentWords(before.documents.get(uri), after.documents.get(uri));
      for (const each of after.neighboursOf(uri)) if (makesOneOf(each, words)) found.add(each.uri);
    }
  }
  return found;
}

/**
 * The documents from which names of chains lead to one, over any number of others; those that it names; and those that share its id. A circle or
 * the time that a run takes may be told far from where it changed, and an edge is seen from both of its ends.
 */
function relatedTo(uri: string, project: ProjectSnapshot): ReadonlySet<string> {
  const own = project.documents.get(uri);
  const chains = project.chainsFor(uri);
  const naming = project.documentsNaming(uri);
  const named = (own?.namedChains ?? []).flatMap(id => chains.get(id) ?? []);
  const found = new Set(own === undefined ? [] : [uri]);
  // A set goes on to what is added while it is walked.
  for (const each of found) {
    const id = idOf(project.documents.get(each));
    for (const state of naming.get(id ?? '') ?? []) found.add(state.uri);
  }
  const twins = chains.get(idOf(own) ?? '') ?? [];
  return new Set([...found, ...named.map(chain => chain.uri), ...twins.map(chain => chain.uri)]);
}

const idOf = (state: DocumentState | undefined): string | undefined =>
  state?.model?.kind === 'chain' ? state.model.id?.text : undefined;

const soundness: Face = state => `${isSound(state)}`;

/** All of a document that is broken, as any of its words may be a name then; `''` of another. */
const brokenText = ({ tree, text }: DocumentState): string => (tree.complete ? '' : text);

/** The words that one of two documents has and the other has not, as far as they are broken. */
function differentWords(was: DocumentState | undefined, is: DocumentState | undefined): ReadonlySet<string> {
  const wordsIn = (state: DocumentState | undefined): ReadonlySet<string> =>
    new Set(state === undefined ? [] : wordsOf(brokenText(state)));
  const [left, right] = [wordsIn(was), wordsIn(is)];
  return new Set([...left, ...right].filter(word => left.has(word) !== right.has(word)));
}

const makesOneOf = ({ model }: DocumentState, words: ReadonlySet<string>): boolean =>
  model?.kind === 'chain' && productsOf(model).some(({ name }) => words.has(name));

/** The names of skills and teams that a document uses; of one that could not be read as a whole, all of its text. */
function namesFace({ tree, shape, text, kind }: DocumentState): string {
  if (!tree.complete || shape.problems.length > 0) return `${kind} ${text}`;
  const names = (['skill-reference', 'team-reference', 'suite-team'] as const).map(meaning => [
    ...new Set((shape.scalars.get(meaning) ?? []).map(node => node.text)),
  ]);
  return JSON.stringify([kind, ...names.map(each => each.sort())]);
}
