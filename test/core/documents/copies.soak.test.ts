/**
 * Hostile words stay words in the copies of a chain: whatever a chain says, its copy has the structure that it has with harmless words, as a
 * reader of Markdown with tables, HTML and bare links sees it.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { chainInstruction } from '../../../server/src/core/documents/copies/chainInstruction.ts';
import { chainMarkdown } from '../../../server/src/core/documents/copies/chainMarkdown.ts';
import type { CopySubject } from '../../../server/src/core/documents/copies/subject.ts';
import { plainLine } from '../../../server/src/core/documents/inert.ts';
import { inQuotes } from '../../../server/src/core/util/yamlText.ts';
import { modelOf } from './documents.ts';

const reader = markdownIt({ html: true, linkify: true });

/** A chain in which everything a person writes freely is `words`. */
function subjectSaying(words: string): CopySubject {
  const said = inQuotes(words, 'double');
  const model = modelOf(`chain: x
title: ${said}
category: ${said}
version: ${said}
summary: ${said}
trigger: ${said}
owner: ${said}
priority: ${said}
review: ${said}
timeline:
  estimate: ${said}
  because: ${said}
  milestones: [{ window: ${said}, what: ${said}, because: ${said} }]
inputs: { a: ${said} }
measures:
  m: { unit: ${said}, bands: { green: ${said} } }
phases:
  - phase: ${said}
    window: ${said}
    takes: ${said}
    because: ${said}
    entry: [${said}]
    exit: ${said}
    deliverable: { d: ${said} }
    steps:
      - id: look
        skill: ${said}
        do: ${said}
        when: ${said}
        after: [${said}]
        needs: [${said}]
        produces: [${said}, { b: ${said} }]
        takes: ${said}
        owner: ${said}
        priority: ${said}
        document: ${said}
        because: ${said}
        notes: ${said}
        done: [${said}]
        checklist: [${said}]
      - id: lanes
        parallel:
          - lane: ${said}
            steps: [{ skill: ${said}, do: ${said} }]
          - { team: ${said}, do: ${said} }
        synthesize: { skill: ${said}, do: ${said} }
      - id: choose
        decision: ${said}
        by: [${said}]
        routes:
          - when: ${said}
            steps: [{ skill: ${said}, do: ${said} }]
            go: ${said}
          - otherwise: ${said}
      - id: check
        checkpoint: ${said}
        by: ${said}
        criteria: [${said}]
        if-refused: { back-to: ${said}, at-most: ${said} }
      - id: other
        chain: ${said}
        version: ${said}
        with: { i: ${said} }
success:
  - ${said}
  - { metric: ${said}, target: ${said}, within: ${said} }
pitfalls:
  - { pitfall: ${said}, avoid: ${said} }
retrospective: [${said}]
handoffs:
  - { then: ${said}, gate: ${said}, delivers: [${said}], rollback: ${said} }
  - { escalates-to: ${said}, if: ${said}, from: ${said} }
variations:
  - { when: ${said}, add: [{ skill: ${said}, do: ${said} }], insert-after: ${said} }
reference:
  - { title: ${said}, text: ${said} }
  - { title: ${said}, list: [${said}] }
  - { title: ${said}, checklist: [${said}] }
  - { title: ${said}, table: { columns: [${said}], rows: [[${said}]], bands: { red: ${said} } } }
  - { title: ${said}, choices: [{ when: ${said}, choose: ${said} }] }
track-record: { frequency: ${said}, duration: ${said}, success-rate: ${said}, improve: [${said}] }
`);
  return { model, skill: () => ({ title: words, summary: words }), chain: () => words };
}

/** What a reader sees, without the words: blocks and inline marks, in order. */
const structure = (text: string): readonly string[] =>
  reader.parse(text, {}).flatMap(token => {
    const inner = (token.children ?? []).map(child => child.type);
    return [token.type, ...inner.filter((type, at) => type !== 'text' || inner[at - 1] !== 'text')];
  });

const harmless = subjectSaying('word');

function check(words: string): void {
  const subject = subjectSaying(words);
  for (const copy of [chainMarkdown, chainInstruction]) {
    const made = copy(subject);
    assert.deepEqual(structure(made), structure(copy(harmless)));
    assert.doesNotMatch(made, /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|[^\P{Cc}\n]/u);
  }
}

const hostile: readonly string[] = [
  ...['<img src=x onerror=alert(1)>', '--> <script>alert(1)</script> <!--', '# heading', 'C #', '---', '==='],
  ...['- [ ] item', '1. item', '12) item', '> quote', '| a | b |', 'a \\| b \\\\| c', '|---|---|', '```js'],
  ...[
    '[link](command:evil) ![image](https://example.com/x.png)',
    'https://example.com www.example.com me@example.com',
  ],
  ...['&lt;b&gt; &#124; &amp;', '*bold* _thin_ ~~gone~~ `code`', '**', '"', '\\', 'a\u202Eb\u2066c\u200Fd'],
  ...[
    'two\nlines\r\n\r\n# heading\u2028here\u0085there',
    '\u0000\u0007\u001b[31mred',
    '__proto__',
    '\ud83d half',
  ],
];

describe('Hostile words in the copy of a chain', () => {
  for (const words of hostile) {
    it(`stay words: ${JSON.stringify(words.slice(0, 50))}`, () => check(words));
  }

  it('of any kind stay words', () => {
    const parts = fc.constantFrom(...hostile, '\\', '|', '`', '#', '\n', ' ', 'a', '[', ']', '(', '~', '1');
    const words = fc
      .array(parts, { minLength: 1, maxLength: 6 })
      .map(each => each.join(''))
      .filter(text => plainLine(text) !== '');
    fc.assert(fc.property(words, check));
  });
});
