/** Where paths lead to what a name stands for: Markdown of the workspace, and words of documents that are no names. */
import { noLinkingFiles } from '../../project/linkingFiles.ts';
import { fileName } from '../../project/places.ts';
import type { Span } from '../../util/span.ts';
import type { FeatureContext } from '../feature.ts';
import { declarationsOf } from './declarations.ts';
import { originsNaming } from './renaming/linkedNames.ts';
import type { SymbolAt } from './symbolAt.ts';
import { writtenPaths } from './writtenPaths.ts';

export interface LinkedPlace {
  readonly uri: string;
  readonly span: Span;
}

/** In the order of the files; places that are names themselves may be among them. */
export function linkedPlaces(context: FeatureContext, symbol: SymbolAt): readonly LinkedPlace[] {
  const targets = new Set(targetsOf(context, symbol));
  return [...pathsTo(context, targets), ...linksTo(context, targets), ...saidToBeFrom(context, symbol)];
}

/** The files that are what a symbol names, not merely hold it. */
function targetsOf(context: FeatureContext, symbol: SymbolAt): readonly string[] {
  const { documents } = context.project;
  const declared = declarationsOf(context, symbol).map(({ uri }) => uri);
  switch (symbol.kind) {
    case 'chain':
    case 'suite':
    case 'file':
      return declared;
    case 'skill':
      // A catalogue holds many; a file of an agent is one.
      return declared.filter(uri => !documents.has(uri));
    default:
      return [];
  }
}

function pathsTo(
  { project, document }: FeatureContext,
  targets: ReadonlySet<string>,
): readonly LinkedPlace[] {
  if (targets.size === 0) return [];
  const names = [...targets].map(fileName);
  return project
    .neighboursOf(document.uri)
    .filter(({ text }) => names.some(name => text.includes(name)))
    .flatMap(each =>
      writtenPaths({ document: each, project })
        .filter(({ target }) => targets.has(target.split('#', 1)[0] ?? ''))
        .map(({ span }) => ({ uri: each.uri, span })),
    );
}

const linksTo = (
  { linking = noLinkingFiles }: FeatureContext,
  targets: ReadonlySet<string>,
): readonly LinkedPlace[] =>
  [...linking.values()].flatMap(({ uri, links }) =>
    links.filter(({ target }) => targets.has(target)).map(({ span }) => ({ uri, span })),
  );

/** The comments of Markdown that say which chain, or node, words came from. */
function saidToBeFrom(context: FeatureContext, symbol: SymbolAt): readonly LinkedPlace[] {
  if (symbol.kind === 'chain') return originsNaming(context, context.document.uri, { chain: symbol.name });
  const [declared] = symbol.kind === 'node' ? declarationsOf(context, symbol) : [];
  const model = declared && context.project.documents.get(declared.uri)?.model;
  if (declared === undefined || model?.kind !== 'chain' || model.id === undefined) return [];
  return originsNaming(context, declared.uri, { chain: model.id.text, node: symbol.name });
}
