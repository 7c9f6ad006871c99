import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf } from '../../../client/src/views/graph/changes.ts';
import type { ShowMessage, ToPage } from '../../../client/src/views/graph/messages.ts';
import { createTold } from '../../../client/src/views/graph/webview/told.ts';
import { graphOf, uri } from './support.ts';

const show = (number: number, ...ids: readonly string[]): ShowMessage => ({
  ...{ type: 'show', uri, version: number, number, graph: graphOf(ids.map(id => [id])) },
  ...{ stale: [], notice: null },
});
const [first, second, third] = [show(1, 'a'), show(2, 'a', 'b'), show(3, 'a', 'b', 'c')];
const change = (before: ShowMessage, after: ShowMessage) => changeOf(before, after) ?? assert.fail();

/** What a page makes of messages, and the chains of which it asks for all anew. */
function taken(...messages: readonly Exclude<ToPage, { type: 'start' | 'rejected' }>[]) {
  const asked: string[] = [];
  const take = createTold(of => asked.push(of));
  return { results: messages.map(take), asked };
}

test('changes are whole drawings, one after the other', () => {
  const { results, asked } = taken(first, change(first, second), change(second, third));
  assert.deepEqual(results, [first, second, third]);
  assert.deepEqual(asked, []);
});

test('after a change that was lost the page asks for all, once for each that it cannot use, until it comes', () => {
  const { results, asked } = taken(first, change(second, third), change(third, second), third);
  assert.deepEqual(results, [first, undefined, undefined, third]);
  assert.deepEqual(asked, [uri, uri]);
});

test('a change before all else is lost, and what is no drawing passes', () => {
  const same: ToPage = { type: 'same', uri, version: 9 };
  const { results, asked } = taken(change(first, second), same);
  assert.deepEqual(results, [undefined, same]);
  assert.deepEqual(asked, [uri]);
});
