/** Variations over the protocol: told, applied to the text that the client has, and refused in words. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { field, list } from '../../server/src/lsp/params.ts';
import { cleanUp, launches, startClient, type TestClient } from '../support/testServer.ts';

const text = `chain: recall
title: Recall
steps:
  - id: plan
    skill: planner
    do: Plan
variations:
  - when: the package is glass
    add: { skill: analyst, do: Look for splinters }
    insert-after: plan
`;

const applied = `chain: recall
title: Recall
steps:
  - id: plan
    skill: planner
    do: Plan
  - skill: analyst
    do: Look for splinters
`;

after(cleanUp);

/** A text after an answer's edits, made from the last to the first, as positions count in the text they are for. */
function edited(before: string, answer: unknown): string {
  const starts = [0, ...[...before.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  const offset = (position: unknown): number =>
    (starts[Number(field(position, 'line'))] ?? before.length) + Number(field(position, 'character'));
  return list(field(answer, 'edits')).reduceRight((written: string, edit) => {
    const [start, end] = ['start', 'end'].map(name => offset(field(edit, 'range', name)));
    return written.slice(0, start) + String(field(edit, 'newText')) + written.slice(end);
  }, before);
}

const apply = (client: TestClient, uri: string, index: unknown = 0, mode = 'always'): Promise<unknown> =>
  client.request('skillChains/applyVariation', { uri, index, mode });

for (const { name, launch } of launches) {
  describe(name, () => {
    test('a variation is told and applied, each answer for the version it was made from', async () => {
      const client = await startClient(launch, { files: {} });
      const uri = client.uri('recall.chain.yaml');
      await client.open(uri, text);
      const told = list(await client.request('skillChains/variations', { uri }));
      assert.deepEqual(
        told.map(each => ['index', 'when', 'adds', 'insertAfter'].map(key => field(each, key))),
        [[0, 'the package is glass', ['Look for splinters (analyst)'], 'plan']],
      );
      const first = await apply(client, uri);
      assert.equal(field(first, 'version'), 1);
      assert.equal(edited(text, first), applied);
      assert.equal(field(first, 'range', 'start', 'line'), 6);

      // The text goes on while the question is on its way: the edits are for the version that the answer names.
      const longer = `# A line more\n${text}`;
      const crossing = apply(client, uri);
      await client.change(uri, longer, 2);
      const late = await crossing;
      const [before, expected] =
        field(late, 'version') === 1 ? [text, applied] : [longer, `# A line more\n${applied}`];
      assert.equal(edited(before, late), expected);
      const second = await apply(client, uri);
      assert.equal(field(second, 'version'), 2);
      assert.equal(edited(longer, second), `# A line more\n${applied}`);
      assert.match(edited(longer, await apply(client, uri, 0, 'optional')), /when: the package is glass/);
      await client.end();
    });

    test('what cannot be applied gives no edits', async () => {
      const client = await startClient(launch, { files: {} });
      const uri = client.uri('recall.chain.yaml');
      await client.open(uri, text);
      for (const index of [1, -1, 1e9]) assert.equal(await apply(client, uri, index), null);
      const unreadable = { code: -32602 };
      for (const index of [0.5, '0', null]) await assert.rejects(apply(client, uri, index), unreadable);
      await assert.rejects(apply(client, uri, 0, 'sometimes'), unreadable);
      assert.equal(await apply(client, client.uri('none.chain.yaml')), null);
      assert.deepEqual(
        await client.request('skillChains/variations', { uri: client.uri('none.chain.yaml') }),
        [],
      );

      await client.change(uri, `${text}pitfalls: [haste\n`, 2);
      const broken = await apply(client, uri);
      assert.match(String(field(broken, 'refused')), /mistake/);
      assert.equal(field(broken, 'edits'), undefined);

      await client.change(uri, text.replace('insert-after: plan', 'insert-after: nowhere'), 3);
      assert.match(String(field(await apply(client, uri), 'refused')), /nowhere/);

      // Once it is applied there is none any more.
      await client.change(uri, applied, 4);
      assert.deepEqual(await client.request('skillChains/variations', { uri }), []);
      assert.equal(await apply(client, uri), null);
      await client.end();
    });
  });
}
