/** Names of chains and suites under another name: what every place of them becomes, and what is refused in words. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { prepareRename, rename } from '../../server/src/core/features/rename.ts';
import { lineMap } from '../../server/src/core/util/lineMap.ts';
import { cursorIn } from '../support/fixture.ts';
import { everyKeyFiles } from './everyKey.ts';
import { contextOf } from './feature.ts';

type Files = Readonly<Record<string, string>>;

/** All files after a rename at the cursor in one of them; a refusal in its words; `null` where nothing is renamed. */
function renamed(files: Files, path: string, fixture: string, newName: string): Files | string | null {
  const { text, position } = cursorIn(fixture);
  const context = contextOf(text, { path, files });
  const result = rename(context, position, newName);
  if (result === null || 'refused' in result) {
    if (result === null) assert.equal(prepareRename(context, position), null);
    return result?.refused ?? null;
  }
  const changes = new Map(Object.entries(result.changes ?? {}));
  const after = Object.entries({ ...files, [path]: text }).map(([name, before]) => {
    const lines = lineMap(before);
    const uri = [...changes.keys()].find(each => decodeURIComponent(each).endsWith(`/${name}`)) ?? '';
    const edits = (changes.get(uri) ?? []).toSorted(
      (left, right) => lines.offset(right.range.start) - lines.offset(left.range.start),
    );
    const made = edits.reduce(
      (written, { range, newText }) =>
        written.slice(0, lines.offset(range.start)) + newText + written.slice(lines.offset(range.end)),
      before,
    );
    return [name, made] as const;
  });
  return Object.fromEntries(after);
}

const recall = 'batch-recall.chain.yaml';
const check = 'plant-check.chain.yaml';
const suite = 'safe-food.suite.yaml';

interface Case {
  readonly name: string;
  readonly path: string;
  /** Words of the file with `$0` where somebody asks. */
  readonly at: string;
  readonly newName: string;
  /** By path the words that are replaced, each as often as it stands there. */
  readonly words: Readonly<Record<string, readonly (readonly [before: RegExp, after: string])[]>>;
}

const cases: readonly Case[] = [
  {
    name: 'a node, where it is declared',
    path: recall,
    at: 'id: ass$0ess',
    newName: 'judge',
    words: { [recall]: [[/(?<=(?:id|back-to|go|from|insert-after): )assess\b/gu, 'judge']] },
  },
  {
    name: 'a parallel and what is called after it',
    path: recall,
    at: 'resumes-at: wo$0rk',
    newName: 'both',
    words: { [recall]: [[/(?<=(?:id|resumes-at): )work\b/gu, 'both']] },
  },
  {
    name: 'a node of another chain, from there',
    path: recall,
    at: 'at: ins$0pect',
    newName: 'look-closely',
    words: {
      [recall]: [[/(?<=at: )inspect\b/gu, 'look-closely']],
      [check]: [[/(?<=id: )inspect\b/gu, 'look-closely']],
    },
  },
  {
    name: 'a phase with an id',
    path: check,
    at: 'otherwise: lo$0ok',
    newName: 'view',
    words: { [check]: [[/(?<=(?:id|otherwise): )look\b/gu, 'view']] },
  },
  {
    name: 'an artefact',
    path: recall,
    at: 'with: { scope: assess$0ment }',
    newName: 'judgement',
    words: { [recall]: [[/\bassessment\b/gu, 'judgement']] },
  },
  {
    name: 'an input that another chain binds',
    path: recall,
    at: 'with: { sco$0pe: assessment }',
    newName: 'lines',
    words: {
      [recall]: [[/\bscope(?=: assessment)/gu, 'lines']],
      [check]: [[/\bscope(?=: What|\])/gu, 'lines']],
    },
  },
  {
    name: 'an artefact with its version left as it is',
    path: recall,
    at: 'delivers: [closing-no$0te@1]',
    newName: 'last-word',
    words: { [recall]: [[/\bclosing-note(?=@)/gu, 'last-word']] },
  },
  {
    name: 'a measure, in every condition',
    path: recall,
    at: 'batches-aff$0ected > 3',
    newName: 'reach',
    words: { [recall]: [[/\bbatches-affected\b/gu, 'reach']] },
  },
  {
    name: 'an item',
    path: suite,
    at: 'items: [S$01]',
    newName: 'rehearsal',
    words: { [suite]: [[/\bS1\b/gu, 'rehearsal']] },
  },
  {
    name: 'a team of a suite',
    path: suite,
    at: 'owner: Pap$0er',
    newName: 'Paper and ink',
    words: { [suite]: [[/\bPaper\b/gu, 'Paper and ink']] },
  },
  {
    name: 'a team, in every kind of file',
    path: recall,
    at: 'team: log$0istics',
    newName: 'transport',
    words: {
      [recall]: [[/(?<=team: )logistics\b/gu, 'transport']],
      'team.skills.yaml': [[/(?<=team: )logistics\b|\blogistics(?=:)/gu, 'transport']],
    },
  },
  {
    name: 'a skill, but not its aliases',
    path: 'team.skills.yaml',
    at: '  logistics-pl$0anner:',
    newName: 'carrier',
    words: {
      [recall]: [[/\blogistics-planner\b/gu, 'carrier']],
      [check]: [[/\blogistics-planner\b/gu, 'carrier']],
      'team.skills.yaml': [[/\blogistics-planner\b/gu, 'carrier']],
    },
  },
];

describe('is renamed wherever it stands, and nothing else', () => {
  for (const { name, path, at, newName, words } of cases) {
    test(name, () => {
      const text = everyKeyFiles[path] ?? '';
      assert.ok(text.includes(at.replace('$0', '')));
      const expected = Object.entries(everyKeyFiles).map(([each, before]) => {
        const replaced = (words[each] ?? []).reduce((made, [from, to]) => {
          assert.match(made, from);
          return made.replace(from, to);
        }, before);
        return [each, replaced];
      });
      const fixture = text.replace(at.replace('$0', ''), at);
      assert.deepEqual(renamed(everyKeyFiles, path, fixture, newName), Object.fromEntries(expected));
    });
  }
});

const head = 'chain: draft\ntitle: Draft\n';

describe('what hangs on a name goes with it', () => {
  const text = `${head}steps:
  - id: bo$0th
    parallel:
      - { skill: a, do: x }
      - { skill: a, do: y }
    synthesize: { skill: b, do: z }
  - checkpoint: Good
    if-refused: { back-to: both.synthesize, at-most: 1 }
`;
  test('the synthesis of a parallel', () =>
    assert.deepEqual(renamed({}, 'draft.chain.yaml', text, 'all-two'), {
      'draft.chain.yaml': text
        .replace('$0', '')
        .replace('id: both', 'id: all-two')
        .replace('both.', 'all-two.'),
    }));
});

const node = (word: string): string => `${head}measures: { loss: 1-5 }
inputs: { ticket: Given }
steps:
  - { id: fir$0st, skill: a, do: x, needs: [ticket], when: loss > 2 and urgent }
  - { id: second, skill: b, do: y, produces: [note] }
${word}`;

const refusals: readonly (readonly [name: string, at: string, newName: string, reason: RegExp])[] = [
  ['a node that is there', 'id: fir$0st', 'second', /already/],
  ['a word of the language', 'id: fir$0st', 'end', /meaning of its own/],
  ['no id', 'id: fir$0st', 'First One', /not a valid id/],
  ['an artefact that is there', 'produces: [no$0te]', 'ticket', /already/],
  ['no artefact', 'needs: [tic$0ket]', 'the ticket', /small letters/],
  ['a measure that a condition says', 'when: lo$0ss', 'urgent', /already/],
  ['a word of conditions', 'when: lo$0ss', 'or', /means nothing else in a condition/],
  ['no measure', 'when: lo$0ss', 'two words', /means nothing else in a condition/],
];

describe('is refused in words', () => {
  const plain = node('').replace('$0', '');
  for (const [name, at, newName, reason] of refusals) {
    test(name, () => {
      const result = renamed({}, 'draft.chain.yaml', plain.replace(at.replace('$0', ''), at), newName);
      assert.ok(typeof result === 'string');
      assert.match(result, reason);
    });
  }
  test('where a text is broken', () => {
    const result = renamed({}, 'draft.chain.yaml', node('success: [\n'), 'one');
    assert.match(String(result), /mistakes in its YAML/);
  });
  test('where another name hangs on it', () => {
    // Without the id `a`, the bare step that is called so has that name for itself.
    const text = `${head}steps:\n  - { id: $0a, skill: b, do: x }\n  - { skill: a, do: y }\n`;
    assert.match(String(renamed({}, 'draft.chain.yaml', text, 'one')), /has no id of its own/);
  });
  const catalogue = `skills:
  writer: { title: Write-Up, aliases: [WRITER one, Scribe] }
  editor: {}
teams: { desk: {} }
`;
  const naming = (back: string): string => `${head}steps:
  - { skill: Wri$0ter, do: x }
  - { skill: Scribe, do: z }
  - { id: other, skill: writer, do: y }
  - checkpoint: Good
    if-refused: { back-to: ${back}, at-most: 1 }
`;
  const files = { 'a.skills.yaml': catalogue };
  test('where a node is called after a skill, and named', () =>
    assert.match(String(renamed(files, 'd.chain.yaml', naming('writer'), 'poet')), /has no id of its own/));
  test('where a skill is there', () =>
    assert.match(String(renamed(files, 'd.chain.yaml', naming('other'), 'editor')), /already/));
  test('where a skill is written as a block', () => {
    const block = `${head}steps:\n  - { skill: Wri$0ter, do: x }\n  - skill: |-\n      writer\n    do: y\n`;
    assert.match(String(renamed(files, 'd.chain.yaml', block, 'poet')), /written in another way/);
  });
  test('but not where the title of the skill itself is the same word', () => {
    const text = `${head}steps:\n  - { skill: wri$0ter, do: x }\n`;
    const own = { 'a.skills.yaml': 'skills:\n  writer: { title: Poet }\n' };
    assert.deepEqual(renamed(own, 'd.chain.yaml', text, 'poet'), {
      'a.skills.yaml': 'skills:\n  poet: { title: Poet }\n',
      'd.chain.yaml': text.replace('wri$0ter', 'poet'),
    });
  });
  test('but not where a measure is called in another script, as conditions may name it', () => {
    const wanted = node('').replace('lo$0ss', 'loss').replaceAll('loss', 'προϋπολογισμός');
    assert.deepEqual(
      renamed(
        {},
        'draft.chain.yaml',
        node('').replace('fir$0st', 'first').replace('loss > 2', 'lo$0ss > 2'),
        'προϋπολογισμός',
      ),
      {
        'draft.chain.yaml': wanted.replace('fir$0st', 'first'),
      },
    );
  });
  const conditions = (first: string): string => `${head}measures: { loss: 1-5 }
steps:
  - { skill: a, do: x, when: ${first} }
  - skill: b
    do: y
    when: loss > 3
      or loss < 2
  - skill: c
    do: z
    when: >- # of loss
      loss > 3 or
      loss < 2
  - { skill: d, do: w, when: "loss > 3
      and loss > 4" }
`;
  test('but not where conditions stand on several lines', () =>
    assert.deepEqual(renamed({}, 'd.chain.yaml', conditions('lo$0ss > 2'), 'harm'), {
      'd.chain.yaml': conditions('loss > 2').replaceAll('loss', 'harm').replace('# of harm', '# of loss'),
    }));
  test('where a condition writes a measure with escapes', () => {
    const text = conditions('"lo\\u0073s > 2"').replace('{ loss:', '{ lo$0ss:');
    assert.match(
      String(renamed({}, 'd.chain.yaml', text, 'harm')),
      /In line 5 a condition writes it with escapes/,
    );
  });
  test('but not where nobody names that node, in whatever case the skill is written', () =>
    assert.deepEqual(renamed(files, 'd.chain.yaml', naming('other'), 'poet'), {
      'a.skills.yaml': catalogue.replace('writer:', 'poet:'),
      'd.chain.yaml': naming('other').replace('Wri$0ter', 'poet').replace('skill: writer', 'skill: poet'),
    }));
});

describe('is no name that could be given anew', () => {
  for (const [path, at] of [
    [recall, 'lane: Cust$0omers'],
    [recall, 'do: Say how b$0ad'],
    [check, 'checkpoint: Me$0nded'],
    [check, 'do: As$0k those'],
    [suite, 'support: a$0ll'],
  ] as const) {
    test(at, () => {
      const text = everyKeyFiles[path] ?? '';
      assert.equal(renamed(everyKeyFiles, path, text.replace(at.replace('$0', ''), at), 'other'), null);
    });
  }
});
