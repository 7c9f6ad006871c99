/** Reads one document: its syntax tree, its kind, its shape and its meaning, once per version. */
import { table } from '../../../../schemas/generated/table.ts';
import type { Table } from '../../../../schemas/table.ts';
import { buildCatalogue } from '../model/buildCatalogue.ts';
import { buildChain } from '../model/buildChain.ts';
import { buildConfiguration } from '../model/buildConfiguration.ts';
import { buildPlan } from '../model/buildPlan.ts';
import { buildSuite } from '../model/buildSuite.ts';
import { checkShape } from '../model/checkShape.ts';
import { emptyShapeReport, type ShapeReport } from '../model/shape.ts';
import { parseSyntax } from '../syntax/parse.ts';
import type { MapNode, SyntaxNode } from '../syntax/tree.ts';
import { type LineMap, lineMap } from '../util/lineMap.ts';
import { matchesName } from '../util/namePattern.ts';
import { chainsNamedBy } from './faces.ts';
import { fileName } from './places.ts';
import type { DocumentState, FileKind } from './snapshot.ts';

/**
 * What is needed of every file is made at once; its shape, its lines and whom it names are made when somebody asks for them, as nobody
 * asks for those of most files of a large workspace.
 * @param version The client's; `undefined` for a file that is not open.
 * @param before The same document as it was known: with the same text it is not read again.
 */
export function readDocument(
  uri: string,
  version: number | undefined,
  text: string,
  before?: DocumentState,
): DocumentState {
  if (before?.text === text) return before.version === version ? before : before.withVersion(version);
  const tree = parseSyntax(text);
  const kind = kindOf(uri, tree.root);
  const root = tree.root?.kind === 'map' ? tree.root : undefined;
  let lines: LineMap | undefined;
  let shape: ShapeReport | undefined;
  let namedChains: readonly string[] | undefined;
  const model = root === undefined ? undefined : modelOf(kind, root, text);
  const withVersion = (given: number | undefined): DocumentState => ({
    uri,
    version: given,
    text,
    get lines() {
      lines ??= lineMap(text);
      return lines;
    },
    kind,
    tree,
    get shape() {
      shape ??= kind === undefined ? emptyShapeReport : checkShape(tree.root, table, kind);
      return shape;
    },
    model,
    get namedChains() {
      namedChains ??= chainsNamedBy(this);
      return namedChains;
    },
    withVersion,
    tidyUp: () => {
      lines = undefined;
      shape = undefined;
    },
  });
  return withVersion(version);
}

/**
 * By the top-level keys that only one kind has; where several have theirs or none, by the file's name. A kind that no key tells is
 * told by its name alone.
 */
function kindOf(uri: string, root: SyntaxNode | undefined): FileKind | undefined {
  const entries = root?.kind === 'map' ? root.entries : [];
  const present = new Set(entries.map(entry => entry.key.text));
  const name = fileName(uri);
  const isNamed = ({ files }: Table['kinds'][number]): boolean =>
    files.some(pattern => matchesName(pattern, name));
  const byName = table.kinds.find(each => each.keys.length === 0 && isNamed(each));
  if (byName !== undefined) return byName.kind;
  const byKeys = table.kinds.filter(each => each.keys.length > 0);
  const told = byKeys.filter(each => each.keys.every(key => present.has(key)));
  const candidates = told.length > 0 ? told : byKeys;
  return (candidates.find(isNamed) ?? told[0])?.kind;
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
    case 'configuration':
      return buildConfiguration(root);
  }
}
