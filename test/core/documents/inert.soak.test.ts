/**
 * Hostile words stay words: whatever a chain or a person says, the document has the structure that it has with harmless words, as a
 * reader of Markdown with tables, HTML and bare links sees it, and its front matter holds the same values.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { parse } from 'yaml';
import { plainLine } from '../../../server/src/core/documents/inert.ts';
import type { ChainModel } from '../../../server/src/core/model/chain.ts';
import { inQuotes } from '../../../server/src/core/util/yamlText.ts';
import { allTemplates, documentOf, insertedBy, modelOf, type Wanted } from './documents.ts';

const reader = markdownIt({ html: true, linkify: true });

/** A chain in which everything a person writes freely is `words`. */
function chainSaying(words: string): ChainModel {
  const said = inQuotes(words, 'double');
  return modelOf(`chain: ${said}
title: ${said}
summary: ${said}
trigger: ${said}
owner: ${said}
steps:
  - id: look
    skill: ${said}
    do: ${said}
  - id: choose
    decision: ${said}
    by: [${said}, other]
    routes:
      - when: ${said}
        steps:
          - skill: some
            do: ${said}
      - otherwise: ${said}
  - checkpoint: ${said}
    by: ${said}
    criteria: [${said}]
success:
  - ${said}
  - { metric: ${said}, target: ${said}, within: ${said} }
pitfalls:
  - ${said}
  - { pitfall: ${said}, avoid: ${said} }
retrospective: [${said}]
handoffs:
  - then: ${said}
`);
}

/** What a reader sees, without the words: blocks and inline marks, in order. */
function structure(text: string): readonly string[] {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
  return reader.parse(body, {}).flatMap(token => {
    const inner = (token.children ?? []).map(child => child.type);
    // A comment is one block; what is in it is ours.
    const comment =
      token.type === 'html_block' && /^<!-- [^>]* -->\n?$/.test(token.content) ? ' comment' : '';
    return [
      `${token.type}${comment}`,
      ...inner.filter((type, at) => type !== 'text' || inner[at - 1] !== 'text'),
    ];
  });
}

function frontMatter(text: string): unknown {
  const found = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1];
  return found === undefined ? undefined : parse(found);
}

/** Every value that words went into, once. */
const values = (matter: unknown): readonly unknown[] =>
  typeof matter === 'object' && matter !== null ? Object.values(matter).flat() : [];

function check(words: string): void {
  const [model, harmless] = [chainSaying(words), chainSaying('word')];
  for (const template of allTemplates) {
    for (const node of ['choose', 'look', undefined]) {
      const wanted = (said: string, of: ChainModel): Wanted => ({
        ...{ template, model: of, title: said, author: said },
        ...(node === undefined ? {} : { node }),
      });
      const made = documentOf(wanted(words, model));
      const expected = documentOf(wanted('word', harmless));
      assert.deepEqual(structure(made.text), structure(expected.text));
      const inserted = insertedBy(made.snippet);
      assert.equal(inserted.text, made.text);
      assert.deepEqual(inserted.places, insertedBy(expected.snippet).places);
      assert.doesNotMatch(made.text, /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|[^\P{Cc}\n]/u);
      const matter = frontMatter(made.text);
      if (matter === undefined) assert.equal(template, 'nygard');
      else {
        const known = values(frontMatter(expected.text)).map(value =>
          value === 'word' ? plainLine(words) : value,
        );
        assert.deepEqual(values(matter), known);
      }
    }
  }
}

const hostile: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '--> <script>alert(1)</script> <!--',
  '# heading',
  'C #',
  '---',
  '===',
  '- [ ] item',
  '1. item',
  '> quote',
  '| a | b |',
  'a \\| b \\\\| c',
  '|---|---|',
  '```js',
  '[link](command:evil) ![image](https://example.com/x.png)',
  'https://example.com/?a=b www.example.com me@example.com',
  '&lt;b&gt; &#124; &amp;',
  '*bold* _thin_ ~~gone~~ `code`',
  `\${1:place} $TM_FILENAME \${CLIPBOARD} } \\`,
  `$0 \\$1 \\\\\${2|a,b|}`,
  `{{template}} {% raw %} \${{ github.token }}`,
  'a\u202Eb\u2066c\u200Fd',
  'two\nlines\r\n\r\n# heading\u2028here\u0085there',
  '\u0000\u0007\u001b[31mred',
  '\'quoted\' "twice" : # no comment',
  'key: value, {a: b}, [c]',
  '__proto__',
  '\ud83d half',
  'x'.repeat(10_000),
  'word '.repeat(2_000),
];

describe('Hostile words in a document', () => {
  for (const words of hostile) {
    it(`stay words: ${JSON.stringify(words.slice(0, 50))}`, () => check(words));
  }

  it('of any kind stay words', () => {
    const parts = fc.constantFrom(
      ...hostile.filter(({ length }) => length < 100),
      '\\',
      '$',
      '}',
      '|',
      '`',
      '#',
      '\n',
      ' ',
    );
    const mixed = fc.array(fc.oneof(parts, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 6 });
    fc.assert(
      fc.property(mixed, pieces => {
        const words = `a${pieces.join('')}`;
        // Words that YAML or the chain read as something else are no words of these places.
        fc.pre(plainLine(words) !== '');
        check(words);
      }),
      { numRuns: 200 },
    );
  });
});
