/** Reads one document: its syntax tree, its kind, its shape and its meaning, once per version. */
import { table } from '../../../../schemas/generated/table.ts';
import { buildCatalogue } from '../model/buildCatalogue.ts';
import { buildChain } from '../model/buildChain.ts';
import { checkShape } from '../model/checkShape.ts';
import { emptyShapeReport } from '../model/shape.ts';
import { parseSyntax } from '../syntax/parse.ts';
import type { MapNode, SyntaxNode } from '../syntax/tree.ts';
import { lineMap } from '../util/lineMap.ts';
import { matchesName } from '../util/namePattern.ts';
import { fileName } from './places.ts';
import type { DocumentState, FileKind } from './snapshot.ts';

/** `version` is the client's; `undefined` for a file that is not open. */
export function readDocument(uri: string, version: number | undefined, text: string): DocumentState {
  const tree = parseSyntax(text);
  const kind = kindOf(uri, tree.root);
  const root = tree.root?.kind === 'map' ? tree.root : undefined;
  return {
    uri,
    version,
    text,
    lines: lineMap(text),
    kind,
    tree,
    shape: kind === undefined ? emptyShapeReport : checkShape(tree.root, table, kind),
    model: root === undefined ? undefined : modelOf(kind, root),
  };
}

/** By the top-level key that only one kind has; where several have one or none, by the file's name. */
function kindOf(uri: string, root: SyntaxNode | undefined): FileKind | undefined {
  const entries = root?.kind === 'map' ? root.entries : [];
  const told = entries.flatMap(entry => table.kinds.filter(each => each.key === entry.key.text));
  const candidates = told.length > 0 ? told : table.kinds;
  const name = fileName(uri);
  const named = candidates.find(each => each.files.some(pattern => matchesName(pattern, name)));
  return (named ?? told[0])?.kind;
}

function modelOf(kind: FileKind | undefined, root: MapNode): DocumentState['model'] {
  if (kind === undefined) return undefined;
  return kind === 'chain' ? buildChain(root) : buildCatalogue(root);
}
