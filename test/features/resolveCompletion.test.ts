import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import { resolveCompletion } from '../../server/src/core/features/resolveCompletion.ts';
import { cursorIn } from '../support/fixture.ts';
import { itemsAt } from './checkCompletion.ts';
import { contextOf } from './feature.ts';

const head = 'chain: draft\ntitle: Draft\ninputs:\n  ticket: First evidence\n';

const cases: readonly { readonly text: string; readonly label: string; readonly says: string }[] = [
  { text: '$0', label: 'title', says: 'The name of the chain as people read it.' },
  { text: '$0', label: 'new chain', says: '**A chain**' },
  { text: `${head}steps:\n  - $0`, label: 'parallel', says: 'Lanes that run at once.' },
  {
    text: `${head}steps:\n  - skill: $0`,
    label: 'technical-writer',
    says: 'Writes what \\<img src=x onerror=alert(1)> others read',
  },
  {
    text: `${head}steps:\n  - team: $0`,
    label: 'infrastructure',
    says: 'Led by `site-reliability-engineer`',
  },
  { text: `${head}steps:\n  - chain: $0`, label: 'yearly-audit', says: '**Yearly audit**' },
  {
    text: `${head}steps:\n  - skill: a\n    do: b\n    needs: [$0]`,
    label: 'ticket',
    says: 'An input of the chain',
  },
  {
    text: `${head}steps:\n  - id: one\n    skill: a\n    do: b\n  - checkpoint: c\n    if-refused:\n      back-to: $0`,
    label: 'one',
    says: '**b** · step `one`',
  },
];

for (const { text, label, says } of cases) {
  test(`documents ${label} once it is looked at`, () => {
    const item = itemsAt(text).find(each => each.label === label);
    assert.ok(item !== undefined && item.documentation === undefined);
    // The client gives back what it was sent as JSON.
    const sent: CompletionItem = JSON.parse(JSON.stringify(item));
    const { documentation, ...rest } = resolveCompletion(contextOf(cursorIn(text).text).project, sent);
    assert.ok(
      typeof documentation === 'object' && documentation.value.includes(says),
      JSON.stringify(documentation),
    );
    assert.deepEqual(rest, sent);
  });
}

const foreign: readonly unknown[] = [
  undefined,
  null,
  7,
  'key',
  {},
  { uri: 'file:///workspace/draft.chain.yaml', about: 'key', name: '__proto__', record: '__proto__' },
  { uri: 'file:///gone.chain.yaml', about: 'node', name: 'a' },
  { uri: 'file:///workspace/draft.chain.yaml', about: 'nothing', name: 'a' },
  { uri: 1, about: 'key', name: [] },
];
for (const data of foreign) {
  test(`leaves an item with the data ${JSON.stringify(data)} as it is`, () => {
    const item = { label: 'a', data };
    assert.equal(resolveCompletion(contextOf(head).project, item), item);
  });
}
