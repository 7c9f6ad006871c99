/** A whole drawing as the text of an SVG file, which needs nothing else to be shown. */
import type { ChainGraph } from '../analysis/chainGraph.ts';
import { classes } from './classes.ts';
import { drawChain } from './drawChain.ts';
import type { Drawing, DrawingOptions } from './drawing.ts';
import { exportStyle } from './exportStyle.ts';
import { element, fitted, rectangle } from './shapes.ts';
import { svgText } from './svgText.ts';
import type { Font } from './text.ts';
import { clean } from './text.ts';

const headingFont: Font = { size: 16, bold: true };
const subheadingFont: Font = { size: 11.5, bold: false };
const headingHeight = 64;
const margin = 24;
/** Narrower drawings leave no room for a title. */
const narrowest = 480;

/** A chain. The same graph and options give the same bytes. */
export const drawingToSvg = (graph: ChainGraph, options: DrawingOptions): string =>
  drawnToSvg(graph, drawChain(graph, options));

/** What is drawn of a graph, below its title. The same drawing gives the same bytes. */
export function drawnToSvg(graph: ChainGraph, { bounds, elements }: Drawing): string {
  const width = Math.ceil(Math.max(bounds.width, narrowest));
  const height = Math.ceil(bounds.height) + headingHeight;
  // Lines lie on whole numbers; half a pixel aside they fill whole pixels.
  const x = Math.floor(bounds.x) - 0.5;
  const y = Math.floor(bounds.y) - headingHeight - 0.5;
  const { title, id, version, category, timeline } = graph.subject;
  const name = clean(title) || clean(id) || (graph.subject.kind === 'suite' ? 'Suite' : 'Chain');
  const facts = [version, category, timeline];
  const left = { x: x + margin, className: classes.title };
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `${x} ${y} ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-labelledby': 'chain-title chain-description',
  };
  const drawing = element('svg', attributes, [
    element('title', { id: 'chain-title' }, [name]),
    element('desc', { id: 'chain-description' }, [descriptionOf(graph)]),
    element('style', {}, [exportStyle]),
    rectangle(classes.ground, { x, y, width, height }),
    fitted(name, width - 2 * margin, { ...left, y: y + 34, font: headingFont }),
    fitted(facts, width - 2 * margin, {
      ...left,
      y: y + 53,
      font: subheadingFont,
      className: classes.dim,
    }),
    ...elements,
  ]);
  return `${svgText(drawing)}\n`;
}

/** What a reader of the drawing would be told first. */
function descriptionOf({ nodes, subject }: ChainGraph): string {
  const count = (kind: string): number => nodes.filter(node => node.kind === kind).length;
  const named = [
    [count('phase'), 'phase'],
    [count('item'), 'item'],
    [count('step'), 'step'],
    [count('fork'), 'parallel'],
    [count('checkpoint'), 'checkpoint'],
    [count('decision'), 'decision'],
    [count('chain'), 'sub-chain'],
    [count('handoff'), 'handoff'],
  ] as const;
  const said = named.flatMap(([number, word]) =>
    number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`],
  );
  if (subject.kind === 'suite')
    return `Items and dependencies of the suite ${clean(subject.id) || 'without an id'}: ${said.join(', ') || 'nothing yet'}.`;
  return `Flow of the chain ${clean(subject.id) || 'without an id'}: ${said.join(', ') || 'nothing yet'}.`;
}
