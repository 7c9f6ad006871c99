/** Patterns of a configuration that name a file or a folder by letters: these go along where it moves, and the wildcards behind them stay. */
import { URI, Utils } from 'vscode-uri';
import { parentOf } from '../../../project/checking.ts';
import { namesBelow } from '../../../project/places.ts';
import type { DocumentState } from '../../../project/snapshot.ts';
import type { ScalarNode } from '../../../syntax/tree.ts';
import { readPathPattern } from '../../../util/pathPattern.ts';
import { inQuotes, writeScalar } from '../../../util/yamlText.ts';
import type { Edit } from './renaming.ts';

/** Marks that mean something in a pattern, and cannot stand for themselves. */
const marks = /[*?\\]/;

/** @param moved Where each address leads after the moves. What leaves the folder of the configuration cannot be told by it any more. */
export function patternEdits({ uri, shape }: DocumentState, moved: (uri: string) => string): readonly Edit[] {
  const [before, after] = [parentOf(uri), parentOf(moved(uri))];
  return (shape.scalars.get('path-pattern') ?? []).flatMap(scalar => {
    const parts = readPathPattern(scalar.text) ?? [];
    const first = parts.findIndex(part => marks.test(part));
    const named = first < 0 ? parts : parts.slice(0, first);
    if (named.length === 0) return [];
    const address = Utils.joinPath(URI.parse(before), ...named).toString();
    const names = namesBelow(after, moved(address));
    if (names === undefined || names.join('/') === named.join('/') || names.some(name => marks.test(name)))
      return [];
    const [beginning = ''] = /^(?:\.?\/)*/.exec(scalar.text) ?? [];
    const end = scalar.text.endsWith('/') ? '/' : '';
    return rewritten(scalar, beginning + [...names, ...parts.slice(named.length)].join('/') + end);
  });
}

function rewritten({ span, style }: ScalarNode, text: string): readonly Edit[] {
  if (style === 'literal' || style === 'folded') return [];
  return [{ span, newText: style === 'plain' ? writeScalar(text, true) : inQuotes(text, style) }];
}
