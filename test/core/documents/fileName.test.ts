import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { numberOf, proposeFileName } from '../../../server/src/core/documents/fileName.ts';
import type { FolderReason } from '../../../server/src/core/documents/folders.ts';
import type { DocumentKind } from '../../../server/src/core/documents/kinds.ts';

interface Case {
  readonly what: string;
  readonly names: readonly string[];
  readonly expected: string;
  readonly kind?: DocumentKind;
  readonly title?: string;
  readonly reason?: FolderReason;
}

const cases: readonly Case[] = [
  { what: 'the first record', names: [], expected: '0001-use-yaml.md' },
  {
    what: 'the next number of adr-tools',
    names: ['0001-record-architecture-decisions.md', '0002-use-git.md'],
    expected: '0003-use-yaml.md',
  },
  { what: 'a number after a gap', names: ['0001-a.md', '0007-b.md'], expected: '0008-use-yaml.md' },
  { what: 'a number after the 0 of MADR', names: ['0000-use-madr.md'], expected: '0001-use-yaml.md' },
  { what: 'the width that is there', names: ['001-a.md', '002-b.md'], expected: '003-use-yaml.md' },
  { what: 'no width', names: ['9-a.md', '10-b.md'], expected: '11-use-yaml.md' },
  { what: 'one digit more', names: ['0999-a.md', '9999-b.md'], expected: '10000-use-yaml.md' },
  { what: 'the word in front', names: ['ADR-0004-a.md'], expected: 'ADR-0005-use-yaml.md' },
  { what: 'underscores', names: ['0004_use_git.md'], expected: '0005_use_yaml.md' },
  { what: 'the ending that is there', names: ['0004-a.markdown'], expected: '0005-use-yaml.markdown' },
  {
    what: 'the highest, whatever the order',
    names: ['0010-a.md', '0002-b.md', 'README.md', 'template.md', '0011.txt'],
    expected: '0011-use-yaml.md',
  },
  { what: 'dates as Log4brains', names: ['20240102-a.md'], expected: '20240131-use-yaml.md' },
  { what: 'dates with hyphens', names: ['2024-01-02-a.md'], expected: '2024-01-31-use-yaml.md' },
  {
    what: 'the first date in a folder of Log4brains',
    names: ['README.md'],
    reason: '.log4brains.yml',
    expected: '20240131-use-yaml.md',
  },
  {
    what: 'what most records are called',
    names: ['0001-a.md', '0002-b.md', '20240101-c.md'],
    expected: '0003-use-yaml.md',
  },
  {
    what: 'a date that is taken',
    names: ['20240131-use-yaml.md', '20240131-Use-Yaml-2.md'],
    expected: '20240131-use-yaml-3.md',
  },
  { what: 'eight digits that are no date', names: ['20249999-a.md'], expected: '0001-use-yaml.md' },
  {
    what: 'the first post-mortem',
    kind: 'post-mortem',
    names: [],
    expected: '2024-01-31-use-yaml.md',
  },
  {
    what: 'a second post-mortem on one day',
    kind: 'post-mortem',
    names: ['2024-01-31-use-yaml.md'],
    expected: '2024-01-31-use-yaml-2.md',
  },
  {
    what: 'numbered post-mortems',
    kind: 'post-mortem',
    names: ['0003-outage.md', '0004-outage.md'],
    expected: '0005-use-yaml.md',
  },
  { what: 'a title without a Latin letter', title: '決定 $ ../', names: [], expected: '0001-decision.md' },
  {
    what: 'a title that is a path',
    title: '../../etc/passwd\u0000',
    names: [],
    expected: '0001-etc-passwd.md',
  },
  {
    what: 'a long title, cut between words',
    title: 'word '.repeat(2000),
    names: [],
    expected: `0001-${'word-'.repeat(11)}word.md`,
  },
  { what: 'a long word', title: 'w'.repeat(500), names: [], expected: `0001-${'w'.repeat(60)}.md` },
];

describe('The name of a new document', () => {
  for (const { what, names, expected, kind = 'adr', title = 'Use YAML', reason = 'usual' } of cases) {
    it(`follows ${what}`, () => {
      const folder = { reason };
      assert.equal(proposeFileName({ kind, title, date: '2024-01-31', folder, names }), expected);
    });
  }

  it('tells its number', () => {
    const numbers = ['0012-a.md', 'adr-7-b.md', '20240131-a.md', '2024-01-31-a.md', 'a.md', '12.txt'].map(
      numberOf,
    );
    assert.deepEqual(numbers, [12, 7, undefined, undefined, undefined, undefined]);
  });
});
