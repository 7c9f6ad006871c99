import type { DocumentLink } from 'vscode-languageserver-types';
import type { FeatureContext } from './feature.ts';
import { writtenPaths } from './support/writtenPaths.ts';

/** Addresses and paths in the values of a document, as links. */
export const documentLinks = (context: FeatureContext): readonly DocumentLink[] =>
  writtenPaths(context).map(({ span, target }) => ({ range: context.document.lines.range(span), target }));
