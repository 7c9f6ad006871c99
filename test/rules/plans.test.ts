/** Prompt plans as they are found in practice: long templates in Markdown give no false finding. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lintExample } from '../support/check.ts';

const path = 'plan.security-baseline@v1.yaml';
const found = async (text: string): Promise<readonly string[]> => {
  const { findings, document } = await lintExample({ text, files: {}, path }, text);
  return findings.map(({ code, span }) => `${code} ${document.text.slice(span.start, span.end)}`);
};

/** Everything that a template may hold and that looks like YAML, like a placeholder, or like a mistake. */
const template = `# Security baseline for {{repository}}

You look at **{{repository}}**, which is written in {{ stack }}: be exact, be brief.

## Rules: what counts

- [ ] Every finding has a severity: \`critical\`, \`high\`, or "low"
- > 80 % of the endpoints are covered
- @security answers questions; *All* of them & more
* a list with stars: {a: 1}
  # not a comment, not a heading of YAML
1. \`{{ image }}\` stays as it is, and so does \${{ secrets.TOKEN }}
2. Percent: 100%, version: >=1 <2, !important, |, >, ?, - : and --- in text

---

| Column: A | \`{{cell}}\` |
| --- | --- |
| key: value | #1 |

\`\`\`yaml
# a pipeline
on: { push: { branches: ["main"] } }
jobs:
  build:
    steps:
      - run: echo "{{ version }}" && exit 1
      - name: *anchor
\tbad: tab
\`\`\`

~~~json
{ "a": "{{b}}", "c": ["{{d}}"], }
~~~

Indented:

    {{ helm_value }}
    key: 'unclosed

{{#if notes}}
Notes: {{notes}} by {{author}}
{{/if}}

<!-- {{repository}} -->
...
"quoted at the start": 'and "so" on
{ "json": true }
[link](https://example.com/{{repository}})
`;

const plan = (body: string, more = ''): string => `meta:
  id: plan.security-baseline@v1
  owner: security
  version: 1.2.0
  purpose: "Find: what is missing"
  tags: [security, baseline]
  guardrails: [No secrets, 'No "guesses"']
modelConfig:
  model: gpt-4o
  temperature: 0.2
  maxTokens: 4000
  topP: 1
inputs:
  repository: string
  stack: { type: enum, values: [TypeScript, Go] }
  notes: string?
template: |
${body.replace(/^(?=.)/gm, '  ')}examples:
  - name: small
    inputs: { repository: acme/shop, stack: Go }
    expected_contains: ["severity", "{{"]
${more}`;

test('a long template gives no finding', async () => assert.deepEqual(await found(plan(template)), []));

test('nor does it with other line ends', async () =>
  assert.deepEqual(await found(plan(template).replaceAll('\n', '\r\n')), []));

test('nor under the other ways to write a block', async () => {
  for (const header of ['|-', '|+', '>', '>-', '|2', '| # the prompt'])
    assert.deepEqual(await found(plan(template).replace('template: |', `template: ${header}`)), [], header);
});

/** A change of the plan, and what is found then. */
const changes: readonly (readonly [what: string, from: string, to: string, expected: readonly string[]])[] = [
  ['a placeholder that nobody declares', '## Rules', '## {{team}} Rules', ['undeclared-placeholder team']],
  [
    'a misspelt placeholder',
    'written in {{ stack }}',
    'written in {{ stak }}',
    ['undeclared-placeholder stak'],
  ],
  ['a second one', '**{{repository}}**', '{{team}} **{{team}}**', ['undeclared-placeholder team']],
  [
    'an input that is not used',
    'notes: string?',
    'notes: string?\n  depth: number',
    ['unused-input depth', 'example-without-input inputs'],
  ],
  ['an example without an input', 'acme/shop, stack: Go', 'acme/shop', ['example-without-input inputs']],
  ['an example with another input', 'stack: Go', 'stack: Go, depth: 1', ['unknown-input depth']],
  ['a misspelt input of an example', 'stack: Go', 'stak: Go', ['unknown-input stak']],
  [
    'an id unlike the file',
    'id: plan.security-baseline@v1',
    'id: security-baseline',
    ['plan-id-not-file-name security-baseline'],
  ],
  ['a misspelt key in meta', 'purpose: "', 'purpos: "', ['unknown-key purpos']],
  ['a misspelt key that must stand', '  id: plan', '  idd: plan', ['unknown-key idd']],
  ['a misspelt key at the top', 'examples:', 'exmples:', ['unknown-key exmples']],
  ['a model that is too warm', 'temperature: 0.2', 'temperature: hot', ['wrong-type hot']],
];

describe('one change', () => {
  for (const [what, from, to, expected] of changes) {
    test(what, async () => {
      const text = plan(template);
      assert.ok(text.includes(from), from);
      assert.deepEqual(await found(text.replace(from, to)), expected);
    });
  }
});

test('the kind comes from the keys first, and from the name of the file second', async () => {
  const kindOf = async (path: string, text: string): Promise<string | undefined> =>
    (await lintExample({ text, files: {}, path }, text)).document.kind;
  assert.equal(await kindOf('prompt.chain.yaml', 'meta: { id: a }\ntemplate: b\n'), 'plan');
  assert.equal(await kindOf('a.skills.yaml', 'suite: a\n'), 'suite');
  assert.equal(await kindOf('plan.a@v1.yaml', 'template: b\n'), 'plan');
  assert.equal(await kindOf('a.suite.yaml', 'items: {}\n'), 'suite');
  assert.equal(await kindOf('plan.a@v1.yaml', 'chain: a\n'), 'chain');
  assert.equal(await kindOf('a.yaml', 'meta: {}\n'), undefined);
});
