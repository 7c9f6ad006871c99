/** The catalogue that ships, over the protocol: known everywhere, and gone to where the client shows it. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { field, list } from '../../server/src/lsp/params.ts';
import { cleanUp, launches, startClient } from '../support/testServer.ts';

after(cleanUp);

const text = `chain: outage
title: Outage
steps:
  - skill: technical-writer
    do: Write down what happened
`;
const position = { line: 3, character: 15 };

const clients = [
  {
    what: 'a client that shows the library is led there',
    options: { library: 'file:///library.json' },
    leads: true,
  },
  { what: 'no link leads where a client cannot go', options: {}, leads: false },
];

for (const { name, launch } of launches) {
  describe(name, () => {
    for (const { what, options, leads } of clients) {
      test(what, async () => {
        const client = await startClient(launch, { files: {}, initializationOptions: options });
        const uri = client.uri('outage.chain.yaml');
        await client.open(uri, text);
        assert.deepEqual((await client.findings(uri, 1)).diagnostics, []);
        const links = list(
          await client.request('textDocument/definition', { textDocument: { uri }, position }),
        );
        const targets = links.map(link => field(link, 'targetUri') ?? field(link, 'uri'));
        assert.deepEqual(targets, leads ? ['skill-chains-library:/skill-chains.skills.yaml'] : []);
        await client.end();
      });
    }
  });
}
