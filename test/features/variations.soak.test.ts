/**
 * Applying variations of random chains, written in block and flow style with comments: the text says the chain with the nodes in their
 * place and nothing else, every other line stays, and no finding appears.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isMap, isScalar, isSeq, parseDocument, stringify, visit } from 'yaml';
import { applyVariation, type VariationMode } from '../../server/src/core/features/variations.ts';
import { lint } from '../../server/src/core/rules/lint.ts';
import { applyEdits } from '../../server/src/core/syntax/offsetMap.ts';
import { parseSyntax } from '../../server/src/core/syntax/parse.ts';
import { lineMap } from '../../server/src/core/util/lineMap.ts';
import { chains, type Written } from '../core/analysis/randomChains.ts';
import { contextOf } from './feature.ts';

const numbers = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

/** Every id that an author wrote, of nodes, lanes and phases. */
function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'id' && typeof inner === 'string' ? [inner] : idsIn(inner),
  );
}

const added: readonly unknown[] = [
  { skill: 'new-one', do: 'Look: at it # well' },
  [
    { skill: 'new-two', do: 'First\n\n  second\nthird' },
    { checkpoint: 'Is it so?', by: ['x', 'y'] },
  ],
  {
    parallel: [
      { skill: 'new-three', do: "it's" },
      { lane: 'New lane', steps: [{ skill: 'new-four', do: 'z' }] },
    ],
  },
  [
    {
      decision: 'Which?',
      by: 'x',
      routes: [{ when: 'hot', steps: [{ skill: 'new-five', do: 'y' }] }, { otherwise: 'next' }],
    },
  ],
];

/** A chain with variations as somebody writes it: some parts in brackets, comments here and there. */
function writtenText(chain: Written, random: () => number): string {
  const ids = idsIn(chain);
  const count = 1 + Math.floor(random() * 3);
  const variations = Array.from({ length: count }, (_, at) => {
    const target = ids[Math.floor(random() * (ids.length + 1))];
    return {
      ...(random() < 0.8 && { when: ['it rains: hard', 'late or hot', 'a > 3'][at] }),
      // A copy: what stands twice would be written as an anchor and aliases.
      add: structuredClone(added[Math.floor(random() * added.length)]),
      ...(target !== undefined && { 'insert-after': target }),
    };
  });
  const whole = { ...chain, variations, ...(random() < 0.5 && { pitfalls: ['haste'] }) };
  const document = parseDocument(stringify(whole));
  // Between brackets there may be no line for a comment, and then a variation is refused.
  const [flow, commented] = random() < 0.3 ? [0.1, 0] : [0, 0.05];
  let comments = 0;
  visit(document, {
    Node: (_, node) => {
      if ((isMap(node) || isSeq(node)) && random() < flow) node.flow = true;
      else if (isScalar(node) && random() < commented) node.comment = ` beside ${comments++}`;
      else if (random() < commented) node.commentBefore = ` above ${comments++}`;
      if (random() < 0.05) node.spaceBefore = true;
    },
  });
  const text = document.toString({
    indent: random() < 0.7 ? 2 : 4,
    indentSeq: random() < 0.7,
    lineWidth: random() < 0.3 ? 20 : 0,
  });
  return random() < 0.3 ? text.replaceAll('\n', '\r\n') : text;
}

/** What a text says, with every comment. */
function says(text: string): { readonly value: Written; readonly comments: readonly string[] } {
  const value: Written = parseDocument(text).toJS();
  return {
    value,
    comments: parseSyntax(text)
      .comments.map(each => each.text.trim())
      .toSorted(),
  };
}

/** How often a value stands among the values of another. */
const nodesIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { steps: _, parallel: __, routes: ___, ...own } = Object(value);
  return [JSON.stringify(own).replace(/\\n"/g, '"'), ...Object.values(value).flatMap(nodesIn)];
};

const codesOf = (text: string): readonly string[] => {
  const { document, project } = contextOf(text);
  return lint(document, project).map(each => each.code);
};

test('a variation of a random chain becomes part of it, and all else stays', () => {
  let done = 0;
  fc.assert(
    fc.property(chains({ jumps: true, ids: true }), fc.nat(), fc.boolean(), (chain, seed, optional) => {
      const random = numbers(seed);
      const text = writtenText(chain, random);
      if (!parseSyntax(text).complete) return;
      const before = says(text);
      const variations = before.value['variations'];
      assert.ok(Array.isArray(variations));
      const index = Math.floor(random() * variations.length);
      const variation = variations[index];
      const mode: VariationMode = optional && variation.when !== undefined ? 'optional' : 'always';
      const result = applyVariation(contextOf(text), index, mode);
      assert.ok(result !== null);
      if ('refused' in result) assert.fail(`${result.refused}\n${text}`);
      const lines = lineMap(text);
      const edits = result.edits.map(({ range, newText }) => ({
        span: { start: lines.offset(range.start), end: lines.offset(range.end) },
        newText,
      }));
      const edited = applyEdits(text, edits).text;
      const after = says(edited);
      const left = after.value['variations'] ?? [];
      assert.ok(Array.isArray(left) && left.length === variations.length - 1, edited);
      assert.deepEqual(after.comments, before.comments);
      const nodes = [variation.add]
        .flat()
        .map((node: object) => (mode === 'optional' ? { ...node, when: variation.when } : node));
      const sorted = (json: string): string => JSON.stringify(Object.entries(JSON.parse(json)).toSorted());
      const was = nodesIn({ ...before.value, variations: variations.filter((_, at) => at !== index) });
      const now = nodesIn(after.value).map(sorted);
      for (const node of [...was, ...nodesIn(nodes)].map(sorted).filter(each => !each.includes('"chain"')))
        assert.ok(now.includes(node), `${node} is lost:\n${text}\n${edited}`);
      const known = codesOf(text);
      // What the nodes lead to they lead to wherever they stand; their form is not among it.
      const formed = codesOf(edited).filter(
        code =>
          !known.includes(code) && /^(?:yaml|unknown|missing|wrong|duplicate|conflicting|bad|id-)/.test(code),
      );
      assert.deepEqual(formed, [], `${text}\n${edited}`);
      assert.equal(edited.includes('\r\n'), text.includes('\r\n'));
      done++;
    }),
    { numRuns: 200 },
  );
  assert.ok(done > 150, `${done} were applied`);
});
