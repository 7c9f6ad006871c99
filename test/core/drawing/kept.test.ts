import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createKeeper } from '../../../server/src/core/drawing/kept.ts';

const node = { label: 'Dig' };
/** What a keeper gives for these makings after it had those. */
const kept = (before: readonly unknown[], now: readonly unknown[]): string => {
  const first = createKeeper<string>(undefined);
  first.keep('a', before, () => 'old');
  return createKeeper(first.kept).keep('a', now, () => 'new');
};

const cases: readonly [what: string, before: readonly unknown[], now: readonly unknown[], part: string][] = [
  ['the same makings', [1, 'x', node, undefined], [1, 'x', node, undefined], 'old'],
  ['another number', [1, 'x'], [2, 'x'], 'new'],
  ['an equal object that is another', [node], [{ ...node }], 'new'],
  ['one more', [1], [1, undefined], 'new'],
  ['one less', [1, undefined], [1], 'new'],
  ['a text that reads as a number', [1], ['1'], 'new'],
];
for (const [what, before, now, part] of cases) {
  test(`${what}: the ${part} part`, () => assert.equal(kept(before, now), part));
}

test('what nobody asked for is not kept any longer', () => {
  const first = createKeeper<string>(undefined);
  first.keep('a', [], () => 'old');
  const second = createKeeper(first.kept);
  assert.equal(
    createKeeper(second.kept).keep('a', [], () => 'new'),
    'new',
  );
});

test('a part is taken over without makings, and is there for the next', () => {
  const first = createKeeper<string>(undefined);
  first.keep('__proto__', [1], () => 'old');
  const second = createKeeper(first.kept);
  assert.equal(second.takeOver('__proto__'), 'old');
  assert.equal(second.takeOver('constructor'), undefined);
  assert.equal(
    createKeeper(second.kept).keep('__proto__', [1], () => 'new'),
    'old',
  );
});

test('a part that moved is the one from before, moved; one that is made of something else is made there', () => {
  const draw = (before: ReturnType<typeof createKeeper<string>> | undefined, x: number, word: string) => {
    const keeper = createKeeper(before?.kept);
    const part = keeper.keepAt(
      'a',
      [word],
      { x, y: 0 },
      () => `${word} at ${x}`,
      (_, at) => `moved to ${at.x}`,
    );
    return { keeper, part };
  };
  const first = draw(undefined, 1, 'dig');
  assert.equal(first.part, 'dig at 1');
  assert.equal(draw(first.keeper, 1, 'dig').part, 'dig at 1');
  const moved = draw(first.keeper, 2, 'dig');
  assert.equal(moved.part, 'moved to 2');
  assert.equal(draw(moved.keeper, 2, 'dig').part, 'moved to 2');
  assert.equal(draw(moved.keeper, 3, 'plant').part, 'plant at 3');
});
