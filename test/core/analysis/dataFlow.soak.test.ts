import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neededArtefacts } from '../../../server/src/core/analysis/dataFlow.ts';
import { buildChain } from '../../../server/src/core/model/buildChain.ts';
import { costOf } from '../../support/processorTime.ts';
import { treeOf } from './writtenTree.ts';

test('a chain of thousands of steps is answered in a moment', () => {
  const steps = Array.from({ length: 3000 }, (_, at) => ({
    ...{ id: `s${at}`, skill: 's', do: 'It', needs: [`x${at}`], produces: [`x${at + 1}`] },
    ...(at % 2 === 0 && { when: 'sunny' }),
  }));
  const model = buildChain(treeOf({ chain: 'demo', steps }));
  assert.ok(model !== undefined);
  const took = costOf(() => assert.equal(neededArtefacts(model).length, 3000));
  assert.ok(took < 2000, `${Math.round(took)} ms`);
});
