import type { SyntaxNode } from '../syntax/tree.ts';
import type { CatalogueModel } from './catalogue.ts';

/** Reads a catalogue from any tree; `undefined` where the root is no map. */
export declare function buildCatalogue(root: SyntaxNode | undefined): CatalogueModel | undefined;
