/** Reads one document: its syntax tree, its kind, its shape and its meaning, once per version. */
import { table } from '../../../../schemas/generated/table.ts';
import { buildCatalogue } from '../model/buildCatalogue.ts';
import { buildChain } from '../model/buildChain.ts';
import { buildPlan } from '../model/buildPlan.ts';
import { buildSuite } from '../model/buildSuite.ts';
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
    model: root === undefined ? undefined : modelOf(kind, root, text),
  };
}

/** By the top-level keys that only one kind has; where several have theirs or none, by the file's name. */
function kindOf(uri: string, root: SyntaxNode | undefined): FileKind | undefined {
  const entries = root?.kind === 'map' ? root.entries : [];
  const present = new Set(entries.map(entry => entry.key.text));
  const told = table.kinds.filter(each => each.keys.every(key => present.has(key)));
  const candidates = told.length > 0 ? told : table.kinds;
  const name = fileName(uri);
  const named = candidates.find(each => each.files.some(pattern => matchesName(pattern, name)));
  return (named ?? told[0])?.kind;
}

function modelOf(kind: FileKind | undefined, root: MapNode, text: string): DocumentState['model'] {
  if (kind === undefined) return undefined;
  switch (kind) {
    case 'chain':
      return buildChain(root);
    case 'catalogue':
      return buildCatalogue(root);
    case 'suite':
      return buildSuite(root);
    case 'plan':
      return buildPlan(root, text);
  }
}
