/** What the program says of the rules and the language: `rules`, `explain` and `schema`. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { rules } from '../../server/src/core/index.ts';
import { commandFolder, removeFolders } from '../support/commandLine.ts';

after(removeFolders);

test('every rule stands in a line, and in the list for programs', async () => {
  const folder = await commandFolder();
  const { code, output } = await folder.run(['rules']);
  assert.equal(code, 0);
  const lines = output.trimEnd().split('\n');
  assert.deepEqual(
    lines.map(line => line.split(/ {2,}/)[0]),
    rules.map(each => each.code),
  );
  const listed = JSON.parse((await folder.run(['rules', '--format', 'json'])).output);
  assert.deepEqual(
    listed.map(({ code, severity, summary }: Record<string, unknown>) => [code, severity, summary]),
    rules.map(({ code, severity, summary }) => [code, severity, summary]),
  );
});

test('the list is that of a family, of what a preset brings, or of both', async () => {
  const folder = await commandFolder();
  const codes = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { output } = await folder.run(['rules', ...args]);
    return output.split('\n').flatMap(line => /^\S+/.exec(line)?.[0] ?? []);
  };
  const those = (isWanted: (rule: (typeof rules)[number]) => boolean) =>
    rules.filter(isWanted).map(({ code }) => code);
  assert.deepEqual(
    await codes('--family', 'suite'),
    those(({ family }) => family === 'suite'),
  );
  assert.deepEqual(
    await codes('--preset', 'strict'),
    those(({ preset }) => preset === 'strict'),
  );
  const both = await codes('--preset', 'recommended', '--family', 'time');
  assert.deepEqual(
    both,
    those(({ preset, family }) => preset === undefined && family === 'time'),
  );
  assert.deepEqual(await codes('--family', 'text', '--preset', 'strict'), []);
});

test('every rule is explained, with all its examples', async () => {
  const folder = await commandFolder();
  for (const { code, summary, fixless, silenced, preset, invalid, valid } of rules) {
    const { code: ended, output } = await folder.run(['explain', code]);
    assert.equal(ended, 0);
    assert.ok(output.startsWith(`${code}  `));
    const flat = output.replace(/\s+/g, ' ');
    for (const text of [summary, ...[...invalid, ...valid].map(each => each.text)])
      assert.ok(flat.includes(text.replace(/\s+/g, ' ').trim()), `${code} lacks: ${text}`);
    const said: readonly (readonly [part: string, isSaid: boolean])[] = [
      [`There is no fix for it. ${fixless}`, fixless !== undefined],
      [`# skill-chains-ignore ${code}: the reason`, silenced === undefined],
      [`rules: ${code}: off`, silenced !== 'never'],
      ['Nothing silences it', silenced === 'never'],
      ['To ask for it', preset === 'strict'],
    ];
    for (const [part, isSaid] of said) assert.equal(flat.includes(part), isSaid, `${code}: ${part}`);
  }
});

test('prose is as wide as the terminal, in so far as it can be read', async () => {
  const folder = await commandFolder();
  const widest = async (args: readonly string[], columns?: number): Promise<number> => {
    const { output } = await folder.run(args, { columns });
    const prose = output.split(/\n\n(?:Wrong|Arguments):/)[0] ?? '';
    return Math.max(
      ...prose
        .split('\n')
        .slice(1)
        .map(line => line.length),
    );
  };
  for (const [columns, least, most] of [
    [undefined, 70, 80],
    [50, 41, 50],
    [0, 30, 40],
    [400, 70, 100],
  ] as const)
    for (const args of [
      ['explain', 'unknown-skill'],
      ['lint', '--help'],
    ]) {
      const found = await widest(args, columns);
      assert.ok(found >= least && found <= most, `${args.join(' ')} at ${columns}: ${found}`);
    }
});

test('what stands in the place of further findings is explained too', async () => {
  const { code, output } = await (await commandFolder()).run(['explain', 'more-findings']);
  assert.equal(code, 0);
  assert.match(output, /^more-findings {2}information\n\nA file has more than \d+ findings/);
});

test('a rule that there is not is told from those that are near', async () => {
  const folder = await commandFolder();
  const runs = [
    ['bad-durations', 'There is no rule bad-durations. Do you mean bad-duration?\n'],
    ['duration', 'There is no rule duration. Do you mean duration-spelling or bad-duration?\n'],
    ['zzzzzz', 'There is no rule zzzzzz. skill-chains rules lists them all.\n'],
    ['__proto__', 'There is no rule __proto__. skill-chains rules lists them all.\n'],
  ];
  for (const [code = '', errors] of runs)
    assert.deepEqual(await folder.run(['explain', code]), { code: 2, output: '', errors });
  for (const code of ['Bad-Duration', '[bad-duration]'])
    assert.match((await folder.run(['explain', code])).output, /^bad-duration {2}/);
});

test('the schema of every kind is the generated one', async () => {
  const folder = await commandFolder();
  for (const kind of ['chain', 'catalogue', 'suite', 'plan', 'configuration']) {
    const schema = new URL(`../../schemas/generated/${kind}.schema.json`, import.meta.url);
    assert.equal((await folder.run(['schema', kind])).output, await readFile(schema, 'utf8'));
  }
  assert.equal((await folder.run(['schema', 'chain', '--output', 'c.json'])).output, '');
  assert.match(await folder.read('c.json'), /^\{\n/);
  const { code, errors } = await folder.run(['schema', 'chian']);
  assert.equal(code, 2);
  assert.match(
    errors,
    /^<kind> cannot be 'chian'\. Allowed choices are chain, catalogue, suite, plan, configuration\.\n/,
  );
});
