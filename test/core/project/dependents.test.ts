/** Which documents are told of an edit in another one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProject } from '../../../server/src/core/project/project.ts';
import { memoryWorkspace } from '../../support/memoryWorkspace.ts';

const chain = (id: string, more = '', made = 'draft'): string =>
  `chain: ${id}\ntitle: ${id}\nsteps:\n  - { skill: writer, do: Write, produces: [${made}] }\n${more}`;
const hands = (other: string): string => `handoffs:\n  - { then: ${other} }\n`;

interface Case {
  readonly name: string;
  /** Texts by the id of their chain, or by the name of their file. */
  readonly files: Readonly<Record<string, string>>;
  /** Another text of the first file. */
  readonly becomes: string;
  /** The others that are told, by the same names. */
  readonly told: readonly string[];
}

const apart = { b: chain('b'), c: chain('c') };

const cases: readonly Case[] = [
  {
    name: 'nobody of words that nobody sees',
    files: { a: chain('a', hands('b')), ...apart },
    becomes: chain('a', hands('b')).replace('Write', 'Draft'),
    told: [],
  },
  {
    name: 'all of another id, which any of them may mean',
    files: { a: chain('a'), ...apart },
    becomes: chain('z'),
    told: ['b', 'c'],
  },
  {
    name: 'who is handed to from now on',
    files: { a: chain('a'), ...apart },
    becomes: chain('a', hands('b')),
    told: ['b'],
  },
  {
    name: 'who is handed to no longer',
    files: { a: chain('a', hands('b')), ...apart },
    becomes: chain('a'),
    told: ['b'],
  },
  {
    name: 'who leads here over others, as a circle is told with its places',
    files: {
      ...{ a: chain('a', hands('b')), b: chain('b', hands('c')), c: chain('c', hands('d')) },
      ...{ d: chain('d', hands('a')), e: chain('e') },
    },
    becomes: `# moved\n${chain('a', hands('b'))}`,
    told: ['b', 'c', 'd'],
  },
  {
    name: 'who runs it, of another product',
    files: { a: chain('a'), b: chain('b', '  - { chain: a }\n'), c: chain('c') },
    becomes: chain('a', '', 'text'),
    told: ['b'],
  },
  {
    name: 'who runs it, of a mistake that makes it unsound',
    files: { a: chain('a'), b: chain('b', '  - { chain: a }\n'), c: chain('c') },
    becomes: chain('a', 'titel: x\n'),
    told: ['b'],
  },
  {
    name: 'who has the same id',
    files: { a: chain('a'), twin: chain('a'), c: chain('c') },
    becomes: `# moved\n${chain('a')}`,
    told: ['twin'],
  },
  {
    name: 'of a mistake, who has comments that take findings away',
    files: { a: chain('a'), b: chain('b', '# skill-chains-ignore unused-product: kept\n'), c: chain('c') },
    becomes: chain('a', 'titel: x\n'),
    told: ['b'],
  },
  {
    name: 'of a text that breaks, who makes something that one of its words may be',
    files: { a: chain('a', '', 'text'), b: chain('b', '', 'first-draft'), c: chain('c', '', 'plan') },
    becomes: chain('a', 'summary: "the first-draft\n', 'text'),
    told: ['b'],
  },
  {
    name: 'all, of another catalogue',
    files: { 'team.skills.yaml': 'skills:\n  writer: { title: Writer }\n', ...apart },
    becomes: 'skills:\n  author: { title: Writer }\n',
    told: ['b', 'c'],
  },
];

for (const { name, files, becomes, told } of cases) {
  test(`an edit tells ${name}`, async () => {
    const pathOf = (key: string): string => (key.includes('.') ? key : `${key}.chain.yaml`);
    const paths = Object.keys(files).map(pathOf);
    const workspace = memoryWorkspace(
      Object.fromEntries(Object.entries(files).map(([key, text]) => [pathOf(key), text])),
    );
    const project = createProject(workspace);
    await project.load();
    const [edited = ''] = paths.map(workspace.uri);
    project.setDocument(edited, 1, Object.values(files)[0] ?? '');
    const { closed } = project.setDocument(edited, 2, becomes);
    assert.deepEqual(closed.toSorted(), told.map(pathOf).map(workspace.uri));
  });
}
