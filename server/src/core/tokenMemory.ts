/** What a client knows of the tokens of a document, so that after an edit it is told of the difference alone. */
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-types';

export interface TokenMemory {
  /** Keeps the tokens that a client is given. */
  whole(uri: string, data: readonly number[]): SemanticTokens;
  /** The difference to what the client has; everything, where that is not what was kept. */
  since(uri: string, known: string, data: readonly number[]): SemanticTokens | SemanticTokensDelta;
  forget(uri: string): void;
}

/** Keeps the last tokens of each document. */
export function createTokenMemory(): TokenMemory {
  const kept = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
  let made = 0;
  const keep = (uri: string, data: readonly number[]): string => {
    made++;
    const id = String(made);
    kept.set(uri, { id, data });
    return id;
  };
  const whole: TokenMemory['whole'] = (uri, data) => ({ resultId: keep(uri, data), data: [...data] });
  return {
    whole,
    since: (uri, known, data) => {
      const before = kept.get(uri);
      if (before?.id !== known) return whole(uri, data);
      const edit = difference(before.data, data);
      return { resultId: keep(uri, data), edits: edit === undefined ? [] : [edit] };
    },
    forget: uri => {
      kept.delete(uri);
    },
  };
}

/** The one stretch in which two lists differ; `undefined`: in none. */
function difference(
  before: readonly number[],
  after: readonly number[],
): SemanticTokensDelta['edits'][number] | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return undefined;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return {
    start,
    deleteCount: before.length - start - same,
    data: after.slice(start, after.length - same),
  };
}
