/** Completion, hover, definition, outline, folding and links in prompt plans. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { definition } from '../../server/src/core/features/definition.ts';
import { documentLinks } from '../../server/src/core/features/documentLinks.ts';
import { foldingRanges } from '../../server/src/core/features/folding.ts';
import { hover } from '../../server/src/core/features/hover.ts';
import { cursorIn } from '../support/fixture.ts';
import { checkCompletion } from './checkCompletion.ts';
import { contextOf } from './feature.ts';

const options = { path: 'plan.review@v1.yaml', files: {} };

const head = `meta:
  id: plan.review@v1
inputs:
  repository: string
  stack: { type: string?, description: "What it is *written* in" }
`;

describe('completion', () => {
  const within = (line: string): string => `${head}template: |\n  # Look\n  ${line}\n`;

  test('inputs behind two braces, with what closes them', () => {
    const labels = ['repository', 'stack'];
    const wanted = (line: string, result: string) =>
      checkCompletion(within(line), { ...options, labels, applied: { stack: within(result) } });
    wanted('at {{$0', 'at {{stack}}$0');
    wanted('at {{$0}} and', 'at {{stack$0}} and');
    wanted('at {{$0}', 'at {{stack}$0}');
    wanted('at {{re$0po and', 'at {{stack}}$0 and');
    wanted('at {{ s$0 }} and', 'at {{ stack$0 }} and');
  });

  test('nothing elsewhere in the template', () => {
    for (const line of ['at $0', 'at {$0', 'at {{repository}} $0', '{{ a b$0'])
      checkCompletion(within(line), { ...options, labels: [] });
  });

  test('inputs in a template of one line', () =>
    checkCompletion(`${head}template: "Look at {{$0"\n`, {
      ...options,
      labels: ['repository', 'stack'],
      applied: { stack: `${head}template: "Look at {{stack}}$0"\n` },
    }));

  test('placeholders that are not declared, as inputs', () =>
    checkCompletion(
      `meta: { id: plan.review@v1 }\ninputs:\n  $0\ntemplate: Look at {{branch}} and {{branch}}.\n`,
      {
        ...options,
        first: ['branch'],
        applied: {
          branch: `meta: { id: plan.review@v1 }\ninputs:\n  branch: $0\ntemplate: Look at {{branch}} and {{branch}}.\n`,
        },
      },
    ));

  test('inputs that an example does not give yet', () =>
    checkCompletion(
      `${head}template: Look at {{repository}}.\nexamples:\n  - inputs:\n      repository: a\n      $0\n`,
      { ...options, first: ['stack'], absent: ['repository'] },
    ));

  test('types, and the id of the file', () => {
    checkCompletion('meta: { id: a }\ninputs:\n  a: $0\ntemplate: b\n', {
      ...options,
      first: ['string', 'number', 'boolean', 'list'],
    });
    checkCompletion('meta:\n  id: $0\ntemplate: b\n', { ...options, labels: ['plan.review@v1'] });
  });

  test('keys with the spellings of the format, and a template as a block', () => {
    checkCompletion('meta: { id: a }\n$0\n', {
      ...options,
      first: ['template'],
      present: ['modelConfig', 'inputs', 'examples'],
      applied: { template: 'meta: { id: a }\ntemplate: |\n  $0\n' },
    });
    checkCompletion('meta: { id: a }\ntemplate: b\nmodelConfig:\n  $0\n', {
      ...options,
      labels: ['model', 'temperature', 'maxTokens'],
    });
  });

  test('a whole plan in an empty file', () =>
    checkCompletion('$0', {
      ...options,
      first: ['new prompt plan'],
      applied: {
        'new prompt plan':
          'meta:\n  id: $0plan.review@v1\n  purpose: \ninputs:\n  subject: string\ntemplate: |\n  Look at {{subject}}.',
      },
    }));
});

const plan = `${head}template: |
  # Look at {{repository}}
  See https://example.com/a and src/main.ts.

  \`\`\`sh
  echo {{stack}} {{other}}
  \`\`\`
  ## More
  {{#if stack}}yes{{/if}}
examples:
  - inputs: { repository: a }
`;

const behind = (words: string): string => plan.replace(words, `${words}$0`);

test('hover says what a placeholder is', () => {
  const said = (words: string): string => {
    const { text, position } = cursorIn(behind(words));
    const contents = hover(contextOf(text, options), position)?.contents;
    return contents !== undefined && typeof contents === 'object' && 'value' in contents
      ? contents.value
      : '';
  };
  const expected =
    'Input `stack` · string?\n\nWhat it is \\*written\\* in\n\nIt may be left out.\n\nUsed 2 times in the template. Declared in line 5.';
  assert.equal(said('echo {{st'), expected);
  assert.equal(said('{{#if st'), expected);
  assert.equal(said('\n  sta'), expected);
  assert.match(said('inputs: { repo'), /^Input `repository` · string\n\nUsed once/);
  assert.equal(said('{{oth'), '');
  assert.equal(said('See '), '');
});

test('definition leads to the input', () => {
  for (const words of ['# Look at {{rep', 'inputs: { rep']) {
    const { text, position } = cursorIn(behind(words));
    const [target] = definition(contextOf(text, options), position);
    assert.deepEqual(target?.targetSelectionRange, {
      start: { line: 3, character: 2 },
      end: { line: 3, character: 12 },
    });
  }
});

test('a template folds at its headings and its code', () => {
  const ranges = foldingRanges(contextOf(plan, options)).map(each => [each.startLine, each.endLine]);
  assert.deepEqual(ranges, [
    [0, 1],
    [2, 4],
    [5, 13],
    [6, 13],
    [9, 11],
    [12, 13],
    [14, 15],
  ]);
});

test('addresses of a template are links, paths are not', () =>
  assert.deepEqual(
    documentLinks(contextOf(plan, options)).map(each => each.target),
    ['https://example.com/a'],
  ));
