/** A long chain that breaks in its midst. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { show } from './support.ts';

test('keeps the lines before and behind each break of a long chain', () => {
  const lines = Array.from(
    { length: 20 },
    (_, index) => `  - id: n${index}\n    skill: s${index}\n    do: "Do ${index}"`,
  );
  const breaks: readonly ((line: string) => string)[] = [
    line => line.replace(/"$/, ''),
    line => line.replace('skill: ', 'skill:'),
    line => line.replace(/skill: .*/, 'ski'),
    line => line.replace('    skill', '     skill'),
    line => line.replace('    skill', '   skill'),
    line => line.replace('    skill', '\tskill'),
    line => line.replace(/"Do.*/, '[a, b'),
    line => line.replace(/"Do.*/, 'Do: it'),
    line => line.replace(/"Do.*/, '>= 5'),
    line => line.replace(/"Do.*/, "'it's"),
    line => line.replace(/ {4}do.*/, '  - '),
    line => line.replace(/ {4}do.*/, '    }'),
  ];
  for (const spoil of breaks) {
    const text = `steps:\n${lines.map((line, index) => (index === 10 ? spoil(line) : line)).join('\n')}\nowner: x\n`;
    const read = show(parseSyntax(text).root);
    for (const index of [0, 8, 9, 11, 12, 19])
      assert.ok(read.includes(`{id: n${index}, skill: s${index}, do: Do ${index}}`), `${index} in ${read}`);
    assert.ok(read.includes('n10') && read.endsWith(', owner: x}'), read);
  }
});
