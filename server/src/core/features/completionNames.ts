/** Names that a scalar at the cursor may take, by what it means. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Meaning } from '../../../../schemas/table.ts';
import { artefactSuggestions, productSuggestions } from './completionArtefacts.ts';
import { idFrom } from './completionDocuments.ts';
import { jumpSuggestions, nodeSuggestions, otherNodeSuggestions } from './completionNodes.ts';
import { planIdFrom } from './completionPlan.ts';
import type { CompletionRequest, Suggestion } from './completionRequest.ts';
import {
  chainSuggestions,
  skillSuggestions,
  sourceSuggestions,
  teamSuggestions,
} from './completionSkills.ts';
import {
  chainTargets,
  domainSuggestions,
  itemSuggestions,
  ownerSuggestions,
  pathSuggestions,
} from './completionSuite.ts';

/** Empty for meanings that are no names. */
export function nameSuggestions(request: CompletionRequest, meaning: Meaning): readonly Suggestion[] {
  switch (meaning) {
    case 'chain-id':
      return [ownName(idFrom(request.context.document.uri, 'chain'))];
    case 'chain-reference':
      return chainSuggestions(request);
    case 'skill-reference':
      return skillSuggestions(request);
    case 'team-reference':
      return teamSuggestions(request);
    case 'node-reference':
      return nodeSuggestions(request);
    case 'other-node-reference':
      return otherNodeSuggestions(request);
    case 'jump-target':
      return jumpSuggestions(request);
    case 'artefact-use':
      return artefactSuggestions(request);
    case 'artefact-product':
      return productSuggestions(request);
    case 'suite-id':
      return [ownName(idFrom(request.context.document.uri, 'suite'))];
    case 'item-reference':
      return itemSuggestions(request);
    case 'path':
      return sourceSuggestions(request);
    case 'plan-path':
      return pathSuggestions(request, 'plan');
    case 'chain-target':
      return chainTargets(request);
    case 'owner':
      return ownerSuggestions(request);
    case 'domain':
      return domainSuggestions(request);
    case 'plan-id':
      return [planIdFrom(request.context.document.uri)].flatMap(id =>
        id === undefined ? [] : [ownName(id)],
      );
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
