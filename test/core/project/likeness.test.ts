/** Which chains of a folder say nearly the same. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createProject } from '../../../server/src/core/project/project.ts';
import { memoryWorkspace } from '../../support/memoryWorkspace.ts';

const all = ['Open it', 'Look at it', 'Mend it', 'Try it', 'Close it'];

const chain = (id: string, title: string, does: readonly string[], more = ''): string =>
  `chain: ${id}\ntitle: ${title}\n${more}steps:\n${does.map((text, at) => `  - { id: s${at}, skill: x, do: ${text} }\n`).join('')}`;

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** `a b by`, each pair once. */
  readonly found: readonly string[];
}

const copy = (title: string, does: readonly string[], more?: string): Case['files'] => ({
  'a.chain.yaml': chain('a', 'One', all),
  'b.chain.yaml': chain('b', title, does, more),
});

const summary = 'summary: Bring the service back and tell everybody\n';

const cases: readonly Case[] = [
  { name: 'all steps are the same', files: copy('Two', all), found: ['a b steps'] },
  {
    name: 'four of five are the same',
    files: copy('Two', all.toSpliced(2, 1, 'Rest')),
    found: ['a b steps'],
  },
  { name: 'one is left out', files: copy('Two', all.slice(1)), found: ['a b steps'] },
  { name: 'three of five are the same', files: copy('Two', all.toSpliced(2, 2, 'Rest', 'Wait')), found: [] },
  { name: 'they are in another order', files: copy('Two', all.toReversed()), found: [] },
  {
    name: 'signs and capitals are no words',
    files: copy(
      'Two',
      all.map(text => `"${text.toUpperCase()}."`),
    ),
    found: ['a b steps'],
  },
  {
    name: 'three steps are too few to tell',
    files: {
      'a.chain.yaml': chain('a', 'One', all.slice(2)),
      'b.chain.yaml': chain('b', 'Two', all.slice(2)),
    },
    found: [],
  },
  {
    name: 'a title is of the same words',
    files: {
      'a.chain.yaml': chain('a', 'Restore a service', ['One']),
      'b.chain.yaml': chain('b', '"A service: restore"', ['Two']),
    },
    found: ['a b title'],
  },
  {
    name: 'a title has one word more',
    files: {
      'a.chain.yaml': chain('a', 'Restore a service', ['One']),
      'b.chain.yaml': chain('b', 'Restore a lost service', ['Two']),
    },
    found: [],
  },
  {
    name: 'a summary is the same',
    files: {
      'a.chain.yaml': chain('a', 'One', ['One'], summary),
      'b.chain.yaml': chain('b', 'Two', ['Two'], summary.toLowerCase()),
    },
    found: ['a b summary'],
  },
  {
    name: 'a summary of a few words is the same',
    files: {
      'a.chain.yaml': chain('a', 'One', ['One'], 'summary: To be written\n'),
      'b.chain.yaml': chain('b', 'Two', ['Two'], 'summary: To be written\n'),
    },
    found: [],
  },
  { name: 'the steps tell more than the title', files: copy('One', all), found: ['a b steps'] },
  {
    name: 'two files have one id',
    files: { 'a.chain.yaml': chain('a', 'One', all), 'more/a.chain.yaml': chain('a', 'One', all) },
    found: [],
  },
  { name: 'one of the two is broken', files: copy('Two', all, 'owner: [\n'), found: [] },
  {
    name: 'a sentence that all chains have is a phrase of the house',
    files: Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`c${at}.chain.yaml`, chain(`c${at}`, `Number ${at}`, all)]),
    ),
    found: [],
  },
];

describe('chains that are alike', () => {
  for (const { name, files, found } of cases) {
    test(name, async () => {
      const workspace = memoryWorkspace(files);
      const project = createProject(workspace);
      await project.load();
      const snapshot = project.snapshot();
      const idOf = (uri: string): string => /(\w+)\.chain/.exec(uri)?.[1] ?? '';
      const pairs = Object.keys(files).flatMap(file =>
        snapshot
          .chainsLike(workspace.uri(file))
          .map(({ uri, by }) => ({ own: idOf(file), other: idOf(uri), by })),
      );
      for (const { own, other, by } of pairs)
        assert.ok(
          pairs.some(each => each.own === other && each.other === own && each.by === by),
          'from both sides',
        );
      assert.deepEqual(
        pairs.filter(({ own, other }) => own < other).map(({ own, other, by }) => `${own} ${other} ${by}`),
        found,
      );
    });
  }

  test('are those of one folder', async () => {
    const folders = ['file:///one', 'file:///two'];
    const workspace = memoryWorkspace(
      {
        'file:///one/a.chain.yaml': chain('a', 'One', all),
        'file:///two/b.chain.yaml': chain('b', 'One', all),
      },
      folders,
    );
    const project = createProject(workspace);
    await project.load();
    assert.deepEqual(project.snapshot().chainsLike('file:///one/a.chain.yaml'), []);
  });
});

describe('what rests on single changes elsewhere', () => {
  const others = ['Eat', 'Drink', 'Sleep', 'Wake', 'Work'];
  const files = {
    'a.chain.yaml': chain('a', 'One', all),
    'b.chain.yaml': chain('b', 'Two', others),
    'c.chain.yaml': chain('c', 'Three', ['Quite']),
    'team.skills.yaml': 'skills: { x: {}, y: {} }\n',
  };
  const opened = async (asks: boolean) => {
    const workspace = memoryWorkspace(files);
    const project = createProject(workspace);
    await project.load();
    const uri = (name: string): string => workspace.uri(`${name}.chain.yaml`);
    for (const [name, text] of Object.entries(files))
      if (name.endsWith('.chain.yaml')) project.setDocument(workspace.uri(name), 1, text);
    if (asks) project.snapshot().chainsLike(uri('a'));
    return { project, uri, catalogue: workspace.uri('team.skills.yaml') };
  };

  test('a chain is told that another one became like it, and that it is so no longer', async () => {
    const { project, uri } = await opened(true);
    const like = chain('b', 'Two', all);
    assert.deepEqual(project.setDocument(uri('b'), 2, like).affected.includes(uri('a')), true);
    assert.equal(project.snapshot().chainsLike(uri('a')).length, 1);
    const change = project.setDocument(uri('b'), 3, chain('b', 'Two', others));
    assert.ok(change.affected.includes(uri('a')));
    assert.deepEqual(project.snapshot().chainsLike(uri('a')), []);
  });

  test('words that change nothing for others reach nobody', async () => {
    const { project, uri } = await opened(true);
    const change = project.setDocument(uri('b'), 2, chain('b', 'Two', others.with(0, 'New')));
    assert.deepEqual([change.affected, change.closed], [[], []]);
  });

  test('nobody who does not ask is told', async () => {
    const { project, uri } = await opened(false);
    const change = project.setDocument(uri('b'), 2, chain('b', 'Two', all));
    assert.deepEqual([change.affected, change.closed], [[], []]);
  });

  test('a catalogue is told that other skills are named', async () => {
    const { project, uri, catalogue } = await opened(false);
    const change = project.setDocument(uri('b'), 2, files['b.chain.yaml'].replace('skill: x', 'skill: y'));
    assert.deepEqual([change.affected, change.closed], [[], [catalogue]]);
  });
});
