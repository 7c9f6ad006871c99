import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { before, test } from 'node:test';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const root = new URL('../../', import.meta.url);
let grammar: textmate.IGrammar;

before(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(await readFile(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
      createOnigString: text => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => {
      const path = new URL('syntaxes/chain-yaml.tmLanguage.json', root);
      return textmate.parseRawGrammar(await readFile(path, 'utf8'), 'chain-yaml.json');
    },
  });
  const loaded = await registry.loadGrammar('source.chain-yaml');
  assert.ok(loaded);
  grammar = loaded;
});

/** The innermost scope of each piece of the text that has one of its own, without the grammar's suffix. */
function scopes(text: string): readonly (readonly [piece: string, scope: string])[] {
  const found: (readonly [string, string])[] = [];
  let state = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const piece = line.slice(startIndex, endIndex).trim();
      const scope = scopes.at(-1) ?? '';
      if (piece !== '' && scope !== 'source.chain-yaml')
        found.push([piece, scope.replace('.chain-yaml', '')]);
    }
  }
  return found;
}

const colon = [':', 'punctuation.separator.key-value'] as const;
const dash = ['-', 'punctuation.definition.block.sequence.item'] as const;

const cases: readonly (readonly [text: string, ...expected: readonly (readonly [string, string])[]])[] = [
  ['title: A title', ['title', 'entity.name.tag'], colon, ['A title', 'string.unquoted.plain']],
  ['chain: data-breach', ['chain', 'keyword.control'], colon, ['data-breach', 'entity.name.function']],
  ['  - id: assess', dash, ['id', 'entity.name.tag'], colon, ['assess', 'entity.name.function']],
  ['    skill: qa-engineer', ['skill', 'keyword.control'], colon, ['qa-engineer', 'variable.other.skill']],
  ['  - parallel:', dash, ['parallel', 'keyword.control'], colon],
  [
    'x-note: free',
    ['x-note', 'entity.other.attribute-name.extension'],
    colon,
    ['free', 'string.unquoted.plain'],
  ],
  [
    'takes: 2-4 hours',
    ['takes', 'entity.name.tag'],
    colon,
    ['2', 'constant.numeric'],
    ['-', 'keyword.operator.range'],
    ['4', 'constant.numeric'],
    ['hours', 'keyword.other.unit'],
  ],
  [
    'go: assess # back',
    ['go', 'entity.name.tag'],
    colon,
    ['assess', 'variable.other.reference'],
    ['#', 'punctuation.definition.comment'],
    ['back', 'comment.line.number-sign'],
  ],
  [
    'do: It is a #1 thing',
    ['do', 'entity.name.tag'],
    colon,
    ['It is a', 'string.unquoted.plain'],
    ['#', 'punctuation.definition.comment'],
    ['1 thing', 'comment.line.number-sign'],
  ],
  ['do: a#b', ['do', 'entity.name.tag'], colon, ['a#b', 'string.unquoted.plain']],
  [
    'needs: [a, "b"]',
    ['needs', 'entity.name.tag'],
    colon,
    ['[', 'punctuation.definition.sequence.begin'],
    ['a', 'string.unquoted.plain'],
    [',', 'punctuation.separator.sequence'],
    ['"', 'string.quoted.double'],
    ['b', 'string.quoted.double'],
    ['"', 'string.quoted.double'],
    [']', 'punctuation.definition.sequence.end'],
  ],
  [
    '- { skill: sre, at-most: 2 }',
    dash,
    ['{', 'punctuation.definition.mapping.begin'],
    ['skill', 'keyword.control'],
    colon,
    ['sre', 'string.unquoted.plain'],
    [',', 'punctuation.separator.sequence'],
    ['at-most', 'entity.name.tag'],
    colon,
    ['2', 'constant.numeric'],
    ['}', 'punctuation.definition.mapping.end'],
  ],
  [
    'when: severity > 3',
    ['when', 'keyword.control'],
    colon,
    ['severity', 'variable.other.measure'],
    ['>', 'keyword.operator.comparison'],
    ['3', 'constant.numeric'],
  ],
  [
    '  - do: |\n      text: not a key\n    id: x',
    dash,
    ['do', 'entity.name.tag'],
    colon,
    ['|', 'keyword.control.flow.block-scalar'],
    ['text: not a key', 'string.unquoted.block'],
    ['id', 'entity.name.tag'],
    colon,
    ['x', 'entity.name.function'],
  ],
  [
    'summary: >-\n  folded # text\n\n  on\ntitle: x',
    ['summary', 'entity.name.tag'],
    colon,
    ['>', 'keyword.control.flow.block-scalar'],
    ['-', 'storage.modifier.chomping-indicator'],
    ['folded # text', 'string.unquoted.block'],
    ['on', 'string.unquoted.block'],
    ['title', 'entity.name.tag'],
    colon,
    ['x', 'string.unquoted.plain'],
  ],
  ['suite: platform', ['suite', 'keyword.control'], colon, ['platform', 'entity.name.function']],
  [
    '    plan: security/plan.threats@v1.yaml',
    ['plan', 'entity.name.tag'],
    colon,
    ['security/plan.threats@v1.yaml', 'variable.other.reference'],
  ],
  ['  primary: P26', ['primary', 'entity.name.tag'], colon, ['P26', 'variable.other.reference']],
  [
    'template: |\n  # Look\n  at {{ repository }}: {{#if x}}\nexamples:',
    ['template', 'entity.name.tag'],
    colon,
    ['|', 'keyword.control.flow.block-scalar'],
    ['# Look', 'markup.heading'],
    ['at', 'string.unquoted.block'],
    ['{{', 'punctuation.definition.placeholder.begin'],
    ['repository', 'variable.other.placeholder'],
    ['}}', 'punctuation.definition.placeholder.end'],
    [': {{#if x}}', 'string.unquoted.block'],
    ['examples', 'entity.name.tag'],
    colon,
  ],
  ['---', ['---', 'entity.other.document']],
  [
    '- plain item: really',
    dash,
    ['plain item', 'entity.name.tag'],
    colon,
    ['really', 'string.unquoted.plain'],
  ],
];

for (const [text, ...expected] of cases) {
  test(text.replaceAll('\n', ' ⏎ '), () => assert.deepEqual(scopes(text), expected));
}

test('a quoted text goes on over lines, as it does for YAML', () => {
  const found = scopes('title: "open\nchain: x" # end\nid: y');
  assert.deepEqual(found.slice(3), [
    ['open', 'string.quoted.double'],
    ['chain: x', 'string.quoted.double'],
    ['"', 'string.quoted.double'],
    ['#', 'punctuation.definition.comment'],
    ['end', 'comment.line.number-sign'],
    ['id', 'entity.name.tag'],
    colon,
    ['y', 'entity.name.function'],
  ]);
});
