import assert from 'node:assert/strict';
import { test } from 'node:test';
import { globBase, globMatcher, isGlob } from '../../server/src/cli/support/globs.ts';

const cases: readonly (readonly [glob: string, yes: readonly string[], no: readonly string[]])[] = [
  ['*.yaml', ['a.yaml', 'b.c.yaml'], ['a/b.yaml', 'a.yml', '.a.yaml']],
  ['**/*.yaml', ['a.yaml', 'a/b.yaml', 'a/b/c.yaml'], ['a.yml', '.git/a.yaml']],
  ['a/**', ['a/b', 'a/b/c', 'a'], ['b', 'ab/c']],
  ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['a/x', 'b']],
  ['?.yaml', ['a.yaml', 'é.yaml', '🙂.yaml'], ['ab.yaml', '.yaml']],
  ['[ab].yaml', ['a.yaml', 'b.yaml'], ['c.yaml']],
  ['[a-c1]x', ['ax', 'bx', '1x'], ['dx', '-x']],
  ['[!a]x', ['bx'], ['ax']],
  ['[^a]x', ['bx'], ['ax']],
  ['[]]x', [']x'], ['x']],
  ['{a,b}/*.{yaml,yml}', ['a/x.yaml', 'b/x.yml'], ['c/x.yaml', 'a/x.json']],
  ['{a,{b,c}}x', ['ax', 'bx', 'cx'], ['dx']],
  ['./a*', ['ab'], ['b']],
  ['.a/*', ['.a/b'], ['a/b']],
  ['a+(b)$^.yaml', ['a+(b)$^.yaml'], ['ab.yaml']],
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
  const started = performance.now();
  assert.equal(globMatcher('*a*a*a*a*a*a*a*a*a*a*b')('a'.repeat(2000)), false);
  assert.equal(globMatcher('{a,b}'.repeat(40))('x'), false);
  assert.equal(globMatcher('**/'.repeat(100))('a/'.repeat(200)), true);
  assert.ok(performance.now() - started < 1000);
});

test('what is a pattern, and where it begins', () => {
  const bases = [
    ['a/b/*.yaml', 'a/b'],
    ['*.yaml', ''],
    ['/a/**/b', '/a'],
    ['a/{b,c}/d', 'a'],
    ['../x/[ab]', '../x'],
  ] as const;
  for (const [glob, base] of bases) assert.deepEqual([isGlob(glob), globBase(glob)], [true, base]);
  for (const plain of ['a/b.yaml', 'plan.x@v1.yaml', 'a]b', '[]']) assert.equal(isGlob(plain), false);
});
