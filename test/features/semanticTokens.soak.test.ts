/** Semantic tokens of texts that are cut off anywhere: each on one line, in order and apart, and the same of a part as of the whole. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { semanticTokens } from '../../server/src/core/features/semanticTokens.ts';
import { tokenTypes } from '../../server/src/core/features/support/tokens/tokenTypes.ts';
import { libraryFiles, sampleFiles } from '../support/library.ts';
import { contextOf } from './feature.ts';

/** Characters between two cuts: a number that meets every kind of place in time. */
const stride = 97;

type Placed = readonly [line: number, character: number, length: number, type: number, modifiers: number];

function placed(data: readonly number[]): readonly Placed[] {
  const tokens: Placed[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    line += down;
    character = down === 0 ? character + right : right;
    tokens.push([line, character, length, type, modifiers]);
  }
  return tokens;
}

function check(text: string, path: string): number {
  const context = contextOf(text, { path });
  const { lines } = context.document;
  const tokens = placed(semanticTokens(context));
  let behind = -1;
  for (const [line, character, length, type] of tokens) {
    const start = lines.offset({ line, character });
    const span = lines.line(line);
    const report = `${JSON.stringify(text.slice(start, start + length))} in line ${line}`;
    assert.ok(length > 0 && start >= behind && start + length <= span.end, report);
    assert.equal(start, span.start + character, report);
    assert.ok(tokenTypes[type] !== undefined, report);
    behind = start + length;
  }
  const first = Math.floor(lines.lineCount / 2);
  const some = placed(
    semanticTokens(context, {
      start: { line: first, character: 2 },
      end: { line: first + 9, character: 1 },
    }),
  );
  assert.deepEqual(
    some,
    tokens.filter(([line]) => line >= first && line <= first + 9),
  );
  return tokens.length;
}

test('in every file that ships, and in the sample cut off at many places, with either line end', () => {
  for (const [path, text] of Object.entries(libraryFiles)) {
    const count = check(text, path);
    assert.equal(check(text.replaceAll('\n', '\r\n'), path), count, path);
    assert.ok(count > 0, path);
  }
  for (const [path, text] of Object.entries(sampleFiles))
    for (let at = 0; at < text.length; at += stride) check(text.slice(0, at), path);
});
