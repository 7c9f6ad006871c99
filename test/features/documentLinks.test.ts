import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentLinks } from '../../server/src/core/features/documentLinks.ts';
import { contextOf } from './feature.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly path?: string;
  /** Linked text to target. */
  readonly links: readonly (readonly [string, string])[];
}

const chain = (value: string): string => `chain: a\ntitle: b\nsummary: ${value}\n`;
const skill = (source: string): string => `skills:\n  a:\n    source: ${source}\n`;

const cases: readonly Case[] = [
  {
    name: 'the source of a skill',
    text: skill('skills/a/SKILL.md'),
    path: 'sub/team.skills.yaml',
    links: [['skills/a/SKILL.md', 'file:///workspace/sub/skills/a/SKILL.md']],
  },
  {
    name: 'a source above the file, in the folder',
    text: skill('"../a b/SKILL.md"'),
    path: 'sub/team.skills.yaml',
    links: [['../a b/SKILL.md', 'file:///workspace/a%20b/SKILL.md']],
  },
  {
    name: 'a source from the folder',
    text: skill('/docs/SKILL.md'),
    path: 'sub/team.skills.yaml',
    links: [['/docs/SKILL.md', 'file:///workspace/docs/SKILL.md']],
  },
  {
    name: 'no source outside the folder',
    text: skill('../../etc/passwd.txt'),
    path: 'sub/team.skills.yaml',
    links: [],
  },
  {
    name: 'no source that climbs through a folder',
    text: skill('a/../../../b.md'),
    path: 'sub/team.skills.yaml',
    links: [],
  },
  {
    name: 'a source and the place within it',
    text: skill('docs/a.md#one-1.2'),
    path: 'team.skills.yaml',
    links: [['docs/a.md#one-1.2', 'file:///workspace/docs/a.md#one-1.2']],
  },
  {
    name: 'a source in a folder, and one in a file, with a sign that else points into a file',
    text: 'skills:\n  a:\n    source: a.md#1/b#2.md\n  b:\n    source: "#1/b#2.md#c"\n',
    path: 'team.skills.yaml',
    links: [
      ['a.md#1/b#2.md', 'file:///workspace/a.md%231/b%232.md'],
      ['#1/b#2.md#c', 'file:///workspace/%231/b%232.md#c'],
    ],
  },
  { name: 'no command as a source', text: skill('command:evil'), path: 'team.skills.yaml', links: [] },
  { name: 'no address of another host', text: skill('//host/a/b.md'), path: 'team.skills.yaml', links: [] },
  {
    name: 'addresses in sentences, without the sentence',
    text: chain('See https://example.com/a?b=1. And (http://example.org/x).'),
    links: [
      ['https://example.com/a?b=1', 'https://example.com/a?b=1'],
      ['http://example.org/x', 'http://example.org/x'],
    ],
  },
  {
    name: 'an address with brackets of its own',
    text: chain('https://example.com/a_(b)'),
    links: [['https://example.com/a_(b)', 'https://example.com/a_(b)']],
  },
  {
    name: 'paths of files in sentences',
    text: chain('Follow docs/runbook.md, then ./a/b.yaml'),
    links: [
      ['docs/runbook.md', 'file:///workspace/docs/runbook.md'],
      ['./a/b.yaml', 'file:///workspace/a/b.yaml'],
    ],
  },
  {
    name: 'paths in sentences through a folder with such a sign, without the place within the file',
    text: chain('Follow a#1/b#2.md, then docs/c.md#mend. Not C#/ASP.NET or issue#1/2.'),
    links: [
      ['a#1/b#2.md', 'file:///workspace/a%231/b%232.md'],
      ['docs/c.md', 'file:///workspace/docs/c.md'],
    ],
  },
  {
    name: 'no pairs of words, rates or dates',
    text: chain('and/or CI/CD 1.5/2.5 24/7 read/write.'),
    links: [],
  },
  {
    name: 'nothing that looks like a script',
    text: chain('javascript:alert(1) file:///etc/passwd'),
    links: [],
  },
  {
    name: 'values below keys that nobody knows',
    text: 'chain: a\nx-doc: [docs/a.md]\n',
    links: [['docs/a.md', 'file:///workspace/docs/a.md']],
  },
  {
    name: 'nothing relative without a folder',
    text: chain('docs/a.md'),
    path: 'file:///elsewhere/a.chain.yaml',
    links: [],
  },
];

for (const { name, text, path, links } of cases) {
  test(`links ${name}`, () => {
    const context = contextOf(text, path === undefined ? {} : { path });
    const { lines } = context.document;
    const found = documentLinks(context).map(({ range, target }) => [
      text.slice(lines.offset(range.start), lines.offset(range.end)),
      target,
    ]);
    assert.deepEqual(found, links);
  });
}
