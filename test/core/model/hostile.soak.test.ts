/** Texts that are made to take long: each is read in time, and as far as it makes sense. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildChain } from '../../../server/src/core/model/buildChain.ts';
import { readMarkdownLinks } from '../../../server/src/core/model/markdownLinks.ts';
import { suppressionsOf } from '../../../server/src/core/model/suppressions.ts';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { lineMap } from '../../../server/src/core/util/lineMap.ts';
import { costOf } from '../../support/processorTime.ts';
import { modelOf } from '../analysis/chainText.ts';

describe('aliases', () => {
  test('that hold themselves, or multiply without end, end', () => {
    const bomb = Array.from(
      { length: 30 },
      (_, at) =>
        `x-${at}: &a${at} [${Array.from({ length: 10 }, () => (at === 0 ? '{ skill: a, do: b }' : `{ parallel: *a${at - 1} }`)).join(', ')}]`,
    );
    for (const text of [
      `${bomb.join('\n')}\nsteps: *a29`,
      'steps: &a\n  - parallel: *a\n',
      'steps: &a [*a, { skill: a, do: b }]',
    ]) {
      const took = costOf(() => assert.ok(modelOf(text).nodes.length < 100_000));
      assert.ok(took < 2000, `${Math.round(took)} ms`);
    }
  });

  test('and nesting without end are read as far as they make sense', () => {
    const deep = (levels: number): string =>
      `chain: a\nsteps: ${'[{ parallel: '.repeat(levels)}${'}]'.repeat(levels)}`;
    assert.equal(modelOf(deep(60)).nodes.length, 60);
    assert.ok((buildChain(parseSyntax(deep(1500)).root)?.nodes.length ?? 0) <= 200);
  });
});

test('marks by the ten thousand are read, and lead nowhere', () => {
  for (const mark of ['[', '](', 'href=', '<!-- from chain:', '`', '---\n', '[a]: '])
    assert.ok(readMarkdownLinks(mark.repeat(20_000)).origins.length === 0);
});

test('thousands of comments are read at once', () => {
  const text = `${'# skill-chains-ignore a: b\n\n'.repeat(5_000)}a: 1\n`;
  const source = { text, lines: lineMap(text), tree: parseSyntax(text) };
  const took = costOf(() => assert.equal(suppressionsOf(source).at(0)?.counts, 10_000));
  assert.ok(took < 1000, `${Math.round(took)} ms`);
});
