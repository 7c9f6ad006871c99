/** Edits keep the rest of a text as it is. Each case: a text, the path to a map in it, and what an edit makes of it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDocument } from '../../../server/src/core/project/documentState.ts';
import type { DocumentState } from '../../../server/src/core/project/snapshot.ts';
import {
  addItem,
  addKey,
  type Edit,
  removeEntry,
  removeItem,
} from '../../../server/src/core/rules/support/edits.ts';
import { moveBehind } from '../../../server/src/core/rules/support/moves.ts';
import type { SyntaxNode } from '../../../server/src/core/syntax/tree.ts';
import { applied } from '../../support/check.ts';

type Path = readonly (string | number)[];

const read = (text: string): DocumentState => readDocument('untitled:1', 1, text);

function at(document: DocumentState, path: Path): SyntaxNode | undefined {
  return path.reduce<SyntaxNode | undefined>((node, step) => {
    if (node?.kind === 'list' && typeof step === 'number') return node.items[step];
    return node?.kind === 'map' ? node.entries.find(entry => entry.key.text === step)?.value : undefined;
  }, document.tree.root);
}

const result = (text: string, edits: readonly Edit[] | undefined): string | undefined =>
  edits === undefined ? undefined : applied(text, { title: '', edits });

describe('addKey', () => {
  const cases: Readonly<
    Record<
      string,
      {
        text: string;
        path: Path;
        key: string;
        value: string;
        behind: readonly string[];
        gives: string | undefined;
      }
    >
  > = {
    'behind the key that comes before it': {
      text: 'a: 1\nc: 3\n',
      path: [],
      key: 'b',
      value: '2',
      behind: ['a'],
      gives: 'a: 1\nb: 2\nc: 3\n',
    },
    'as the first key': { text: 'b: 2\n', path: [], key: 'a', value: '1', behind: [], gives: 'a: 1\nb: 2\n' },
    'as the first key behind a dash': {
      text: 's:\n  - b: 2\n',
      path: ['s', 0],
      key: 'a',
      value: '1',
      behind: [],
      gives: 's:\n  - a: 1\n    b: 2\n',
    },
    'behind a comment of the line': {
      text: 's:\n  - a: 1 # one\n  - a: 2\n',
      path: ['s', 0],
      key: 'b',
      value: '2',
      behind: ['a'],
      gives: 's:\n  - a: 1 # one\n    b: 2\n  - a: 2\n',
    },
    'at the end of a text without a last line end': {
      text: 'a: 1',
      path: [],
      key: 'b',
      value: '2',
      behind: ['a'],
      gives: 'a: 1\nb: 2',
    },
    'with the line ends that are there': {
      text: 'a: 1\r\nc: 3\r\n',
      path: [],
      key: 'b',
      value: '2',
      behind: ['a'],
      gives: 'a: 1\r\nb: 2\r\nc: 3\r\n',
    },
    'behind a block scalar': {
      text: 'a: |\n  one\n  two\nc: 3\n',
      path: [],
      key: 'b',
      value: '2',
      behind: ['a'],
      gives: 'a: |\n  one\n  two\nb: 2\nc: 3\n',
    },
    'behind a value of several lines': {
      text: 'a:\n  - 1\n  - 2\nc: 3\n',
      path: [],
      key: 'b',
      value: '2',
      behind: ['a'],
      gives: 'a:\n  - 1\n  - 2\nb: 2\nc: 3\n',
    },
    'with a block value': {
      text: 's:\n  - a: 😀\n',
      path: ['s', 0],
      key: 'b',
      value: '- c: 1\n  d: 2',
      behind: ['a'],
      gives: 's:\n  - a: 😀\n    b:\n      - c: 1\n        d: 2\n',
    },
    'in braces': {
      text: 's: { a: 1 } # x\n',
      path: ['s'],
      key: 'b',
      value: '2',
      behind: [],
      gives: 's: { a: 1, b: 2 } # x\n',
    },
    'in braces with a last comma': {
      text: 's: { a: 1, }\n',
      path: ['s'],
      key: 'b',
      value: '2',
      behind: [],
      gives: 's: { a: 1, b: 2, }\n',
    },
    'in empty braces': {
      text: 's: {}\n',
      path: ['s'],
      key: 'b',
      value: '2',
      behind: [],
      gives: 's: { b: 2 }\n',
    },
    'not a block value in braces': {
      text: 's: { a: 1 }\n',
      path: ['s'],
      key: 'b',
      value: 'c: 1',
      behind: [],
      gives: undefined,
    },
  };
  for (const [name, { text, path, key, value, behind, gives }] of Object.entries(cases)) {
    test(name, () => {
      const document = read(text);
      const map = at(document, path);
      assert.ok(map?.kind === 'map');
      assert.equal(result(text, addKey(document, map, key, value, behind)), gives);
    });
  }
});

describe('removeEntry', () => {
  const cases: Readonly<
    Record<string, { text: string; path: Path; key: string; gives: string | undefined }>
  > = {
    'in the middle': { text: 'a: 1\nb: 2\nc: 3\n', path: [], key: 'b', gives: 'a: 1\nc: 3\n' },
    'at the end': { text: 'a: 1\nb: 2', path: [], key: 'b', gives: 'a: 1' },
    'at the beginning': { text: 'a: 1\nb: 2\n', path: [], key: 'a', gives: 'b: 2\n' },
    'behind a dash': { text: 's:\n  - a: 1\n    b: 2\n', path: ['s', 0], key: 'a', gives: 's:\n  - b: 2\n' },
    'with all of its lines': { text: 'a:\n  - 1\n  - 2\nb: 2\n', path: [], key: 'a', gives: 'b: 2\n' },
    'with the comment of its line': {
      text: 'a: 1\nb: 2 # two\nc: 3\n',
      path: [],
      key: 'b',
      gives: 'a: 1\nc: 3\n',
    },
    'but not a comment of the next': { text: 'a: 1\n# two\nb: 2\n', path: [], key: 'a', gives: undefined },
    'and keeps comments before it': {
      text: 'a: 1\n# two\nb: 2\nc: 3\n',
      path: [],
      key: 'b',
      gives: 'a: 1\n# two\nc: 3\n',
    },
    'with other line ends': {
      text: 'a: 1\r\nb: 2\r\nc: 3\r\n',
      path: [],
      key: 'b',
      gives: 'a: 1\r\nc: 3\r\n',
    },
    'first in braces': { text: '{ a: 1, b: 2 }', path: [], key: 'a', gives: '{ b: 2 }' },
    'last in braces': { text: '{ a: 1, b: 2 }', path: [], key: 'b', gives: '{ a: 1 }' },
    'not the only one': { text: 'a: 1\n', path: [], key: 'a', gives: undefined },
  };
  for (const [name, { text, path, key, gives }] of Object.entries(cases)) {
    test(name, () => {
      const document = read(text);
      const map = at(document, path);
      const entry = map?.kind === 'map' ? map.entries.find(each => each.key.text === key) : undefined;
      assert.ok(entry);
      assert.equal(result(text, removeEntry(document, entry)), gives);
    });
  }
});

describe('lists', () => {
  const value = { block: 'x: 1', flow: '{ x: 1 }' };
  const additions: readonly (readonly [text: string, gives: string | undefined])[] = [
    ['s:\n  - a: 1\n', 's:\n  - a: 1\n  - x: 1\n'],
    ['s:\n- a: 1\n  b: 2 # b\nt: 1\n', 's:\n- a: 1\n  b: 2 # b\n- x: 1\nt: 1\n'],
    ['s: [{ a: 1 }]\n', 's: [{ a: 1 }, { x: 1 }]\n'],
    ['s:\r\n  - a: 1', 's:\r\n  - a: 1\r\n  - x: 1'],
    ['s: []\n', undefined],
  ];
  for (const [text, gives] of additions) {
    test(`an item is added to ${JSON.stringify(text)}`, () => {
      const document = read(text);
      const list = at(document, ['s']);
      assert.ok(list?.kind === 'list');
      assert.equal(result(text, addItem(document, list, value)), gives);
    });
  }

  const removals: readonly (readonly [text: string, index: number, gives: string | undefined])[] = [
    ['a: 1\ns: [x, y, z]\n', 0, 'a: 1\ns: [y, z]\n'],
    ['a: 1\ns: [x, y, z]\n', 2, 'a: 1\ns: [x, y]\n'],
    ['a: 1\ns: [x]\n', 0, 'a: 1\n'],
    ['a: 1\ns:\n  - x\n', 0, 'a: 1\n'],
    ['a: 1\ns:\n  - x\n  - y\n', 0, 'a: 1\ns:\n  - y\n'],
    ['a: 1\ns:\n  - x\n  - y', 1, 'a: 1\ns:\n  - x'],
    ['a: 1\r\ns:\r\n  - x\r\n  - y\r\n', 1, 'a: 1\r\ns:\r\n  - x\r\n'],
    ['a: 1\ns:\n  - x # why\n  - y\n', 0, undefined],
  ];
  for (const [text, index, gives] of removals) {
    test(`item ${index} is taken out of ${JSON.stringify(text)}`, () => {
      const document = read(text);
      const item = at(document, ['s', index]);
      assert.ok(item);
      assert.equal(result(text, removeItem(document, item)), gives);
    });
  }

  const moves: readonly (readonly [text: string, gives: string | undefined])[] = [
    ['s:\n  - a: 1\n  - b: 2\n', 's:\n  - b: 2\n  - a: 1\n'],
    ['s:\n  # one\n  - a: 1 # 1\n\n  - b: 2\nt: 1\n', 's:\n\n  - b: 2\n  # one\n  - a: 1 # 1\nt: 1\n'],
    ['s:\r\n  - a: 1\r\n    c: 3\r\n  - b: 2', 's:\r\n  - b: 2\r\n  - a: 1\r\n    c: 3'],
    ['s: [{ a: 1 }, { b: 2 }]\n', undefined],
    ['s:\n  -\n    a: 1\n  - b: 2\n', undefined],
  ];
  for (const [text, gives] of moves) {
    test(`the first item is moved behind the second of ${JSON.stringify(text)}`, () => {
      const document = read(text);
      const [item, other] = [at(document, ['s', 0]), at(document, ['s', 1])];
      assert.ok(item && other);
      assert.equal(result(text, moveBehind(document, item, other)), gives);
    });
  }
});
