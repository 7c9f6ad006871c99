/**
 * Files that are odd in every way and right: nothing is found in them, however their lines end, and no feature stumbles over them. They were
 * written from the language's reference alone, by somebody who had not seen the rules.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isAlias, isCollection, isPair, isScalar, parseDocument } from 'yaml';
import { lineMap } from '../../server/src/core/util/lineMap.ts';
import { askEverything } from '../support/requests.ts';
import { edited, findingsOf, opened } from './support/opened.ts';
import { worldsIn } from './support/worlds.ts';

const worlds = worldsIn('right');

test('there are many of them, of every kind', () => {
  const paths = worlds.flatMap(({ files }) => Object.keys(files));
  const count = (ending: RegExp): number => paths.filter(path => ending.test(path)).length;
  assert.ok(count(/\.ya?ml$/) >= 60);
  for (const ending of [
    /\.chain\.yaml$/,
    /\.chain\.yml$/,
    /\.skills\.yaml$/,
    /\.suite\.yaml$/,
    /plan\..*@v\d+\.yaml$/,
  ])
    assert.ok(count(ending) >= 2, `${ending}`);
  assert.ok(count(/\.md$/) >= 3);
});

/** Other ways to write the same text; none of them changes what it says. */
const spellings: Readonly<Record<string, (text: string) => string>> = {
  'as they are': text => text,
  'with carriage returns': text => text.replace(/(?<!\r)\n/g, '\r\n'),
  'with a byte order mark': text => `\uFEFF${text.replace(/^\uFEFF/, '')}`,
  'without an end of the last line': text =>
    /[|>][-+\d]*\s*$|\n\s*\n$/.test(text) ? text : text.replace(/[\r\n]+$/, ''),
  'with comments around': text => (/^(?:\uFEFF|%)/.test(text) ? `${text}` : `# before\n\n${text}`),
};

describe('nothing is found', () => {
  for (const { name, files } of worlds)
    for (const [how, spell] of Object.entries(spellings))
      test(`${name}, ${how}`, async () => {
        const spelled = Object.entries(files).map(([path, text]) => [
          path,
          path.endsWith('.md') ? text : spell(text),
        ]);
        assert.deepEqual(findingsOf(await opened(Object.fromEntries(spelled))), []);
      });
});

/** The places of a text where a person has the cursor: at each key or entry and at each end of a line. */
function places(text: string): readonly number[] {
  const lines = lineMap(text);
  return Array.from({ length: lines.position(text.length).line + 1 }, (_, at) => lines.line(at)).flatMap(
    ({ start, end }) => {
      const first = text.slice(start, end).search(/[^\s-]/);
      return first < 0 ? [end] : [start + first, end];
    },
  );
}

describe('every feature answers', () => {
  for (const { name, files } of worlds)
    test(name, async () => {
      const { service, documents } = await opened(files);
      for (const { path, uri, text } of documents) {
        service.setDocument(uri, 1, text);
        const every = places(text);
        // A line of thousands of characters has two places; a file of hundreds of lines is asked at some of them.
        askEverything(
          service,
          uri,
          text,
          every.filter((_, at) => at % Math.ceil(every.length / 60) === 0),
        );
        const lines = lineMap(text);
        const everything = lines.range({ start: 0, end: text.length });
        assert.equal(service.semanticTokens(uri).data.length % 5, 0, path);
        service.inlayHints(uri, everything, { skills: true, schedule: true, producers: true }, false);
        service.codeLenses(uri, []);
        for (const place of every.slice(0, 60)) {
          service.references(uri, lines.position(place), true);
          service.documentHighlights(uri, lines.position(place));
        }
        const graph = service.graph(uri);
        const isDrawn = /\.chain\.ya?ml$|\.suite\.yaml$/.test(path);
        assert.equal(graph?.complete ?? false, isDrawn, path);
        assert.ok(!isDrawn || service.documentSymbols(uri).length > 0, path);
        for (const format of ['svg', 'mermaid', 'markdown', 'instruction'] as const) {
          const made = await service.exportChain(uri, format);
          // A suite has no words of its own to be copied.
          const isMade = isDrawn && (path.includes('.chain.') || format === 'svg' || format === 'mermaid');
          assert.equal((made ?? '') !== '', isMade, `${path} as ${format}`);
        }
      }
      assert.deepEqual(
        service
          .chains()
          .map(({ uri }) => uri)
          .toSorted(),
        documents
          .map(({ uri }) => uri)
          .filter(uri => uri.includes('.chain.'))
          .toSorted(),
      );
    });
});

/** What the texts of a document say, with anchors and tags; aliases stay aliases. */
function said(node: unknown): unknown {
  if (isAlias(node)) return { alias: node.source };
  if (isScalar(node)) return [node.value, node.anchor, node.tag];
  if (isPair(node)) return { key: said(node.key), value: said(node.value) };
  if (isCollection(node)) return [node.anchor, node.tag, node.items.map(said)];
  return null;
}

/** The value of a text, and each comment in it. */
const meaning = (text: string): unknown => [
  said(parseDocument(text, { schema: 'failsafe', logLevel: 'silent' }).contents),
  text.match(/(?<=^|\s)#.*/gm),
];

describe('formatting keeps what is said, and is done after one run', () => {
  for (const { name, files } of worlds)
    test(name, async () => {
      const { service, documents } = await opened(files);
      for (const { path, uri, text } of documents) {
        const options = { tabSize: 2, insertSpaces: true };
        const once = edited(text, service.formatting(uri, options));
        // Lone carriage returns are no line ends to the expressions above.
        const ends = (each: string): string => each.replace(/\r\n?/g, '\n');
        assert.deepEqual(meaning(ends(once)), meaning(ends(text)), path);
        service.setDocument(uri, 2, once);
        assert.equal(edited(once, service.formatting(uri, options)), once, path);
        assert.deepEqual(service.diagnostics(uri), [], path);
      }
    });
});
