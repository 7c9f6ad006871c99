/** How often what a document declares is used in its workspace folder. */
import type { Word } from '../../model/chain.ts';
import type { DocumentState, ProjectSnapshot } from '../../project/snapshot.ts';
import { callsOf, isSame, runnersIn, whole } from './calls.ts';

/** Who runs a chain, suite or prompt plan, or hands over to it; each caller once for each of these. */
export interface RunCounts {
  readonly chains: number;
  readonly handingOver: number;
  readonly items: number;
}

export function runCounts(project: ProjectSnapshot, document: DocumentState): RunCounts {
  const [wanted] = whole(document);
  let [chains, handingOver, items] = [0, 0, 0];
  if (wanted === undefined) return { chains, handingOver, items };
  for (const caller of project.neighboursOf(document.uri).flatMap(runnersIn)) {
    const calls = callsOf(project, caller).filter(({ to }) => isSame(to, wanted));
    if (calls.length === 0) continue;
    if (caller.item !== undefined) items++;
    else {
      if (calls.some(({ how }) => how === 'sub-chain')) chains++;
      if (calls.some(({ how }) => how !== 'sub-chain')) handingOver++;
    }
  }
  return { chains, handingOver, items };
}

export interface UseCount {
  readonly places: number;
  readonly files: number;
}

/** By the ids of skills, how often chains and catalogues name them by any of their names; those that nobody names are absent. */
export function skillUses(project: ProjectSnapshot, uri: string): ReadonlyMap<string, UseCount> {
  const { resolve } = project.skillsFor(uri);
  const uses = new Map<string, UseCount>();
  for (const document of project.neighboursOf(uri)) {
    const here = new Map<string, number>();
    for (const { text } of skillWords(document)) {
      const found = resolve(text);
      if (found.kind !== 'known') continue;
      const id = found.skill.declaration.id.text;
      here.set(id, (here.get(id) ?? 0) + 1);
    }
    for (const [id, places] of here) {
      const before = uses.get(id) ?? { places: 0, files: 0 };
      uses.set(id, { places: before.places + places, files: before.files + 1 });
    }
  }
  return uses;
}

function skillWords({ model }: DocumentState): readonly Word[] {
  if (model?.kind === 'catalogue') return model.skillUses;
  if (model?.kind !== 'chain') return [];
  const nodes = [...model.nodes, ...model.variations.flatMap(each => each.nodes)];
  return nodes.flatMap(node => {
    if (node.kind === 'step') return node.skill ?? [];
    return node.kind === 'checkpoint' || node.kind === 'decision' ? node.by : [];
  });
}
