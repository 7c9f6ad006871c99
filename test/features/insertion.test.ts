import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Body,
  hole,
  holeWith,
  listBody,
  mapBody,
  type RenderOptions,
  render,
  renderEntry,
  textBody,
} from '../../server/src/core/features/support/insertion.ts';

const plain: RenderOptions = {
  flow: false,
  snippets: false,
  unit: 2,
  base: 0,
  lineIndent: 0,
  newLine: false,
  lead: '',
  trail: '',
};
const step = mapBody(['skill', hole], ['do', hole]);
const decision = mapBody(
  ['decision', hole],
  [
    'routes',
    listBody(mapBody(['when', hole], ['steps', listBody(step)]), mapBody(['otherwise', textBody('next')])),
  ],
);

const cases: readonly {
  name: string;
  body: Body;
  options: Partial<RenderOptions>;
  text: string;
  snippet?: true;
}[] = [
  { name: 'plain text ends at the first open hole', body: step, options: {}, text: 'skill: ' },
  { name: 'tab stops', body: step, options: { snippets: true }, text: 'skill: $1\ndo: $0', snippet: true },
  { name: 'one open hole at the end needs no tab stop', body: hole, options: { snippets: true }, text: '' },
  {
    name: 'further lines of plain text are indented in full',
    body: listBody(mapBody(['skill', holeWith('a')], ['do', hole])),
    options: { base: 4, lineIndent: 4, lead: '  ' },
    text: '  - skill: a\n      do: ',
  },
  {
    name: 'further lines of a snippet are indented by the editor as their line is',
    body: listBody(step),
    options: { snippets: true, base: 4, lineIndent: 4 },
    text: '- skill: $1\n  do: $0',
    snippet: true,
  },
  {
    name: 'a body below its key begins on a new line',
    body: listBody(step),
    options: { snippets: true, base: 4, lineIndent: 2, newLine: true },
    text: '\n  - skill: $1\n    do: $0',
    snippet: true,
  },
  {
    name: 'lists in maps in lists',
    body: decision,
    options: { snippets: true },
    text: 'decision: $1\nroutes:\n  - when: $2\n    steps:\n      - skill: $3\n        do: $0\n  - otherwise: next',
    snippet: true,
  },
  {
    name: 'four columns a level',
    body: decision,
    options: { snippets: true, unit: 4 },
    text: 'decision: $1\nroutes:\n    - when: $2\n      steps:\n          - skill: $3\n            do: $0\n    - otherwise: next',
    snippet: true,
  },
  {
    name: 'flow style',
    body: step,
    options: { snippets: true, flow: true },
    text: '{ skill: $1, do: $0 }',
    snippet: true,
  },
  { name: 'flow style without tab stops', body: step, options: { flow: true }, text: '{ skill: , do:  }' },
  {
    name: 'what is special in a snippet is escaped',
    body: mapBody(['a', textBody('$x \\ }')], ['b', holeWith('}')]),
    options: { snippets: true },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a tab stop of a snippet, not of a template
    text: 'a: \\$x \\\\ }\nb: ${0:\\}}',
    snippet: true,
  },
];

for (const { name, body, options, text, snippet } of cases) {
  test(name, () => {
    assert.deepEqual(render(body, { ...plain, ...options }), { text, isSnippet: snippet ?? false });
  });
}

test('an entry of a flow map has no braces of its own', () => {
  const options = { ...plain, flow: true, snippets: true };
  assert.deepEqual(renderEntry({ key: 'needs', value: listBody(hole) }, options), {
    text: 'needs: [$0]',
    isSnippet: true,
  });
  assert.deepEqual(renderEntry({ key: 'do', value: hole }, options), { text: 'do: ', isSnippet: false });
});
