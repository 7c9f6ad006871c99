import type { SyntaxNode } from '../syntax/tree.ts';
import type { ChainModel } from './chain.ts';

/** Reads a chain from any tree; `undefined` where the root is no map. */
export declare function buildChain(root: SyntaxNode | undefined): ChainModel | undefined;
