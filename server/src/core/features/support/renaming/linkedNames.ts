/** The names that Markdown says in the comments in which a document tells where its words came from. */
import { noLinkingFiles } from '../../../project/linkingFiles.ts';
import type { Span } from '../../../util/span.ts';
import type { FeatureContext } from '../../feature.ts';
import type { Edits } from './renaming.ts';

/** A chain, or a node of it. */
export interface OriginName {
  readonly chain: string;
  readonly node?: string;
}

/** Where Markdown of the workspace folder of `uri` says that words came from a chain, or from a node. */
export function originsNaming(
  { project, linking = noLinkingFiles }: FeatureContext,
  uri: string,
  { chain, node }: OriginName,
): readonly { readonly uri: string; readonly span: Span }[] {
  const folder = project.folderOf(uri);
  return [...linking.values()]
    .filter(file => file.folder === folder)
    .flatMap(file =>
      file.origins.flatMap(origin => {
        const named = node === undefined ? origin.chain : origin.node;
        const isMeant = origin.chain.text === chain && (node === undefined || origin.node?.text === node);
        return isMeant && named !== undefined ? [{ uri: file.uri, span: named.span }] : [];
      }),
    );
}

/** The edits that give them another name, which is an id. */
export function originEdits(context: FeatureContext, uri: string, name: OriginName, newName: string): Edits {
  const edits = new Map<string, { readonly span: Span; readonly newText: string }[]>();
  for (const place of originsNaming(context, uri, name))
    edits.set(place.uri, [...(edits.get(place.uri) ?? []), { span: place.span, newText: newName }]);
  return edits;
}
