/** Every kind of name in a workspace that uses every key: where it is declared and used, and that each of these places leads to all of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { definition } from '../../server/src/core/features/definition.ts';
import { documentHighlights } from '../../server/src/core/features/documentHighlights.ts';
import { documentLinks } from '../../server/src/core/features/documentLinks.ts';
import type { FeatureContext } from '../../server/src/core/features/feature.ts';
import { references } from '../../server/src/core/features/references.ts';
import { symbolsIn } from '../../server/src/core/features/support/symbolAt.ts';

import { everyKeyFiles, valuesOfKeys } from './everyKey.ts';
import { contextOf } from './feature.ts';

/** `file:line word` of each place, the declaring ones with a star; one behind an `=` is another spelling of what is declared. */
type Places = readonly string[];

const names: Readonly<Record<string, Places>> = {
  'a skill': [
    ...['*team:10 laboratory-analyst', 'team:27 laboratory-analyst', 'recall:48 laboratory-analyst'],
    ...['recall:155 laboratory-analyst', 'check:22 laboratory-analyst'],
  ],
  'a skill with an alias': [
    ...['*team:16 logistics-planner', '=team:18 Dispatcher', 'team:24 logistics-planner'],
    ...['team:32 logistics-planner', 'recall:80 logistics-planner', 'recall:106 logistics-planner'],
    'check:37 logistics-planner',
  ],
  'a team': ['team:19 logistics', '*team:22 logistics', 'recall:57 logistics', 'recall:96 logistics'],
  'a team of a suite': ['suite:16 Paper', '*suite:37 Paper'],
  'a chain': [
    ...[
      'recall:111 plant-check',
      'recall:130 plant-check',
      'recall:134 plant-check',
      'recall:140 plant-check',
    ],
    ...['recall:142 plant-check', 'recall:147 plant-check', '*check:1 plant-check'],
  ],
  'a chain in a suite': ['*recall:1 batch-recall', 'recall:137 batch-recall', 'suite:7 batch-recall'],
  'a node': [
    '*recall:31 assess',
    'recall:83 assess',
    'recall:102 assess',
    'recall:144 assess',
    'recall:157 assess',
  ],
  'a node that is jumped to and waits': ['recall:100 close', '*recall:117 close', 'recall:149 close'],
  'a node of a lane': ['*recall:47 analyse', 'recall:59 analyse'],
  'a parallel': ['*recall:45 work', 'recall:146 work'],
  'a node of another chain': ['recall:135 inspect', '*check:14 inspect'],
  'a phase': ['*check:9 look', 'check:39 look'],
  'an input': ['*recall:20 complaint', 'recall:34 complaint'],
  'an input that another chain binds': ['recall:113 scope', '*check:6 scope', 'check:17 scope'],
  'an artefact': [
    ...['*recall:35 assessment', 'recall:50 assessment', 'recall:60 assessment', 'recall:68 assessment'],
    ...['recall:98 assessment', 'recall:113 assessment', 'recall:120 assessment'],
  ],
  'an artefact with a version': [
    ...['*recall:121 closing-note@1', 'recall:123 closing-note@1', 'recall:132 closing-note@1'],
    'recall:136 closing-note@1',
  ],
  'a measure': ['*recall:23 batches-affected', 'recall:93 batches-affected'],
  'a suite': ['*suite:1 safe-food'],
  'an item': ['*suite:5 S1', 'suite:17 S1', 'suite:23 S1', 'suite:36 S1', 'suite:39 S1'],
  'a plan': ['suite:13 plan.plant-report@v1.yaml', '*plan:2 plan.plant-report@v1'],
  'an input of a plan': ['*plan:12 plant', 'plan:19 plant', 'plan:24 plant'],
};

const paths: Readonly<Record<string, string>> = {
  team: 'team.skills.yaml',
  recall: 'batch-recall.chain.yaml',
  check: 'plant-check.chain.yaml',
  suite: 'safe-food.suite.yaml',
  plan: 'plan.plant-report@v1.yaml',
};
const contexts = new Map(
  Object.entries(paths).map(([short, path]) => [
    short,
    contextOf(everyKeyFiles[path] ?? '', { path, files: everyKeyFiles }),
  ]),
);

interface Place {
  readonly file: string;
  readonly word: string;
  readonly context: FeatureContext;
  readonly line: number;
  readonly character: number;
}

function placeOf(written: string): Place {
  const [, file = '', line = '', word = ''] = /^[*=]?(\w+):(\d+) (.+)$/u.exec(written) ?? [];
  const context = contexts.get(file);
  assert.ok(context !== undefined, written);
  const text = context.document.text.split('\n')[Number(line) - 1] ?? '';
  const character = new RegExp(`(?<![\\w@-])${word.replaceAll('.', '\\.')}(?![\\w@-])`, 'u').exec(
    text,
  )?.index;
  assert.ok(character !== undefined, `${written} is not in ${text}`);
  return { file, word, context, line: Number(line) - 1, character };
}

interface Found {
  readonly uri: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

const shown = (found: readonly Found[]): readonly string[] =>
  found.map(({ uri, range: { start } }) => `${uri} ${start.line}:${start.character}`).toSorted();

const expected = (places: Places): readonly string[] =>
  shown(
    places.map(written => {
      const { context, line, character } = placeOf(written);
      return { uri: context.document.uri, range: { start: { line, character } } };
    }),
  );

for (const [name, places] of Object.entries(names)) {
  describe(name, () => {
    for (const from of places) {
      const { file, word, context, line, character } = placeOf(from);
      // In the midst of the word, and behind it, where a cursor stands after typing.
      for (const position of [
        { line, character: character + 1 },
        { line, character: character + word.length },
      ]) {
        test(`${from}, at ${position.character}`, () => {
          assert.deepEqual(shown(references(context, position, true)), expected(places));
          const uses = places.filter(place => !/^[*=]/u.test(place));
          assert.deepEqual(shown(references(context, position, false)), expected(uses));
          const here = places.filter(place => placeOf(place).file === file);
          const marked = documentHighlights(context, position);
          assert.deepEqual(
            shown(marked.map(({ range }) => ({ uri: context.document.uri, range }))),
            expected(here),
          );
          assert.equal(
            marked.filter(({ kind }) => kind === 3).length,
            here.length - here.filter(place => uses.includes(place)).length,
          );
          const targets = definition(context, position).map(link => ({
            uri: link.targetUri,
            range: link.targetSelectionRange,
          }));
          assert.deepEqual(shown(targets), expected(places.filter(place => place.startsWith('*'))));
        });
      }
    }
  });
}

test('every kind of name is tried', () => {
  const kindsOf = (all: Iterable<FeatureContext>): ReadonlySet<string> =>
    new Set([...all].flatMap(context => symbolsIn(context).map(({ kind }) => kind)));
  const tried = new Set(
    Object.values(names)
      .flat()
      .flatMap(written => {
        const { context, line, character } = placeOf(written);
        const offset = context.document.lines.offset({ line, character });
        return symbolsIn(context)
          .filter(({ span }) => span.start === offset)
          .map(({ kind }) => kind);
      }),
  );
  assert.deepEqual([...tried].toSorted(), [...kindsOf(contexts.values())].toSorted());
});

/** Whether a value of a meaning that names a file is a link of the document. */
test('every path is a link to its file', () => {
  const links = [...contexts.values()].flatMap(context =>
    documentLinks(context).map(({ range, target }) => {
      const { document } = context;
      return [
        document.text.slice(document.lines.offset(range.start), document.lines.offset(range.end)),
        target,
      ];
    }),
  );
  const written = [...contexts.values()].flatMap(context =>
    valuesOfKeys(context)
      .filter(({ shape }) => shape?.meaning === 'path' || shape?.meaning === 'plan-path')
      .map(({ span }) => context.document.text.slice(span.start, span.end)),
  );
  assert.equal(written.length, 2);
  for (const path of written)
    assert.ok(
      links.some(([text]) => text === path),
      path,
    );
});
