/** What Markdown leads to: every form of a link, and what only looks like one. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readMarkdownLinks } from '../../../server/src/core/model/markdownLinks.ts';

const paths = (text: string): readonly string[] =>
  readMarkdownLinks(text).links.map(({ span, path }) => `${text.slice(span.start, span.end)} ${path}`);

describe('a link', () => {
  for (const [name, text, expected] of [
    ['inline', '[a](x/y.yaml)', ['x/y.yaml x/y.yaml']],
    ['with a title and a fragment', '[a](x.yaml#L3 "t")', ['x.yaml x.yaml']],
    ['with blanks', '[a](<my files/x.yaml>)', ['my files/x.yaml my files/x.yaml']],
    [
      'with percent signs',
      '[a](my%20files/plan.x%40v1.yaml)',
      ['my%20files/plan.x%40v1.yaml my files/plan.x@v1.yaml'],
    ],
    ['with a broken escape', '[a](x%zz.yaml)', ['x%zz.yaml x%zz.yaml']],
    ['with brackets in it', '[a](x(1).yaml)', ['x(1).yaml x(1).yaml']],
    ['defined apart', '[a]\n\n[a]: ./x.yaml\n', ['./x.yaml ./x.yaml']],
    ['of HTML', `<a href="x.yaml"><img src='y.yaml'>`, ['x.yaml x.yaml', 'y.yaml y.yaml']],
    ['in front matter', '---\nchain: ../a/x.chain.yaml\n---\n', ['../a/x.chain.yaml ../a/x.chain.yaml']],
    ['to elsewhere', '[a](https://x.org/y.yaml) [b](//x/y.yaml) [c](#part) [d](mailto:a@b.yaml)', []],
    ['in code', '`[a](x.yaml)`\n\n```\n[a](x.yaml)\n```\n\n    [a](x.yaml)\n', []],
  ] as const) {
    test(name, () => assert.deepEqual(paths(text), expected));
  }
});

test('an origin says its chain and node, with what no id has undone', () => {
  const text =
    '<!-- from chain:a%27s#n%3E1 criteria 3f2a9c1d -->\n# from chain:b by 0123abcd\nfrom chain:c by 0123abcd\n';
  const { origins } = readMarkdownLinks(text);
  assert.deepEqual(
    origins.map(({ chain, node }) => [chain.text, node?.text]),
    [
      ["a's", 'n>1'],
      ['b', undefined],
    ],
  );
  for (const { chain } of origins)
    assert.match(text.slice(chain.span.start, chain.span.end), /^(?:a%27s|b)$/u);
});
