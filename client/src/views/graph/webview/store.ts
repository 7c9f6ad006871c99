/** What outlives the page: the editor keeps it while a panel is hidden and over a reload of the window. */
import type { GraphState, KeptChain } from './state.ts';
import type { Viewport } from './viewport.ts';

/** The chains that a panel remembers, the last one last. */
const mostChains = 20;

export interface Store {
  readonly uri: string;
  readonly locked: boolean;
  /** By URI; a list, so that no name of a file means anything else. */
  readonly chains: readonly (readonly [uri: string, kept: KeptChain])[];
}

export const emptyStore: Store = { uri: '', locked: false, chains: [] };

export const keptOf = (store: Store, uri: string): KeptChain | undefined =>
  store.chains.find(([each]) => each === uri)?.[1];

/** With what is worth keeping of the chain that is shown. */
export function remembering(store: Store, state: GraphState, locked: boolean): Store {
  const { uri, collapsed, selected, viewport, isChosen } = state;
  if (uri === '') return { ...store, locked };
  const kept: KeptChain = {
    collapsed: [...collapsed],
    ...(selected !== undefined && { selected }),
    ...(viewport !== undefined && isChosen && { viewport }),
  };
  const others = store.chains.filter(([each]) => each !== uri);
  return { uri, locked, chains: [...others, [uri, kept] as const].slice(-mostChains) };
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an earlier page stored, perhaps of an earlier version of the extension; what makes no sense is forgotten. */
export function readStore(value: unknown): Store {
  if (!isFields(value) || typeof value['uri'] !== 'string') return emptyStore;
  const chains: readonly unknown[] = Array.isArray(value['chains']) ? value['chains'] : [];
  return {
    uri: value['uri'],
    locked: value['locked'] === true,
    chains: chains.flatMap(entry => {
      const [uri, kept]: readonly unknown[] = Array.isArray(entry) ? entry : [];
      return typeof uri === 'string' && isFields(kept) ? [[uri, readKept(kept)] as const] : [];
    }),
  };
}

function readKept({ collapsed, selected, viewport }: Fields): KeptChain {
  const ids = Array.isArray(collapsed) ? collapsed.filter(id => typeof id === 'string') : [];
  return {
    collapsed: ids,
    ...(typeof selected === 'string' && { selected }),
    ...(isViewport(viewport) && { viewport }),
  };
}

const isViewport = (value: unknown): value is Viewport =>
  isFields(value) &&
  ['x', 'y', 'zoom'].every(name => Number.isFinite(value[name])) &&
  Number(value['zoom']) > 0;
