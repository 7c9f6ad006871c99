/** Names that a scalar at the cursor may take, by what it means. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Meaning } from '../../../../schemas/table.ts';
import { artefactSuggestions, productSuggestions } from './completionArtefacts.ts';
import { chainIdFrom } from './completionDocuments.ts';
import { jumpSuggestions, nodeSuggestions } from './completionNodes.ts';
import type { CompletionRequest, Suggestion } from './completionRequest.ts';
import { chainSuggestions, skillSuggestions, teamSuggestions } from './completionSkills.ts';

/** Empty for meanings that are no names. */
export function nameSuggestions(request: CompletionRequest, meaning: Meaning): readonly Suggestion[] {
  switch (meaning) {
    case 'chain-id':
      return [ownName(chainIdFrom(request.context.document.uri))];
    case 'chain-reference':
      return chainSuggestions(request);
    case 'skill-reference':
      return skillSuggestions(request);
    case 'team-reference':
      return teamSuggestions(request);
    case 'node-reference':
      return nodeSuggestions(request);
    case 'jump-target':
      return jumpSuggestions(request);
    case 'artefact-use':
      return artefactSuggestions(request);
    case 'artefact-product':
      return productSuggestions(request);
    case 'version-range':
      return versionRanges(request);
    default:
      return [];
  }
}

const ownName = (text: string): Suggestion => ({
  label: text,
  kind: CompletionItemKind.Value,
  insert: { type: 'scalar', text },
});

/** Ranges that the version of the chain that is run lies in. */
function versionRanges({ context, cursor }: CompletionRequest): readonly Suggestion[] {
  const last = cursor.path.at(-1);
  const id = last?.kind === 'key' ? last.siblings.find(each => each.key === 'chain')?.scalar : undefined;
  const chains = id === undefined ? undefined : context.project.chainsFor(context.document.uri).get(id);
  const version = chains?.[0]?.model.version?.text;
  const [major, minor] = version?.split('.') ?? [];
  if (major === undefined || minor === undefined) return [];
  return [`^${major}`, `~${major}.${minor}`].map(ownName);
}
