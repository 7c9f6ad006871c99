import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { jumpTargetsFrom, resolveJumps } from '../../../server/src/core/analysis/jumps.ts';
import { chainOf, nodeOf } from './chainText.ts';
import { places } from './jumpPlaces.ts';

/** `from target`: how it is resolved. `back` and `on` are legal. */
const legality: Readonly<Record<string, string>> = {
  'top first': 'back',
  'top last': 'on',
  'top outer': 'on',
  'top outer.synthesize': 'on',
  'top choice': 'on',
  'top next': 'on',
  'top stop': 'on',
  'top end': 'on',
  'top top': 'itself',
  'top left-one': 'into-lane by outer',
  'top deep': 'into-lane by outer',
  'top inner': 'into-lane by outer',
  'top right': 'into-lane by outer',
  'top left': 'to-lane by outer',
  'top route-one': 'into-route by choice',
  'top in-route': 'into-route by choice',
  'top outer.join': 'unknown',
  'top nowhere': 'unknown',
  'top start': 'reserved-word',
  'in-lane left-one': 'back',
  'in-lane left-last': 'on',
  'in-lane inner': 'on',
  'in-lane inner.synthesize': 'on',
  'in-lane next': 'on',
  'in-lane stop': 'on',
  'in-lane end': 'end-in-lane by outer',
  'in-lane first': 'out-of-lane by outer',
  'in-lane outer': 'out-of-lane by outer',
  'in-lane outer.synthesize': 'out-of-lane by outer',
  'in-lane right': 'out-of-lane by outer',
  'in-lane deep': 'into-lane by inner',
  'bare deep': 'out-of-lane by inner',
  'bare left-one': 'out-of-lane by inner',
  'bare end': 'end-in-lane by inner',
  'bare stop': 'on',
  'in-route route-one': 'back',
  'in-route route-last': 'on',
  'in-route choice': 'back',
  'in-route first': 'back',
  'in-route outer': 'back',
  'in-route last': 'on',
  'in-route end': 'on',
  'in-route other-route': 'into-route by choice',
  'in-route deep': 'into-lane by outer',
};

describe('where a decision may go', () => {
  for (const [jump, expected] of Object.entries(legality)) {
    test(`${jump}: ${expected}`, () => {
      const [at = '', target = ''] = jump.split(' ');
      const resolved = resolveJumps(chainOf(places(at, `go: ${target}`))).find(
        each => each.from?.id === at && each.route?.otherwise === false,
      );
      assert.ok(resolved !== undefined);
      const { problem, barrier, backward } = resolved;
      const said = problem === undefined ? (backward ? 'back' : 'on') : problem;
      assert.equal(`${said}${barrier === undefined ? '' : ` by ${barrier.id}`}`, expected);
      if (problem === undefined) assert.ok(resolved.target !== undefined);
    });
  }

  test('back to itself behind the steps of a route, which redo something', () => {
    const [jump] = resolveJumps(
      chainOf(
        '- { id: d, decision: Green?, routes: [{ when: red, steps: [{ skill: a, do: Mend }], go: d, at-most: 3 }, { otherwise: next }] }',
      ),
    );
    assert.deepEqual([jump?.problem, jump?.backward, jump?.jump.atMost?.value], [undefined, true, 3]);
  });
});

describe('where a checkpoint may go back to', () => {
  const refusals: Readonly<Record<string, string | undefined>> = {
    draft: undefined,
    build: undefined,
    test: undefined,
    good: 'itself',
    later: 'not-back',
    ship: 'not-back',
    next: 'reserved-word',
    end: 'reserved-word',
    stop: 'reserved-word',
    empty: 'empty-phase',
    nothing: 'unknown',
    twice: 'ambiguous',
  };
  const body = (target: string): string => `
    phases:
      - phase: Build
        steps: [{ id: draft, skill: a, do: One }, { skill: twice, do: Two }, { skill: twice, do: Two }]
      - phase: Test
        steps:
          - { id: try, skill: b, do: Two }
          - { id: good, checkpoint: Good?, by: c, if-refused: { back-to: ${target}, at-most: 1 } }
          - { id: later, skill: d, do: Three }
      - phase: Ship
        steps: [{ skill: e, do: Four }]
      - phase: Empty
        steps: []
  `;
  for (const [target, problem] of Object.entries(refusals)) {
    test(`${target}: ${problem ?? 'legal'}`, () => {
      const [jump] = resolveJumps(chainOf(body(target)));
      assert.equal(jump?.problem, problem);
      if (problem === undefined) assert.ok(jump?.backward);
    });
  }
  test('a phase stands for its first node', () => {
    const [jump] = resolveJumps(chainOf(body('test')));
    assert.ok(
      jump?.target?.kind === 'node' && jump.target.node.id === 'try' && jump.target.phase?.id === 'test',
    );
  });
  test('completion offers what comes before, and the phases', () => {
    const model = chainOf(body('draft'));
    const ids = jumpTargetsFrom(model, nodeOf(model, 'good'), 'back-to').map(each => each.id);
    assert.deepEqual(ids, ['build', 'test', 'draft', 'try']);
  });
});

describe('where an escalation resumes', () => {
  const resumes: Readonly<Record<string, string | undefined>> = {
    b: undefined,
    a: undefined,
    end: undefined,
    inner: 'into-lane',
    no: 'unknown',
  };
  for (const [target, problem] of Object.entries(resumes)) {
    test(`${target}: ${problem ?? 'legal'}`, () => {
      const model = chainOf(`
        steps:
          - { id: a, skill: x, do: One }
          - { id: p, parallel: [{ id: inner, skill: x, do: Two }] }
          - { id: b, skill: x, do: Three }
        handoffs:
          - { escalates-to: other, from: a, resumes-at: ${target} }
      `);
      assert.equal(resolveJumps(model)[0]?.problem, problem);
    });
  }
});
