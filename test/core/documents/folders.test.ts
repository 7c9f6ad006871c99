import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FolderFacts, findFolder, pathBelow } from '../../../server/src/core/documents/folders.ts';
import type { DocumentKind } from '../../../server/src/core/documents/kinds.ts';

interface Case {
  readonly what: string;
  readonly facts: Partial<FolderFacts>;
  readonly kind?: DocumentKind;
  /** Path and reason, and who was refused. */
  readonly expected: readonly string[];
}

const log4brains = 'project:\n  name: Shop\n  tz: Europe/Paris\n  adrFolder: ./docs/log # ours\n';

const cases: readonly Case[] = [
  { what: 'nothing', facts: {}, expected: ['docs/adr', 'usual'] },
  {
    what: 'the setting, before everything',
    facts: { setting: ' ./decisions/ ', files: { '.adr-dir': 'a' }, existing: ['docs/adr'] },
    expected: ['decisions', 'setting'],
  },
  {
    what: 'adr-tools',
    facts: { files: { '.adr-dir': 'doc/adr\n', '.log4brains.yml': log4brains } },
    expected: ['doc/adr', '.adr-dir'],
  },
  { what: 'adr-tools at the root', facts: { files: { '.adr-dir': '.\r\n' } }, expected: ['', '.adr-dir'] },
  {
    what: 'Log4brains',
    facts: { files: { '.log4brains.yml': log4brains } },
    expected: ['docs/log', '.log4brains.yml'],
  },
  {
    what: 'Log4brains in quotes',
    facts: { files: { '.log4brains.yml': 'project:\n    adrFolder: "docs/my log"\n' } },
    expected: ['docs/my log', '.log4brains.yml'],
  },
  {
    what: 'adrs',
    facts: { files: { 'adrs.toml': 'mode = "ng"\nadr_dir = "arch/records" # here\n' } },
    expected: ['arch/records', 'adrs.toml'],
  },
  {
    what: 'no tool that names none',
    facts: { files: { '.adr-dir': '\n \n', 'adrs.toml': 'mode = "ng"' }, existing: ['docs/decisions'] },
    expected: ['docs/decisions', 'existing'],
  },
  { what: 'what is there', facts: { existing: ['doc/adr'] }, expected: ['doc/adr', 'existing'] },
  {
    what: 'the first of what is there',
    facts: { existing: ['doc/adr', 'docs/decisions'] },
    expected: ['docs/decisions', 'existing'],
  },
  {
    what: 'no path that climbs out',
    facts: { files: { '.adr-dir': '../../etc' } },
    expected: ['docs/adr', 'usual', '.adr-dir', '../../etc'],
  },
  {
    what: 'no absolute path, and the next tool',
    facts: { setting: '/tmp', files: { 'adrs.toml': "adr_dir = 'x'" } },
    expected: ['x', 'adrs.toml', 'setting', '/tmp'],
  },
  {
    what: 'the usual place of post-mortems',
    kind: 'post-mortem',
    facts: { files: { '.adr-dir': 'doc/adr' }, existing: ['docs/adr'] },
    expected: ['docs/post-mortems', 'usual'],
  },
  {
    what: 'a folder of post-mortems that is there',
    kind: 'post-mortem',
    facts: { existing: ['postmortems'] },
    expected: ['postmortems', 'existing'],
  },
];

describe('The folder of a new document', () => {
  for (const { what, facts, kind = 'adr', expected } of cases) {
    it(`follows ${what}`, () => {
      const found = findFolder(kind, { setting: '', files: {}, existing: [], ...facts });
      const { path, reason, refused } = found;
      const actual = [path, reason, ...(refused ? [refused.reason, refused.written] : [])];
      assert.deepEqual(actual, expected);
    });
  }

  const refused = [
    '..',
    'a/../..',
    '/a',
    'C:\\a',
    'c:/a',
    'a\\b',
    '\\\\host\\a',
    '~/a',
    'a\u0000b',
    'a\u202Eb',
  ];
  for (const path of refused) {
    it(`is not ${JSON.stringify(path)}`, () => assert.equal(pathBelow(path), undefined));
  }

  it('is a path with single slashes', () => {
    assert.deepEqual(['./a//b/', 'a/../b', '.', 'a/./b'].map(pathBelow), ['a/b', 'b', '', 'a/b']);
  });
});
