import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { prepareRename, rename } from '../../server/src/core/features/rename.ts';
import { lineMap } from '../../server/src/core/util/lineMap.ts';
import { cursorIn } from '../support/fixture.ts';
import { contextOf } from './feature.ts';

const path = 'plan.review@v1.yaml';
const plan = `meta: { id: plan.review@v1 }
inputs:
  "repo": string
  stack: string?
template: |
  Look at {{repo}}, {{ repo }} and {{repo.name}}; repo is a word, {{repository}} is another.
  {{#if repo}}\`{{repo}}\`{{/if}} {{other.repo}} {{"repo"}}
examples:
  - inputs: &given { repo: a, stack: b }
  - inputs: *given
  - { name: repo, inputs: { 'repo': c } }
`;

/** The text after a rename at the cursor; a refusal in its words; `null` where nothing is renamed. */
function renamed(fixture: string, newName: string): string | null {
  const { text, position } = cursorIn(fixture);
  const context = contextOf(text, { path, files: {} });
  const result = rename(context, position, newName);
  if (result === null) return null;
  if ('refused' in result) return result.refused;
  const lines = lineMap(text);
  const edits = Object.values(result.changes ?? {}).flat();
  return edits
    .toSorted((left, right) => lines.offset(right.range.start) - lines.offset(left.range.start))
    .reduce(
      (made, { range, newText }) =>
        made.slice(0, lines.offset(range.start)) + newText + made.slice(lines.offset(range.end)),
      text,
    );
}

const expected = plan
  .replace('"repo": string', '"project": string')
  .replace('{{repo}}, {{ repo }} and {{repo.name}}', '{{project}}, {{ project }} and {{project.name}}')
  .replace('{{#if repo}}`{{repo}}`', '{{#if project}}`{{project}}`')
  .replace('{ repo: a', '{ project: a')
  .replace("'repo': c", "'project': c");

describe('an input is renamed wherever it stands', () => {
  for (const at of ['"re$0po": string', '{{re$0po}},', '{ re$0po: a', "'re$0po': c"]) {
    test(at, () => assert.equal(renamed(plan.replace(at.replace('$0', ''), at), 'project'), expected));
  }
});

describe('nothing else is renamed', () => {
  for (const at of ['Lo$0ok', 'repo is a wo$0rd', '{{reposi$0tory}}', 'name: re$0po', 'str$0ing']) {
    test(at, () => {
      const fixture = plan.replace(at.replace('$0', ''), at);
      assert.equal(renamed(fixture, 'project'), null);
      const { text, position } = cursorIn(fixture);
      assert.equal(prepareRename(contextOf(text, { path, files: {} }), position), null);
    });
  }
});

describe('a name that cannot be is refused', () => {
  const fixture = plan.replace('{{repo}},', '{{re$0po}},');
  for (const [name, reason] of [
    ['stack', /already/],
    ['', /begins with a letter/],
    ['two words', /begins with a letter/],
    ['a}}', /begins with a letter/],
    ['1st', /begins with a letter/],
    ['a: b', /begins with a letter/],
  ] as const) {
    test(`"${name}"`, () => assert.match(renamed(fixture, name) ?? '', reason));
  }
  test('as long as the file is broken', () =>
    assert.match(renamed(`${fixture}x: [`, 'project') ?? '', /mistakes in its YAML/));
  test('where an example gives it', () =>
    assert.match(renamed(fixture.replace('stack: b', 'project: b'), 'project') ?? '', /example gives/));
});

test('what is renamed is shown first', () => {
  const { text, position } = cursorIn(plan.replace('{{ repo }}', '{{ re$0po }}'));
  assert.deepEqual(prepareRename(contextOf(text, { path, files: {} }), position), {
    range: { start: { line: 5, character: 23 }, end: { line: 5, character: 27 } },
    placeholder: 'repo',
  });
});
