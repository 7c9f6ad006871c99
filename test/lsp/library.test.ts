/** The library that ships, over the protocol: beside the program, or where the client says. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { libraryFiles } from '../support/library.ts';
import { cleanUp, launches, startClient } from '../support/testServer.ts';

after(cleanUp);

const sev1 = 'skill-chains-library:/incident-management/sev1-production-incident.chain.yaml';
const paths = Object.keys(libraryFiles);
const counts = {
  chains: paths.filter(path => path.endsWith('.chain.yaml')).length,
  suites: paths.filter(path => path.endsWith('.suite.yaml')).length,
  plans: paths.filter(path => path.includes('/plan.')).length,
};

for (const { name, launch } of launches) {
  test(`${name}: the library is offered, listed and drawn, and its findings are nobody's`, async () => {
    const client = await startClient(launch, {});
    assert.deepEqual(await client.request('skillChains/library', {}), counts);
    // A view that is brought back asks for a chain of the library before anybody listed it.
    const graph = await client.request('skillChains/graph', { uri: sev1 });
    assert.ok(typeof graph === 'object' && graph !== null && 'nodes' in graph);
    const listed = await client.request('skillChains/libraryEntries', {});
    assert.ok(Array.isArray(listed));
    assert.equal(listed.length, counts.chains + counts.suites + counts.plans);
    const hits = await client.request('skillChains/searchLibrary', { query: 'sev1 incident' });
    assert.ok(Array.isArray(hits));
    assert.equal(hits[0].uri, sev1);
    assert.deepEqual(await client.request('skillChains/chains', {}), []);
    await client.open(sev1, 'chain: sev1-production-incident\nsteps:\n  - skill: nobody\n');
    assert.deepEqual((await client.findings(sev1, 1)).diagnostics, []);
    await client.end();
  });
}
