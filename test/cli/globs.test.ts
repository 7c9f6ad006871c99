import assert from 'node:assert/strict';
import { test } from 'node:test';
import { globBase, globMatcher, isGlob } from '../../server/src/cli/support/globs.ts';
import { costOf } from '../support/processorTime.ts';

const cases: readonly (readonly [glob: string, yes: readonly string[], no: readonly string[]])[] = [
  ['*.yaml', ['a.yaml', 'b.c.yaml', '.a.yaml', 'a.yaml/b'], ['a/b.yaml', 'a.yml']],
  ['**/*.yaml', ['a.yaml', 'a/b.yaml', 'a/b/c.yaml'], ['a.yml']],
  ['a/**', ['a/b', 'a/b/c', 'a'], ['b', 'ab/c']],
  ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['a/x', 'b']],
  ['?.yaml', ['a.yaml', 'é.yaml', '🙂.yaml'], ['ab.yaml', '.yaml']],
  ['{a,b}/*.{yaml,yml}', ['a/x.yaml', 'b/x.yml'], ['c/x.yaml', 'a/x.json']],
  ['{a,{b,c}}x', ['ax', 'bx', 'cx'], ['dx']],
  ['x{,y}', ['x', 'xy'], ['xz']],
  ['./a*', ['ab'], ['b']],
  ['[a]+(b)$^.y?ml', ['[a]+(b)$^.yaml'], ['ab.yaml', 'a+(b)$^.yaml']],
  ['../*', [], ['a', '..']],
];

for (const [glob, yes, no] of cases) {
  test(`the pattern ${glob}`, () => {
    const matches = globMatcher(glob);
    assert.deepEqual(
      [...yes, ...no].filter(path => matches(path)),
      yes,
    );
  });
}

test('many stars cost no more than their product', () => {
  const cost = costOf(() => {
    assert.equal(globMatcher('*a*a*a*a*a*a*a*a*a*a*b')('a'.repeat(2000)), false);
    assert.equal(globMatcher('{a,b}'.repeat(40))('x'), false);
    assert.equal(globMatcher('**/'.repeat(100))('a/'.repeat(200)), true);
  });
  assert.ok(cost < 1000, `${cost} ms`);
});

test('what is a pattern, and where it begins', () => {
  const bases = [
    ['a/b/*.yaml', 'a/b'],
    ['*.yaml', ''],
    ['/a/**/b', '/a'],
    ['a/{b,c}/d', 'a'],
    ['../x/a?', '../x'],
  ] as const;
  for (const [glob, base] of bases) assert.deepEqual([isGlob(glob), globBase(glob)], [true, base]);
  for (const plain of ['a/b.yaml', 'plan.x@v1.yaml', 'a]b', '[ab].yaml', 'a{b'])
    assert.equal(isGlob(plain), false);
});
