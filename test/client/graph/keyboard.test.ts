import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deedOf } from '../../../client/src/views/graph/webview/keyboard.ts';

const press = (key: string, held: { ctrlKey?: boolean; altKey?: boolean; metaKey?: boolean } = {}) =>
  deedOf({ key, ctrlKey: false, altKey: false, metaKey: false, ...held });

test('keys without Ctrl, Alt or Meta are the graph’s, all others the editor’s', () => {
  assert.deepEqual(press('ArrowDown'), { kind: 'go', direction: 'down' });
  assert.deepEqual(press('0'), { kind: 'act', action: 'resetZoom' });
  for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }])
    assert.equal(press('ArrowDown', held), undefined);
  for (const key of ['a', 'F1', 'Tab', '__proto__', 'constructor', '']) assert.equal(press(key), undefined);
});
