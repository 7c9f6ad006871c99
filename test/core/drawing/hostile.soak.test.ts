/** What people may write, or be made to paste: inert in the drawing, its file and the flowchart. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import type { ChainGraph } from '../../../server/src/core/analysis/chainGraph.ts';
import { chainToDot } from '../../../server/src/core/drawing/chainToDot.ts';
import { chainToMermaid } from '../../../server/src/core/drawing/chainToMermaid.ts';
import { drawChain } from '../../../server/src/core/drawing/drawChain.ts';
import { drawingToSvg } from '../../../server/src/core/drawing/drawingToSvg.ts';
import { plainly, within } from './drawings.ts';
import { chartSeeds, graphOfWritten, writtenChart } from './randomCharts.ts';

const names = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '</text></svg><svg onload=alert(1)>',
  ']]><!--',
  '&lt;b&gt; &amp; &#60; &nbsp;',
  'end',
  'a" ] --> b',
  '%%{init: {"theme":"dark"}}%%',
  'style x fill:#f00;',
  'click n_a call alert()',
  '`**bold**` $$x$$',
  '\u202eevil\u2066\u2069\u200b',
  'nul \u0000 bell \u0007 \ufffe \uffff',
  '\ud800 lone \udc00',
  '__proto__',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what somebody may write
  '${process.exit()}',
  'javascript:alert(1)',
  'x'.repeat(10_000),
  '审'.repeat(10_000),
  `Z${'\u0341'.repeat(5000)}`,
  '👨‍👩‍👧'.repeat(2000),
];

/** A chart in which every word is one of these. */
const hostile = (graph: ChainGraph, pick: (at: number) => string): ChainGraph => ({
  ...graph,
  subject: { ...graph.subject, id: pick(0), title: pick(1), version: pick(2), category: pick(3) },
  nodes: graph.nodes.map((node, at) => ({
    ...node,
    label: pick(at),
    skill: pick(at + 1),
    when: pick(at + 2),
    by: [pick(at + 3)],
    document: pick(at + 4),
    opens: pick(at + 5),
    problems: { errors: 1, warnings: 0, messages: [pick(at + 6)] },
  })),
  edges: graph.edges.map((edge, at) => (edge.label === undefined ? edge : { ...edge, label: pick(at) })),
});

const allowed = new Set(['svg', 'title', 'desc', 'style', 'g', 'rect', 'circle', 'path', 'text']);

/** Reads as a strict XML parser does; gives the names of elements and of attributes. */
function parse(xml: string): {
  readonly elements: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
} {
  const [elements, attributes] = [new Set<string>(), new Set<string>()];
  const parser = new DOMParser({
    onError: (level, message) => {
      // It warns of the sign that stands for what XML cannot hold, in a file that somebody made.
      if (level !== 'warning') throw new Error(message);
    },
  });
  const all = parser.parseFromString(xml, 'image/svg+xml').getElementsByTagName('*');
  for (const element of all) {
    elements.add(element.tagName);
    for (const { name } of element.attributes) attributes.add(name);
  }
  return { elements, attributes };
}

const unseen = /[\u202a-\u202e\u2066\u2067\u200b\p{Cs}\p{Cc}]/u;

function check(graph: ChainGraph): void {
  const { elements, attributes } = parse(drawingToSvg(graph, plainly));
  assert.deepEqual(
    [...elements].filter(name => !allowed.has(name)),
    [],
  );
  assert.deepEqual(
    [...attributes].filter(name => /^on|href/i.test(name)),
    [],
  );
  for (const element of drawChain(graph, plainly).elements.flatMap(each => [...within(each)])) {
    if (element.name !== 'text') continue;
    const text = element.children.join('');
    assert.ok(!unseen.test(text) && text.length < 200 + 6000, text.slice(0, 80));
  }
  const quoted = /"(?:[\p{L}\p{N}\p{M} .,!?()'/+…–·≤×↺→⇥↻⇱⇤-]|#\d+;)*"/gu;
  for (const line of chainToMermaid(graph).split('\n')) {
    assert.match(line.replace(quoted, '""'), /^[\s\w()[\]{}"|>.-]*$/, line.slice(0, 200));
  }
  checkDot(chainToDot(graph));
}

/** What a line of ours may be once its texts are empty; Graphviz reads nothing else in them than itself. */
const dotLine =
  /^(?:digraph "" \{| *label="";[\w =;]*| {2}graph \[fontname=""\]; node \[fontname=""\]; edge \[fontname=""\];| *subgraph cluster_n_\w+ \{| *n_\w+ \[label="", [\w=., ]+\];| {2}n_\w+ -> n_\w+(?: \[[\w=", ]+\])?;| *\}|)$/;

function checkDot(text: string): void {
  let depth = 0;
  for (const line of text.split('\n')) {
    const bare = line.replace(/"(?:[^"\\]|\\["\\n])*"/gu, '""');
    assert.match(bare, dotLine, line.slice(0, 200));
    depth += bare.endsWith('{') ? 1 : bare.endsWith('}') ? -1 : 0;
    assert.ok(depth >= 0);
  }
  assert.equal(depth, 0);
}

describe('every word of a chart', () => {
  const graph = graphOfWritten(writtenChart({ seed: 7, size: 40 }));
  for (const name of names) test(JSON.stringify(name.slice(0, 40)), () => check(hostile(graph, () => name)));
});

test('random words in random charts', () => {
  fc.assert(
    fc.property(chartSeeds(30), fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (seed, words) =>
      check(hostile(graphOfWritten(writtenChart(seed)), at => words[at % words.length] ?? '')),
    ),
    { numRuns: 60 },
  );
});
