/** A workspace as large as a company's: what is typed into the search is answered while it is typed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostSymbols } from '../../server/src/core/features/workspaceSymbols.ts';
import { costOf } from '../support/processorTime.ts';
import { loadedService } from '../support/requests.ts';

test('is answered at once in a workspace of 500 chains', async () => {
  const chain = (at: number) =>
    `chain: c${at}\ntitle: Chain ${at}\nsteps:\n${Array.from({ length: 20 }, (_, step) => `  - { id: s${step}, skill: a, do: Do the thing number ${step} of it, produces: [p${step}] }\n`).join('')}`;
  const { service } = await loadedService(
    Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`c${at}.chain.yaml`, chain(at)])),
  );
  service.workspaceSymbols('chain');
  const cost = costOf(() => assert.equal(service.workspaceSymbols('thing').length, mostSymbols));
  assert.ok(cost < 500, `${cost} ms`);
});
