/** Reads one document: its syntax tree, its kind, its shape and its meaning, once per version. */
import { table } from '../../../../schemas/generated/table.ts';
import { buildCatalogue } from '../model/buildCatalogue.ts';
import { buildChain } from '../model/buildChain.ts';
import { checkShape } from '../model/checkShape.ts';
import { emptyShapeReport } from '../model/shape.ts';
import { parse } from '../syntax/parse.ts';
import type { SyntaxNode } from '../syntax/tree.ts';
import { lineMap } from '../util/lineMap.ts';
import { fileName } from './places.ts';
import type { DocumentState, FileKind } from './snapshot.ts';

/** `version` is the client's; `undefined` for a file that is not open. */
export function readDocument(uri: string, version: number | undefined, text: string): DocumentState {
  const tree = parse(text);
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
