/** What the documentation says of the command line can be typed as it stands. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Command } from 'commander';
import { parse } from 'yaml';
import { table } from '../../schemas/generated/table.ts';
import { program } from '../../scripts/commandLineTables.ts';

const pages = ['README.md', 'docs/command-line.md'];
const read = (page: string): string => readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');

/** The blocks of code of a page, with the words behind their fences. */
const blocks = (page: string): readonly (readonly [language: string, text: string])[] =>
  [...read(page).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => [
    language,
    text,
  ]);

/** What is wrong with the words behind `skill-chains` in a line of a shell. */
function problemOf(words: readonly string[]): string | undefined {
  let command: Command = program();
  for (const word of words) {
    if (/^[>|&<]/.test(word)) return undefined;
    const next = command.commands.find(each => each.name() === word);
    if (next !== undefined) command = next;
    else if (word.startsWith('-') && word !== '-') {
      const known = ['--help', '--version', ...command.options.flatMap(({ long, short }) => [long, short])];
      if (!known.includes(word.replace(/=.*/, ''))) return `${command.name()} has no option ${word}`;
    } else if (command.parent === null) return `there is no command ${word}`;
  }
  return undefined;
}

test('every command line in the documentation is one that there is', () => {
  const lines = pages.flatMap(page =>
    blocks(page)
      .filter(([language]) => ['sh', 'console', 'yaml'].includes(language))
      .flatMap(([, text]) => [...text.matchAll(/(?:^|npx |--no-install |\$ )skill-chains +([a-z-].*)$/gm)])
      .map(([, given = '']) => given),
  );
  assert.ok(lines.length > 10, lines.join('\n'));
  assert.deepEqual(
    lines.map(line => problemOf(line.split(/\s+/))).filter(problem => problem !== undefined),
    [],
  );
});

test('the hook of the recipe runs for every file of a project, and for no other', () => {
  const [, text = ''] = blocks('docs/command-line.md').find(([, each]) => each.includes('repos:')) ?? [];
  const [{ hooks }] = parse(text).repos;
  const names = table.kinds.flatMap(({ files }) => files.map(file => file.replaceAll('*', 'x.y')));
  for (const { files } of hooks) {
    const pattern = new RegExp(files);
    for (const name of names) assert.ok(pattern.test(name) && pattern.test(`a/b/${name}`), name);
    for (const other of [
      'a.yaml',
      'plan.yaml',
      'chain.yaml',
      'a.chain.yaml.txt',
      'skills.md',
      'x.skill-chains.yaml',
    ])
      assert.ok(!pattern.test(other), other);
  }
});

test('the recipes are YAML, and the tasks JSON', () => {
  for (const [language, text] of blocks('docs/command-line.md')) {
    if (language === 'yaml') assert.equal(typeof parse(text), 'object');
    if (language === 'json') assert.equal(JSON.parse(text).tasks[0].type, 'skill-chains');
  }
});
