/** What front matter says, however it is written: every row is a file, and what is understood of it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readAgentSkill } from '../../../server/src/core/model/agentSkill.ts';
import { longestFrontMatter } from '../../../server/src/core/model/frontMatter.ts';

interface Row {
  readonly what: string;
  readonly text: string;
  /** The name as its place in the file shows it; `undefined`: there is none, so the folder names the skill. */
  readonly name: string | undefined;
  readonly description: string | undefined;
}

const plain = { name: 'reviewer', description: 'Reviews changes' };
const matter = (lines: readonly string[]): string => ['---', ...lines, '---', '', '# Body', ''].join('\n');

const rows: readonly Row[] = [
  { what: 'plain', text: matter(['name: reviewer', 'description: Reviews changes']), ...plain },
  { what: 'in the other order', text: matter(['description: Reviews changes', 'name: reviewer']), ...plain },
  {
    what: 'among other keys',
    text: matter([
      'model: opus',
      'name: reviewer',
      'tools: [Read, Grep]',
      'metadata:',
      '  name: other',
      'description: Reviews changes',
    ]),
    ...plain,
  },
  {
    what: 'CRLF',
    text: '---\r\nname: reviewer\r\ndescription: Reviews changes\r\n---\r\n# Body\r\n',
    ...plain,
  },
  { what: 'lone CR', text: '---\rname: reviewer\rdescription: Reviews changes\r---\r# Body\r', ...plain },
  {
    what: 'a byte order mark',
    text: `\uFEFF${matter(['name: reviewer', 'description: Reviews changes'])}`,
    ...plain,
  },
  {
    what: 'blank lines before',
    text: `\n \n${matter(['name: reviewer', 'description: Reviews changes'])}`,
    ...plain,
  },
  {
    what: 'blanks behind the hyphens',
    text: '---  \nname: reviewer\ndescription: Reviews changes\n--- \t\n',
    ...plain,
  },
  {
    what: 'closed by three dots',
    text: '---\nname: reviewer\ndescription: Reviews changes\n...\nx: y\n',
    ...plain,
  },
  { what: 'no body', text: '---\nname: reviewer\ndescription: Reviews changes\n---', ...plain },
  { what: 'quoted', text: matter([`name: "reviewer"`, `description: 'Reviews changes'`]), ...plain },
  {
    what: 'folded',
    text: matter(['name: reviewer', 'description: >-', '  Reviews', '  changes', 'model: opus']),
    ...plain,
  },
  {
    what: 'literal',
    text: matter(['name: reviewer', 'description: |', '  Reviews', '  changes']),
    name: 'reviewer',
    description: 'Reviews\nchanges\n',
  },
  {
    what: 'on two lines',
    text: matter(['name: reviewer', 'description: Reviews', '  changes']),
    ...plain,
  },
  {
    what: 'a colon in the description',
    text: matter(['name: reviewer', 'description: Use when: a change waits, e.g.: now']),
    name: 'reviewer',
    description: 'Use when: a change waits, e.g.: now',
  },
  {
    what: 'markup and examples in the description',
    text: matter(['description: Use it when <example>user: "Hi"\\nyou: `x`</example>', 'name: reviewer']),
    name: 'reviewer',
    description: 'Use it when <example>user: "Hi"\\nyou: `x`</example>',
  },
  {
    what: 'a description that begins with a star',
    text: matter(['name: reviewer', 'description: *Reviews* changes']),
    name: 'reviewer',
    description: '*Reviews* changes',
  },
  {
    what: 'a description that begins with an at sign',
    text: matter(['name: reviewer', 'description: @you reviews']),
    name: 'reviewer',
    description: '@you reviews',
  },
  {
    what: 'a quote that is not closed',
    text: matter(['name: reviewer', 'description: "Reviews changes']),
    ...plain,
  },
  {
    what: 'a broken line between',
    text: matter(['name: reviewer', '%%: {{', '- x', 'description: Reviews changes']),
    ...plain,
  },
  {
    what: 'tabs before the keys',
    text: matter(['\tname: reviewer', '\tdescription: Reviews changes']),
    ...plain,
  },
  {
    what: 'no blank behind the colons',
    text: matter(['name:reviewer', 'description:Reviews changes']),
    ...plain,
  },
  {
    what: 'never closed',
    text: '---\nname: reviewer\ndescription: Reviews changes\n\n# Body\nname: other\n',
    ...plain,
  },
  {
    what: 'a second block in the body',
    text: `${matter(['name: reviewer', 'description: Reviews changes'])}---\nname: other\n---\n`,
    ...plain,
  },
  {
    what: 'a repeated key',
    text: matter(['name: reviewer', 'name: other', 'description: Reviews changes']),
    ...plain,
  },
  {
    what: 'a key of every object',
    text: matter(['__proto__: x', 'constructor: y', 'name: reviewer', 'description: Reviews changes']),
    ...plain,
  },
  { what: 'a number', text: matter(['name: 007']), name: '007', description: undefined },
  {
    what: 'no name',
    text: matter(['description: Reviews changes']),
    name: undefined,
    description: 'Reviews changes',
  },
  {
    what: 'an empty name',
    text: matter(['name:', 'description: Reviews changes']),
    name: undefined,
    description: 'Reviews changes',
  },
  {
    what: 'a name of blanks',
    text: matter(['name: "  "', 'description: Reviews changes']),
    name: undefined,
    description: 'Reviews changes',
  },
  {
    what: 'a list as the name',
    text: matter(['name: [a, b]', 'description: Reviews changes']),
    name: undefined,
    description: 'Reviews changes',
  },
  {
    what: 'a name that is a text',
    text: matter([`name: ${'long '.repeat(60)}`]),
    name: undefined,
    description: undefined,
  },
  { what: 'empty front matter', text: '---\n---\n# Body\n', name: undefined, description: undefined },
  { what: 'no map', text: matter(['# Title']), name: undefined, description: undefined },
  {
    what: 'no front matter',
    text: '# reviewer\n\nname: reviewer\n\n---\n',
    name: undefined,
    description: undefined,
  },
  { what: 'nothing', text: '', name: undefined, description: undefined },
];

describe('the front matter of a skill', () => {
  for (const { what, text, name, description } of rows) {
    test(what, () => {
      const skill = readAgentSkill(text, 'folder', true);
      assert.ok(skill);
      const { id, title, summary } = skill.declaration;
      const said = title ?? id;
      assert.equal(said.text, name ?? 'folder');
      const written = text.slice(said.span.start, said.span.end);
      assert.equal(written.replace(/^"|"$/g, ''), name ?? '');
      assert.equal(summary?.text, description);
    });
  }

  test('of megabytes is read from its beginning', () => {
    const body = 'x: [\n---\n'.repeat(300_000);
    const text = `${matter(['name: reviewer', 'description: Reviews changes'])}${body}`;
    assert.equal(readAgentSkill(text, 'folder', true)?.declaration.id.text, 'reviewer');
    const endless = `---\nname: reviewer\ndescription: ${'word '.repeat(500_000)}`;
    const skill = readAgentSkill(endless, 'folder', true);
    assert.equal(skill?.declaration.id.text, 'reviewer');
    assert.ok((skill?.declaration.summary?.text.length ?? 0) < longestFrontMatter);
  });
});

describe('the id of a skill', () => {
  const ids: readonly (readonly [
    name: string,
    path: string,
    id: string,
    title?: string | undefined,
    alias?: string,
  ])[] = [
    ['reviewer', 'reviewer', 'reviewer'],
    ['code-review', 'reviewer', 'code-review', undefined, 'reviewer'],
    ['Code Reviewer', 'code-reviewer', 'code-reviewer', 'Code Reviewer'],
    ['C# Expert', 'csharp-expert', 'csharp-expert', 'C# Expert'],
    ['C# Expert', 'C#', 'c-expert', 'C# Expert', 'C#'],
    ['Überprüfer', 'Prüfer', 'uberprufer', 'Überprüfer', 'Prüfer'],
    ['代码审查', 'review', 'review', '代码审查'],
    ['代码审查', '审查', '代码审查', undefined, '审查'],
    ['__proto__', '__proto__', 'proto', '__proto__'],
  ];
  for (const [name, path, id, title, alias] of ids) {
    test(`${name} in ${path}`, () => {
      const declaration = readAgentSkill(matter([`name: ${name}`]), path, true)?.declaration;
      assert.equal(declaration?.id.text, id);
      assert.equal(declaration.title?.text, title);
      assert.deepEqual(
        declaration.aliases.map(each => each.text),
        alias === undefined ? [] : [alias],
      );
    });
  }

  test('is what the path says where the file cannot be read', () => {
    assert.equal(readAgentSkill(undefined, 'reviewer', true)?.declaration.id.text, 'reviewer');
  });

  test('is not there where a note lies among agents', () => {
    assert.equal(readAgentSkill('# How to write agents\n', 'README', false), undefined);
    assert.equal(readAgentSkill(undefined, 'README', false), undefined);
    assert.equal(
      readAgentSkill('---\ndescription: x\n---\n', 'helper', false)?.declaration.id.text,
      'helper',
    );
  });
});
