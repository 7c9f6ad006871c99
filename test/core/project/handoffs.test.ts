/** The handoffs of one chain among others: each edge once, whichever end writes it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type HandoffEdge, handoffsOf } from '../../../server/src/core/project/handoffs.ts';
import { createProject } from '../../../server/src/core/project/project.ts';
import { memoryWorkspace } from '../../support/memoryWorkspace.ts';

const chainText = (id: string, ...handoffs: readonly string[]): string =>
  [
    `chain: ${id}`,
    `title: ${id}`,
    'steps:',
    '  - { id: one, skill: writer, do: Write }',
    ...(handoffs.length > 0 ? ['handoffs:'] : []),
    ...handoffs.map(each => `  - ${each}`),
    '',
  ].join('\n');

/** Each edge as `in then a, both`; with what each end says where it says more than the chain. */
function line({ direction, kind, other, own, ends }: HandoffEdge): string {
  const written = own === undefined ? 'other' : ends.length > 0 ? 'both' : 'own';
  const details = [own, ...ends.map(end => end.handoff)].flatMap(each =>
    each === undefined
      ? []
      : [...each.delivers, ...each.needs, each.at, each.node].flatMap(word => word?.text ?? []),
  );
  return [direction === 'incoming' ? 'from' : 'to', other, kind, written, ...details].join(' ');
}

/** The edges of `b` among other chains. */
async function edgesOf(own: string, others: Readonly<Record<string, string>>, folders?: readonly string[]) {
  const path = folders === undefined ? 'b.chain.yaml' : `${folders[0]}/b.chain.yaml`;
  const workspace = memoryWorkspace({ ...others, [path]: own }, folders);
  const project = createProject(workspace);
  await project.load();
  const snapshot = project.snapshot();
  const document = snapshot.documents.get(workspace.uri(path));
  assert.ok(document);
  return handoffsOf(snapshot, document).map(line);
}

const cases: readonly {
  readonly name: string;
  readonly own: readonly string[];
  readonly a: readonly string[];
  readonly edges: readonly string[];
}[] = [
  { name: 'nothing', own: [], a: [], edges: [] },
  { name: 'what this chain alone writes', own: ['then: a'], a: [], edges: ['to a then own'] },
  { name: 'what the other alone writes', own: [], a: ['then: b'], edges: ['from a then other'] },
  { name: 'what the other waits for', own: [], a: ['waits-for: b'], edges: ['to a waits-for other'] },
  { name: 'then and waits-for', own: ['waits-for: a'], a: ['then: b'], edges: ['from a then both'] },
  { name: 'the same seen from the sender', own: ['then: a'], a: ['waits-for: b'], edges: ['to a then both'] },
  {
    name: 'joins and waits-for',
    own: ['{ waits-for: a, before: one }'],
    a: ['{ joins: b, at: one }'],
    edges: ['from a joins both one one'],
  },
  {
    name: 'a round and an escalation are edges of their own',
    own: ['waits-for: a'],
    a: ['{ cycles-to: b, every: monthly }', 'escalates-to: b'],
    edges: ['from a waits-for own', 'from a cycles-to other', 'from a escalates-to other'],
  },
  {
    name: 'both ways are two edges',
    own: ['then: a'],
    a: ['{ cycles-to: b, at-most: 2 }'],
    edges: ['to a then own', 'from a cycles-to other'],
  },
  {
    name: 'of several those that agree in an artefact, the rest in order',
    own: ['{ waits-for: a, needs: plan }', '{ waits-for: a, needs: report@2 }', 'waits-for: a'],
    a: ['{ then: b, delivers: [report] }', '{ then: b, delivers: [plan@1] }'],
    edges: ['from a then both plan plan@1', 'from a then both report@2 report', 'from a waits-for own'],
  },
  {
    name: 'of several those that agree in a node',
    own: ['waits-for: a', '{ waits-for: a, before: one }'],
    a: ['{ joins: b, at: one }', 'joins: b'],
    edges: ['from a joins both', 'from a joins both one one'],
  },
  { name: 'its own next round', own: ['{ cycles-to: b, at-most: 3 }'], a: [], edges: ['to b cycles-to own'] },
  { name: 'a chain that nobody holds', own: ['waits-for: gone'], a: [], edges: ['from gone waits-for own'] },
];

describe('handoffs of a chain', () => {
  for (const { name, own, a, edges } of cases) {
    test(name, async () => {
      assert.deepEqual(
        await edgesOf(chainText('b', ...own), { 'a.chain.yaml': chainText('a', ...a) }),
        edges,
      );
    });
  }

  test('of several chains with one id are each paired, and told once', async () => {
    const files = { 'a.chain.yaml': chainText('a', 'then: b'), 'copy.chain.yaml': chainText('a', 'then: b') };
    assert.deepEqual(await edgesOf(chainText('b', 'waits-for: a'), files), ['from a then both']);
    assert.deepEqual(await edgesOf(chainText('b'), files), ['from a then other', 'from a then other']);
  });

  test('are those of its workspace folder', async () => {
    const folders = ['file:///x', 'file:///y'];
    const files = { 'file:///y/a.chain.yaml': chainText('a', 'then: b') };
    assert.deepEqual(await edgesOf(chainText('b'), files, folders), []);
  });

  test('are there as far as a broken text was read', async () => {
    const broken = `${chainText('a', 'then: b')}output: [`;
    assert.deepEqual(await edgesOf(chainText('b'), { 'a.chain.yaml': broken }), ['from a then other']);
  });

  test('from a chain without an id, and to one, are not there', async () => {
    const files = { 'a.chain.yaml': chainText('a', 'then: b').replace('chain: a\n', '') };
    assert.deepEqual(await edgesOf(chainText('b'), files), []);
    assert.deepEqual(await edgesOf(chainText('b').replace('chain: b\n', ''), {}), []);
  });
});

test('a chain that hands over elsewhere, or no longer, affects the open chains of its folder', async () => {
  const workspace = memoryWorkspace({ 'a.chain.yaml': chainText('a'), 'b.chain.yaml': chainText('b') });
  const project = createProject(workspace);
  await project.load();
  const [a, b] = [workspace.uri('a.chain.yaml'), workspace.uri('b.chain.yaml')];
  project.setDocument(b, 1, chainText('b'));
  project.setDocument(a, 1, chainText('a'));
  const texts = [
    chainText('a', 'then: b'),
    chainText('a', '{ then: b, gate: It holds }'),
    `${chainText('a', '{ then: b, gate: It holds }')}output: [`,
    chainText('a'),
  ];
  for (const [at, text] of texts.entries()) {
    assert.deepEqual(project.setDocument(a, at + 2, text).affected, [b], text);
  }
});
