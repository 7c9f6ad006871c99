import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createProject, type Project } from '../../../server/src/core/project/project.ts';
import { defaultFolder, memoryWorkspace } from '../../support/memoryWorkspace.ts';

const chain = (id: string, more = ''): string =>
  `chain: ${id}\ntitle: ${id}\nsteps:\n  - skill: writer\n    do: Write\n${more}`;
const catalogue = 'skills:\n  writer: { title: Writer, aliases: [Author] }\n';

async function loaded(files: Readonly<Record<string, string>>, folders?: readonly string[]) {
  const workspace = memoryWorkspace(files, folders);
  const project = createProject(workspace);
  const change = await project.load();
  return { workspace, project, change };
}

const textOf = (project: Project, uri: string): string | undefined =>
  project.snapshot().documents.get(uri)?.text;
const chainsOf = (project: Project, uri: string): readonly string[] => [
  ...project.snapshot().chainsFor(uri).keys(),
];

describe('loading', () => {
  test('reads every chain and catalogue, and nothing else', async () => {
    const { project, workspace, change } = await loaded({
      'a.chain.yaml': chain('a'),
      'deep/b.chain.yml': chain('b'),
      'team.skills.yaml': catalogue,
      'other.yaml': 'x: 1',
    });
    assert.deepEqual(
      [...project.snapshot().documents.keys()].sort(),
      ['a.chain.yaml', 'deep/b.chain.yml', 'team.skills.yaml'].map(workspace.uri),
    );
    assert.equal(project.snapshot().complete, true);
    assert.equal(change.chains, true);
  });

  test('is not complete before it ends', () => {
    assert.equal(createProject(memoryWorkspace()).snapshot().complete, false);
  });

  test('stops where it is told to, and is then not complete', async () => {
    const project = createProject(memoryWorkspace({ 'a.chain.yaml': chain('a') }));
    await project.load({ aborted: true });
    assert.equal(project.snapshot().complete, false);
  });
});

describe('open documents', () => {
  test('win over the disk until they are closed', async () => {
    const { project, workspace } = await loaded({ 'a.chain.yaml': chain('a') });
    const uri = workspace.uri('a.chain.yaml');
    project.setDocument(uri, 1, chain('b'));
    assert.deepEqual(chainsOf(project, uri), ['b']);
    workspace.write('a.chain.yaml', chain('c'));
    await project.refresh([uri]);
    assert.deepEqual(chainsOf(project, uri), ['b']);
    const change = await project.closeDocument(uri);
    assert.deepEqual(chainsOf(project, uri), ['c']);
    assert.deepEqual(change.documents, [uri]);
  });

  test('are gone once closed where no file holds them', async () => {
    const { project } = await loaded({});
    const uri = 'untitled:Untitled-1';
    project.setDocument(uri, 1, chain('a'));
    await project.closeDocument(uri);
    assert.equal(project.snapshot().documents.size, 0);
  });

  test('stay where they are opened again while their file is read', async () => {
    const { project, workspace } = await loaded({ 'a.chain.yaml': chain('a') });
    const uri = workspace.uri('a.chain.yaml');
    project.setDocument(uri, 1, chain('b'));
    const closed = project.closeDocument(uri);
    project.setDocument(uri, 1, chain('c'));
    await closed;
    assert.equal(textOf(project, uri), chain('c'));
  });

  test('are not read again where nothing changed', async () => {
    const { project, workspace } = await loaded({});
    const uri = workspace.uri('a.chain.yaml');
    project.setDocument(uri, 1, chain('a'));
    const before = project.snapshot();
    const none = { documents: [], affected: [], closed: [], gone: [], chains: false };
    assert.deepEqual(project.setDocument(uri, 1, chain('a')), none);
    assert.equal(project.snapshot(), before);
  });
});

describe('files', () => {
  test('that are not open are told of where their findings may differ, and where they are gone', async () => {
    const { project, workspace } = await loaded({
      'a.chain.yaml': chain('a'),
      'b.chain.yaml': chain('b'),
      'plan.p@v1.yaml': 'meta: { id: plan.p@v1 }\n',
    });
    const [a, b, plan] = ['a.chain.yaml', 'b.chain.yaml', 'plan.p@v1.yaml'].map(workspace.uri);
    assert.ok(a !== undefined && b !== undefined && plan !== undefined);
    // What others do not see of a chain changes nothing for them.
    assert.deepEqual(project.setDocument(a, 1, chain('a').replace('Write', 'Type')).closed, []);
    assert.deepEqual(project.setDocument(a, 2, chain('c')).closed, [b, plan]);
    // The disk's text counts again, for itself and for the others.
    assert.deepEqual((await project.closeDocument(a)).closed, [a, b, plan]);
    workspace.write('a.chain.yaml', undefined);
    const { closed, gone } = await project.refresh([a]);
    assert.deepEqual([closed, gone], [[b, plan], [a]]);
  });

  test('that are deleted leave', async () => {
    const { project, workspace } = await loaded({ 'a.chain.yaml': chain('a'), 'b.chain.yaml': chain('b') });
    const uri = workspace.write('a.chain.yaml', undefined);
    const change = await project.refresh([uri]);
    assert.deepEqual([...project.snapshot().documents.keys()], [workspace.uri('b.chain.yaml')]);
    assert.equal(change.chains, true);
  });

  test('that are made come in, with the folder that was made around them', async () => {
    const { project, workspace } = await loaded({});
    workspace.write('new/a.chain.yaml', chain('a'));
    await project.refresh([workspace.uri('new')]);
    assert.deepEqual([...project.snapshot().documents.keys()], [workspace.uri('new/a.chain.yaml')]);
  });

  test('of folders that go, go with them', async () => {
    const { project, workspace } = await loaded(
      { 'file:///a/x.chain.yaml': chain('x'), 'file:///b/y.chain.yaml': chain('y') },
      ['file:///a', 'file:///b'],
    );
    workspace.setFolders(['file:///b']);
    await project.refresh([]);
    assert.deepEqual([...project.snapshot().documents.keys()], ['file:///b/y.chain.yaml']);
  });
});

describe('workspace folders', () => {
  const folders = ['file:///a', 'file:///b', 'file:///b/inner'];
  const files = {
    'file:///a/x.chain.yaml': chain('x'),
    'file:///b/x.chain.yaml': chain('x'),
    'file:///b/y.chain.yaml': chain('y'),
    'file:///b/inner/z.chain.yaml': chain('z'),
    'file:///b/team.skills.yaml': catalogue,
  };

  test('keep their chains and skills apart', async () => {
    const { project } = await loaded(files, folders);
    const snapshot = project.snapshot();
    assert.deepEqual(chainsOf(project, 'file:///a/x.chain.yaml'), ['x']);
    assert.equal(snapshot.chainsFor('file:///b/x.chain.yaml').get('x')?.length, 1);
    assert.equal(snapshot.skillsFor('file:///a/x.chain.yaml').hasSources, false);
    assert.equal(snapshot.skillsFor('file:///b/x.chain.yaml').hasSources, true);
  });

  test('hold what the longest of them holds', async () => {
    const { project } = await loaded(files, folders);
    assert.deepEqual(chainsOf(project, 'file:///b/inner/z.chain.yaml'), ['z']);
    assert.equal(project.snapshot().folderOf('file:///b/inner/z.chain.yaml'), 'file:///b/inner');
    assert.equal(project.snapshot().folderOf('file:///bb/z.chain.yaml'), undefined);
    const root = await loaded({}, ['memfs:/']);
    assert.equal(root.project.snapshot().folderOf('memfs:/z.chain.yaml'), 'memfs:/');
  });

  test('take untitled documents into the first', async () => {
    const { project } = await loaded(files, folders);
    project.setDocument('untitled:1', 1, chain('u'));
    assert.deepEqual(chainsOf(project, 'file:///a/x.chain.yaml').toSorted(), ['u', 'x']);
  });
});

describe('what an update changes elsewhere', () => {
  test('a catalogue affects the open chains of its folder', async () => {
    const { project, workspace } = await loaded({
      'a.chain.yaml': chain('a'),
      'team.skills.yaml': catalogue,
    });
    const uri = workspace.uri('a.chain.yaml');
    project.setDocument(uri, 1, chain('a'));
    const change = project.setDocument(workspace.uri('team.skills.yaml'), 1, 'skills:\n  author: {}\n');
    assert.deepEqual(change.affected, [uri]);
    assert.equal(change.chains, false);
  });

  test('folders that are divided affect what lies in them, though no text is another', async () => {
    const same = {
      'one/a.chain.yaml': chain('a'),
      'two/a.chain.yaml': chain('a'),
      'b.chain.yaml': chain('b'),
    };
    const { project, workspace } = await loaded(same);
    const parts = ['one', 'two'].map(name => workspace.uri(name));
    project.setDocument(workspace.uri('two/a.chain.yaml'), 1, chain('a'));
    workspace.setFolders([...parts, defaultFolder]);
    const change = await project.refresh(parts);
    assert.deepEqual(change.affected, [`${parts[1]}/a.chain.yaml`]);
    // The folder around them has lost two of its chains.
    assert.deepEqual(change.closed.toSorted(), [`${defaultFolder}/b.chain.yaml`, `${parts[0]}/a.chain.yaml`]);
  });

  test('a step’s words affect nobody, a chain’s id everybody', async () => {
    const { project, workspace } = await loaded({});
    const a = workspace.uri('a.chain.yaml');
    const b = workspace.uri('b.chain.yaml');
    project.setDocument(a, 1, chain('a'));
    project.setDocument(b, 1, chain('b'));
    assert.deepEqual(project.setDocument(a, 2, chain('a').replace('Write', 'Type')).affected, []);
    const renamed = project.setDocument(a, 3, chain('aa'));
    assert.deepEqual(renamed.affected, [b]);
    assert.equal(renamed.chains, true);
  });
});

describe('skills', () => {
  const text = `skills:
  site-reliability-engineer: { title: SRE, aliases: [Site Reliability Engineer, Responder] }
  security-sentinel: { title: Security Sentinel, aliases: [Responder, site-reliability-engineer] }
`;
  const cases: readonly (readonly [written: string, resolved: string])[] = [
    ['site-reliability-engineer', 'known site-reliability-engineer by id'],
    ['Site_Reliability  engineer', 'known site-reliability-engineer by id'],
    ['sre', 'known site-reliability-engineer by title'],
    ['SECURITY SENTINEL', 'known security-sentinel by id'],
    ['responder', 'ambiguous site-reliability-engineer security-sentinel'],
    ['security-sentinal', 'unknown, near security-sentinel'],
    ['astrologer', 'unknown, near '],
  ];
  for (const [written, wanted] of cases) {
    test(`${written} is ${wanted}`, async () => {
      const { project } = await loaded({ 'team.skills.yaml': text });
      const resolved = project.snapshot().skillsFor('untitled:1').resolve(written);
      const ids = (
        skills: readonly { readonly declaration: { readonly id: { readonly text: string } } }[],
      ): string => skills.map(each => each.declaration.id.text).join(' ');
      const said =
        resolved.kind === 'known'
          ? `known ${ids([resolved.skill])} by ${resolved.by}`
          : resolved.kind === 'ambiguous'
            ? `ambiguous ${ids(resolved.skills)}`
            : `unknown, near ${ids(resolved.near)}`;
      assert.equal(said, wanted);
    });
  }
});

test('the kind of a document comes from its top-level key first, and from its name second', async () => {
  const { project } = await loaded({});
  const kind = (uri: string, text: string): string | undefined => {
    project.setDocument(uri, 1, text);
    return project.snapshot().documents.get(uri)?.kind;
  };
  assert.equal(kind('untitled:1', 'chain: a'), 'chain');
  assert.equal(kind('untitled:2', 'skills: {}'), 'catalogue');
  assert.equal(kind('untitled:3', 'title: A'), undefined);
  assert.equal(kind('file:///workspace/a.chain.yaml', 'title: A'), 'chain');
  assert.equal(kind('file:///workspace/a%20b.chain.yml', ''), 'chain');
  assert.equal(kind('file:///workspace/a.chain.yaml', 'skills: {}'), 'catalogue');
  assert.equal(kind('file:///workspace/a.skills.yaml', 'chain: a\nskills: {}'), 'catalogue');
});

describe('tidying up', () => {
  test('frees what can be made again, of documents that are not open, and changes nothing', async () => {
    const { project, workspace } = await loaded({
      'a.chain.yaml': chain('a', 'titel: A\n'),
      'b.chain.yaml': chain('b'),
    });
    const [closed, open] = ['a.chain.yaml', 'b.chain.yaml'].map(workspace.uri);
    project.setDocument(open ?? '', 1, chain('b', 'x: y\n'));
    const stateOf = (uri = '') => project.snapshot().documents.get(uri);
    const [before, snapshot] = [stateOf(closed), project.snapshot()];
    const [shape, lines, ofOpen] = [before?.shape, before?.lines, stateOf(open)?.shape];
    project.tidyUp();
    assert.equal(project.snapshot(), snapshot);
    assert.equal(stateOf(closed), before);
    assert.notEqual(before?.shape, shape);
    assert.notEqual(before?.lines, lines);
    assert.deepEqual(before?.shape, shape);
    assert.equal(stateOf(open)?.shape, ofOpen);
  });

  test('also of a document that has another version since', async () => {
    const { project, workspace } = await loaded({ 'a.chain.yaml': chain('a', 'titel: A\n') });
    const uri = workspace.uri('a.chain.yaml');
    const onDisk = project.snapshot().documents.get(uri);
    project.setDocument(uri, 1, onDisk?.text ?? '');
    const open = project.snapshot().documents.get(uri);
    const shape = open?.shape;
    assert.deepEqual([open?.version, open?.tree, open?.model], [1, onDisk?.tree, onDisk?.model]);
    assert.equal(shape, onDisk?.shape);
    open?.tidyUp();
    assert.notEqual(open?.shape, shape);
    assert.deepEqual(open?.shape, shape);
  });
});
