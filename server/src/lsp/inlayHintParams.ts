/** Reading a hint that comes back from the client, to be explained. */
import type { InlayHint } from 'vscode-languageserver-types';
import type { HintData } from '../core/index.ts';
import { field, integer, position, text } from './params.ts';
import { canonicalUri } from './uris.ts';

const kinds = ['schedule', 'skills', 'producers'] as const;

/** It comes back as it was given, so its place and label are all that must hold. */
export const isInlayHint = (value: unknown): value is InlayHint =>
  position(field(value, 'position')) !== undefined && field(value, 'label') !== undefined;

/** What we wrote into a hint; `undefined`: it is not one of ours. */
export function hintData(hint: unknown): HintData | undefined {
  const uri = canonicalUri(text(field(hint, 'data', 'uri')) ?? '');
  const kind = kinds.find(each => each === field(hint, 'data', 'kind'));
  const at = integer(field(hint, 'data', 'at'));
  if (uri === undefined || kind === undefined || at === undefined || at < 0) return undefined;
  return { uri, kind, at, version: integer(field(hint, 'data', 'version')) };
}
