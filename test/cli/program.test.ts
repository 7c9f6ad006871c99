/** The program as a whole: its help, its errors, and that every option is tried. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import type { Command } from 'commander';
import { createProgram } from '../../server/src/cli/program.ts';
import { commandFolder, removeFolders, silentHost } from '../support/commandLine.ts';

after(removeFolders);

const program = createProgram(silentHost());

/** Every command with the words that lead to it. */
const commands = (
  command: Command,
  words: readonly string[] = [],
): readonly (readonly [string, Command])[] => [
  [words.join(' '), command],
  ...command.commands.flatMap(each => commands(each, [...words, each.name()])),
];

test('the version is one line', async () => {
  const folder = await commandFolder();
  for (const option of ['--version', '-V'])
    assert.deepEqual(await folder.run([option]), { code: 0, output: '1.2.3\n', errors: '' });
});

for (const [words, command] of commands(program)) {
  test(`the help of "${words}" says what it is for, and every option`, async () => {
    const folder = await commandFolder();
    const given = words === '' ? [] : words.split(' ');
    const { code, output, errors } = await folder.run([...given, '--help']);
    assert.deepEqual([code, errors], [0, '']);
    const flat = output.replace(/\s+/g, ' ');
    assert.ok(flat.startsWith(`Usage: skill-chains ${words}`.trimEnd()));
    assert.ok(flat.includes(command.description()));
    for (const { long, description } of command.options)
      assert.ok(flat.includes(`${long}`) && flat.includes(description), `${words} ${long}`);
    const shows = words === '' ? /Begin with:/ : /Examples: skill-chains \w/;
    assert.match(flat, shows);
    assert.match(output, /[^\n]\n$/);
    assert.ok(
      output.split('\n').every(line => line.length <= 80),
      'a line is too long for a terminal',
    );
    assert.equal((await folder.run(['help', ...given])).output, output);
  });
}

test('every option stands in a test of the command line', () => {
  const texts = readdirSync(import.meta.dirname)
    .filter(name => name.endsWith('.test.ts'))
    .map(name => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'));
  const untried = commands(program).flatMap(([words, command]) => {
    const [first = ''] = words.split(' ');
    return command.options
      .filter(({ long }) => !texts.some(text => text.includes(`'${first}'`) && text.includes(`${long}`)))
      .map(({ long }) => `${words} ${long}`);
  });
  assert.deepEqual(untried, []);
});

const misuses: readonly (readonly [args: readonly string[], errors: RegExp])[] = [
  [[], /^Usage: skill-chains \[options\] \[command\]/],
  [['lnit'], /^Unknown command 'lnit'\n\(Did you mean lint\?\)\nTry: skill-chains --help\n$/],
  [['chains'], /^Unknown command 'chains'\nTry: skill-chains --help\n$/],
  [['check'], /^Unknown command 'check'\n\(Did you mean lint\?\)\nTry: skill-chains --help\n$/],
  [['fix'], /^Unknown command 'fix'\n\(Did you mean lint --fix\?\)\nTry/],
  [
    ['lint', '--json'],
    /^Unknown option '--json'\n\(Did you mean --format json\?\)\nTry: skill-chains lint --help\n$/,
  ],
  [['lint', '--no'], /^Unknown option '--no'\nTry/],
  [['new', 'check'], /^Unknown command 'check'\nTry/],
  [['--lint'], /^Unknown option '--lint'/],
  [['graph'], /^Missing required argument 'file'\nTry: skill-chains graph --help\n$/],
  [['graph', 'a', 'b'], /^Too many arguments/],
  [['new'], /^Usage: skill-chains new/],
  [['new', 'chian'], /^Unknown command 'chian'\n\(Did you mean chain\?\)\nTry: skill-chains new --help\n$/],
  [['format', '--chek'], /\(Did you mean --check\?\)/],
  [['lint', '--format'], /^Option '-f, --format <format>' argument missing/],
  [['help', 'lnit'], /^Unknown command 'lnit'\n\(Did you mean lint\?\)\nTry: skill-chains --help\n$/],
  [['help', 'adr'], /^Unknown command 'adr'\n\(Did you mean new adr\?\)\nTry: skill-chains --help\n$/],
  [
    ['help', 'new', 'adrs'],
    /^Unknown command 'adrs'\n\(Did you mean adr\?\)\nTry: skill-chains new --help\n$/,
  ],
  [['-v'], /^Unknown option '-v'\n\(Did you mean --version\?\)\n/],
  [['lint', '-v'], /^Unknown option '-v'\nTry/],
];
for (const [args, wanted] of misuses) {
  test(`misused as "${args.join(' ')}" it says why and ends with 2`, async () => {
    const { code, output, errors } = await (await commandFolder()).run(args);
    assert.deepEqual([code, output], [2, '']);
    assert.match(errors, wanted);
  });
}
