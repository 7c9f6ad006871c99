/** "Ignore here": the comment stands where YAML takes one, set in like the line that it is about, and the finding is gone. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-types';
import { codeActions } from '../../server/src/core/features/codeActions.ts';
import { afterAction, asking } from './actions.ts';
import { contextOf } from './feature.ts';

const head = 'chain: x\ntitle: X\nsteps:\n';
const unknown = 'unknown-skill';

interface Case {
  readonly name: string;
  /** `$0` stands at the finding. */
  readonly text: string;
  readonly path?: string;
  readonly code?: string;
  readonly after: string;
}

const comment = (code = unknown): string => `# skill-chains-ignore ${code}: `;

const cases: readonly Case[] = [
  {
    name: 'in block style',
    text: `${head}  - do: a\n    skill: $0new\n`,
    after: `${head}  - do: a\n    ${comment()}\n    skill: new\n`,
  },
  {
    name: 'at the dash',
    text: `${head}  - skill: $0new\n    do: a\n`,
    after: `${head}  ${comment()}\n  - skill: new\n    do: a\n`,
  },
  {
    name: 'between brackets',
    text: 'chain: x\ntitle: X\nsteps: [\n  { skill: technical-writer, do: a },\n  { do: b,\n    skill: $0new } ]\n',
    after: `chain: x\ntitle: X\nsteps: [\n  { skill: technical-writer, do: a },\n  { do: b,\n    ${comment()}\n    skill: new } ]\n`,
  },
  {
    name: 'behind a text of several lines that ends on the line',
    text: `${head}  - { do: "a\n      b", skill: $0new }\n`,
    after: `${head}  ${comment()}\n  - { do: "a\n      b", skill: new }\n`,
  },
  {
    name: 'in a block text',
    path: 'plan.a@v1.yaml',
    code: 'undeclared-placeholder',
    text: 'meta:\n  id: plan.a@v1\ntemplate: |\n  One\n  {{$0two}}\n',
    after: `meta:\n  id: plan.a@v1\n${comment('undeclared-placeholder')}\ntemplate: |\n  One\n  {{two}}\n`,
  },
  {
    name: 'below a block text',
    text: `${head}  - do: |\n      a\n      b\n    skill: $0new\n`,
    after: `${head}  - do: |\n      a\n      b\n    ${comment()}\n    skill: new\n`,
  },
  {
    name: 'beside a comment for another rule',
    text: `${head}  # skill-chains-ignore empty-list: x\n  - skill: $0new\n    do: a\n`,
    after: `${head}  # skill-chains-ignore empty-list: x\n  ${comment()}\n  - skill: new\n    do: a\n`,
  },
  {
    name: 'with other line ends and a mark at the beginning',
    text: '\uFEFF{ chain: x, title: X,\r\nsteps: [{ skill: $0new, do: a }] }\r\n',
    after: `\uFEFF{ chain: x, title: X,\r\n${comment()}\r\nsteps: [{ skill: new, do: a }] }\r\n`,
  },
  {
    name: 'in the first line',
    text: '\uFEFF{ chain: x, title: X, steps: [{ skill: $0new, do: a }] }\n',
    after: `\uFEFF${comment()}\n{ chain: x, title: X, steps: [{ skill: new, do: a }] }\n`,
  },
];

const titled = (actions: readonly CodeAction[], title: string): CodeAction | undefined =>
  actions.find(action => action.title === title);

describe('ignores here', () => {
  for (const { name, text: marked, path = 'x.chain.yaml', code = unknown, after } of cases) {
    test(name, async () => {
      const { actions, codes, uri, write } = await asking(path);
      const at = marked.indexOf('$0');
      const text = marked.replace('$0', '');
      write(text);
      assert.ok(codes().includes(code), codes().join());
      const here = titled(actions(at, at), `Ignore "${code}" here`);
      assert.ok(here);
      assert.equal(afterAction(text, here, uri), after);
      write(after.replace(`${code}: `, `${code}: it is so`));
      assert.ok(!codes().includes(code), codes().join());
    });
  }
});

test('in the whole file, above all else', async () => {
  const text = `# note\n---\n${head}  - { skill: new, do: a }\n  - { skill: newer, do: b }\n`;
  const { actions, codes, uri, write } = await asking('x.chain.yaml');
  write(text);
  const action = titled(actions(0, text.length), `Ignore "${unknown}" in this file`);
  assert.ok(action);
  assert.equal(action.diagnostics?.length, 2);
  const after = afterAction(text, action, uri);
  assert.equal(after, `# skill-chains-ignore-file ${unknown}: \n${text}`);
  write(after.replace(': \n', ': a new team\n'));
  assert.deepEqual(codes(), []);
});

test('nothing that no comment takes away is to be ignored', async () => {
  const { actions, write } = await asking('x.chain.yaml');
  const text = `${head}  # skill-chains-ignore\n  - { skill: technical-writer, do: "a }\n`;
  write(text);
  const titles = actions(0, text.length).map(({ title }) => title);
  assert.deepEqual(
    titles.filter(title => title.startsWith('Ignore')),
    [],
  );
});

test('where the client takes snippets, the reason is a place to write', () => {
  const context = contextOf(`${head}  - { skill: new, do: a }\n`);
  const span = { start: 30, end: 33 };
  const diagnostic = { range: context.document.lines.range(span), message: 'x', code: unknown };
  const [here] = codeActions(
    context,
    diagnostic.range,
    ['quickfix'],
    () => [{ diagnostic, span, fixes: [], ignorable: true }],
    { snippetEdits: true },
  );
  const [change] = here?.edit?.documentChanges ?? [];
  assert.ok(change !== undefined && 'edits' in change);
  const [edit] = change.edits;
  assert.ok(edit !== undefined && 'snippet' in edit);
  assert.equal(edit.snippet.value, `  ${comment()}\${1:reason}\n`);
});
