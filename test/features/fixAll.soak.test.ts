/** All safe fixes on every example of the rules and on chains that ship, with what people misspell: no new finding, and nothing left. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rules } from '../../server/src/core/rules/index.ts';
import { parseSyntax } from '../../server/src/core/syntax/parse.ts';
import { caretsIn } from '../support/fixture.ts';
import { sampleFiles } from '../support/library.ts';
import { afterAction, asking } from './actions.ts';

const asked = await asking();
const only = ['source.fixAll.skillChains'];

function fixed(text: string): string | undefined {
  asked.write(text);
  const [action] = asked.actions(0, text.length, only);
  return action && afterAction(text, action, asked.uri);
}

/** `true`: something was fixed. */
function holds(text: string): boolean {
  const after = fixed(text);
  if (after === undefined) return false;
  asked.write(text);
  const before = asked.codes();
  const comments = parseSyntax(text).comments.length;
  assert.equal(fixed(after), undefined, `not all at once:\n${text}\n${after}`);
  const left = [...before];
  const wasComplete = parseSyntax(text).complete;
  for (const code of asked.codes()) {
    const at = left.indexOf(code);
    if (at >= 0) left.splice(at, 1);
    else assert.ok(!wasComplete, `${code} is new:\n${text}\n${after}`);
  }
  if (!text.includes(' #')) assert.equal(parseSyntax(after).comments.length, comments, after);
  return true;
}

const examples = rules.flatMap(rule =>
  [...rule.valid, ...rule.invalid].map(each => caretsIn(each.text).text),
);

test('of every example of a rule', () => {
  const count = examples.filter(holds).length;
  assert.ok(count > 10, `${count} were fixed`);
});

/** What people write otherwise, and is known by its letters all the same. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/^( *(?:- )?)do: /m, '$1Do: '],
  [/^( *(?:- )?)skill: /m, '$1SKILL: '],
  [/^summary: (.*)$/m, 'summary: $1: well'],
  [/^( *(?:- )?)needs: \[([\w-]+)\]/m, '$1needs: [$2]\n$1after: [start]'],
  [/if-refused:/, 'if_refused:'],
  [/^retrospective:\n {2}- (.*)$/m, 'retrospective:\n  - $1: more'],
  [/back-to:/, 'Back_To:'],
];

test('of chains that ship, with slips in them', () => {
  const texts = Object.entries(sampleFiles).flatMap(([name, text]) =>
    name.endsWith('.chain.yaml') ? [text] : [],
  );
  let count = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.subarray([...slips], { minLength: 1 }),
      fc.boolean(),
      (text, made, crlf) => {
        const slipped = made.reduce((result, [pattern, into]) => result.replace(pattern, into), text);
        if (holds(crlf ? slipped.replaceAll('\n', '\r\n') : slipped)) count++;
      },
    ),
    { numRuns: 60 },
  );
  assert.ok(count > 40, `${count} were fixed`);
});
