/** Other chains of the workspace folder, as far as conclusions may be drawn from them. */
import type { KnownChain } from '../../project/snapshot.ts';
import type { RuleContext } from '../rule.ts';

/**
 * The chain of an id, where exactly one has it and its file is sound: what another file does not say well is not held against this
 * one. `undefined` also for the chain of the document itself.
 */
export function knownChain({ document, project }: RuleContext, id: string): KnownChain | undefined {
  const [known, ...others] = project.chainsFor(document.uri).get(id) ?? [];
  if (!project.complete || known === undefined || others.length > 0 || known.uri === document.uri)
    return undefined;
  const state = project.documents.get(known.uri);
  return state?.tree.complete === true && state.shape.problems.length === 0 ? known : undefined;
}
