/** Graphs of suites for the tests of what draws them: from short texts, and at random. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildSuiteGraph } from '../../../../server/src/core/analysis/buildSuiteGraph.ts';
import type { ChainGraph, GraphNode } from '../../../../server/src/core/analysis/chainGraph.ts';
import type { Drawing } from '../../../../server/src/core/drawing/drawing.ts';
import { drawSuite } from '../../../../server/src/core/drawing/suite/drawSuite.ts';
import { buildSuite } from '../../../../server/src/core/model/buildSuite.ts';
import { parseSyntax } from '../../../../server/src/core/syntax/parse.ts';
import { lineMap } from '../../../../server/src/core/util/lineMap.ts';
import { plainly } from '../drawings.ts';

/**
 * The graph of a suite in short: `One: a b; Two: c` are phases with their items, `In none: d` too, and `a > c` in the second text says
 * that `c` needs `a`.
 */
export function suiteOf(phases: string, needs = ''): ChainGraph {
  const parts = phases.split(';').map(part => part.split(':').map(each => each.trim()));
  const ids = parts.flatMap(([, items = '']) => items.split(' ').filter(id => id !== ''));
  const edges = needs.split(',').flatMap(edge => {
    const [from, to] = edge.split('>').map(each => each.trim());
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  const needsOf = (id: string): string =>
    edges.flatMap(({ from, to }) => (to === id ? [from] : [])).join(', ');
  const items = ids.map(id => `  ${id}: { title: Item ${id}, owner: Team, needs: [${needsOf(id)}] }\n`);
  const listed = parts.flatMap(([name, list = '']) =>
    name === '' || name === 'In none'
      ? []
      : [
          `  - { phase: ${name}, items: [${list
            .split(' ')
            .filter(id => id !== '')
            .join(', ')}] }\n`,
        ],
  );
  const text = `suite: demo\ntitle: Demo\nitems:${items.length === 0 ? ' {}' : ''}\n${items.join('')}phases:${listed.length === 0 ? ' []' : ''}\n${listed.join('')}`;
  return graphOfSuite(text);
}

export function graphOfSuite(text: string): ChainGraph {
  const model = buildSuite(parseSyntax(text).root);
  assert.ok(model !== undefined, 'the text is no map');
  return buildSuiteGraph(model, {
    uri: 'test:demo',
    version: 1,
    lines: lineMap(text),
    complete: true,
    targetUri: () => undefined,
  });
}

/** In the simple layout. */
export const drawnSimply = (graph: ChainGraph, collapsed: readonly string[] = []): Drawing =>
  drawSuite(graph, { ...plainly, collapsed: new Set(collapsed) }, undefined);

/** Graphs of suites of up to so many items, with empty phases, items in none, circles and items that need themselves. */
export const suiteGraphs = (most: number, least = 0): fc.Arbitrary<ChainGraph> =>
  fc
    .record({
      phases: fc.integer({ min: 0, max: 6 }),
      items: fc.array(fc.record({ phase: fc.nat(7), words: fc.string({ maxLength: 80 }) }), {
        minLength: least,
        maxLength: most,
        size: 'max',
      }),
      needs: fc.uniqueArray(fc.tuple(fc.nat(most), fc.nat(most)), {
        selector: String,
        minLength: least,
        maxLength: Math.ceil(most * 1.3),
        size: 'max',
      }),
    })
    .map(({ phases, items, needs }): ChainGraph => {
      const problems = { errors: 0, warnings: 0 };
      const nodes: GraphNode[] = [
        ...Array.from(
          { length: phases },
          (_, at): GraphNode => ({
            id: `phase ${at}`,
            kind: 'phase',
            label: `Phase ${at}`,
            capacity: at,
            problems,
          }),
        ),
        ...items.map(
          ({ phase, words }, at): GraphNode => ({
            id: `item ${at}`,
            kind: 'item',
            label: words,
            owner: words,
            priority: `P${at % 4}`,
            ...(phase < phases && { parent: `phase ${phase}` }),
            problems,
          }),
        ),
      ];
      const edges = needs
        .filter(ends => ends.every(at => at < items.length))
        .map(([from, to], at) => ({
          id: `edge ${at}`,
          from: `item ${from}`,
          to: `item ${to}`,
          kind: 'data' as const,
          ...(from >= to && { conflict: from === to ? ('circle' as const) : ('later phase' as const) }),
        }));
      return {
        subject: { kind: 'suite', id: 'demo', title: 'Demo', uri: 'test:demo' },
        version: 1,
        nodes,
        edges,
        complete: true,
      };
    });
