/** Documents for tests: made of a chain's text, and read again as an editor and a reader of Markdown read them. */
import assert from 'node:assert/strict';
import type { TemplateName } from '../../../server/src/core/documents/kinds.ts';
import { type Scaffold, scaffold } from '../../../server/src/core/documents/scaffold.ts';
import { buildChain } from '../../../server/src/core/model/buildChain.ts';
import type { ChainModel } from '../../../server/src/core/model/chain.ts';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';

export const allTemplates: readonly TemplateName[] = ['madr', 'madr-minimal', 'nygard', 'post-mortem'];

export function modelOf(text: string): ChainModel {
  const model = buildChain(parseSyntax(text).root);
  assert.ok(model);
  return model;
}

export interface Wanted {
  readonly template: TemplateName;
  readonly title?: string;
  readonly author?: string;
  readonly model?: ChainModel;
  readonly node?: string;
  readonly link?: string;
}

export const documentOf = ({ template, title = 'Use YAML', author, model, node, link }: Wanted): Scaffold =>
  scaffold({
    ...{ template, title, author, date: '2024-01-31', time: '08:15', number: 12 },
    nameOf: written => written,
    source: model && { model, node, link },
  });

/** What an editor makes of a snippet: the text it inserts, and its places. Knows tab stops with words, as the documents have no other. */
export function insertedBy(snippet: string): { readonly text: string; readonly places: readonly string[] } {
  const places: string[] = [];
  let text = '';
  let at = 0;
  const words = (end: string): string => {
    let read = '';
    while (at < snippet.length && snippet.charAt(at) !== end) {
      if (snippet.charAt(at) === '\\') at += 1;
      else assert.notEqual(snippet.charAt(at), '$', `a variable at ${at}`);
      read += snippet.charAt(at);
      at += 1;
    }
    return read;
  };
  while (at < snippet.length) {
    const stop = /^\$\{(\d+):/.exec(snippet.slice(at, at + 8));
    if (stop !== null) {
      assert.equal(Number(stop[1]), places.length + 1);
      at += stop[0].length;
      const place = words('}');
      at += 1;
      places.push(place);
      text += place;
    } else {
      if (snippet.charAt(at) === '\\') at += 1;
      else assert.notEqual(snippet.charAt(at), '$', `a variable at ${at}`);
      text += snippet.charAt(at);
      at += 1;
    }
  }
  return { text, places };
}
