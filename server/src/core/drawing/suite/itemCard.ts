/** Draws the cards of a suite: items, and phases that are folded. */
import type { GraphNode } from '../../analysis/chainGraph.ts';
import { iconRoom, inset, nodeGroup, type Part, pillHeight, textLeft, textRoom, twoLines } from '../cards.ts';
import { classes } from '../classes.ts';
import type { Box } from '../drawing.ts';
import { icon } from '../icons.ts';
import { element, fitted, line, rectangle } from '../shapes.ts';
import { cardWidth, half, pillFont, smallFont, titleFont, wordsFont } from '../sizes.ts';
import type { SvgElement } from '../svgElement.ts';
import { clean, shorten, textWidth, wrap } from '../text.ts';
import { countWords, itemId } from '../words.ts';
import type { Card } from './chart.ts';
import { itemHeight } from './sizes.ts';

const box: Box = { x: -half, y: 0, width: cardWidth, height: itemHeight };

/** At `place`; of a card that is no blank. */
export function drawCard(card: Card, place: Box, stale: boolean): SvgElement {
  const { node, folded } = card;
  const drawn = { node, folded, stale, critical: false };
  const [kind, inner] =
    folded === undefined ? [classes.item, itemParts(node)] : [classes.folded, foldedParts(card)];
  return nodeGroup(drawn, kind, place.x + half, place.y, inner, itemHeight);
}

function itemParts(node: GraphNode): readonly Part[] {
  const { label, owner, domain, runs } = node;
  const pill = priorityPill(node);
  const room = textRoom - (pill === undefined ? 0 : pill.width + 10);
  return [
    rectangle(classes.box, box, 6),
    runs === 'chain' ? rectangle(classes.outline, inset(box, 3), 4) : undefined,
    fitted([itemId(node), domain], room, { x: textLeft, y: 20, font: smallFont, className: classes.dim }),
    ...twoLines(label, [textRoom, textRoom]),
    ...lastLine(owner, runs),
    pill?.drawn,
  ];
}

const lastBaseline = itemHeight - 10;

/** Who answers for it, and what it runs. */
function lastLine(owner: string | undefined, runs: GraphNode['runs']): readonly Part[] {
  const dim = { y: lastBaseline, font: smallFont, className: classes.dim };
  const kind = runs === undefined ? '' : runs;
  const right = -textLeft;
  const room = textRoom - iconRoom - (kind === '' ? 0 : iconRoom + textWidth(kind, smallFont) + 8);
  const kindLeft = right - textWidth(kind, smallFont);
  return [
    ...(owner === undefined || clean(owner) === ''
      ? []
      : [
          icon('person', textLeft + 6, lastBaseline - 4),
          fitted(owner, room, { ...dim, x: textLeft + iconRoom }),
        ]),
    ...(kind === ''
      ? []
      : [
          icon(kind === 'chain' ? 'chain' : 'document', kindLeft - 10, lastBaseline - 4),
          line(kind, { ...dim, x: right, anchor: 'end' }),
        ]),
  ];
}

/** The most urgent priority is filled; every one is told by its word. */
function priorityPill({
  priority,
}: GraphNode): { readonly width: number; readonly drawn: SvgElement } | undefined {
  const words = priority === undefined ? '' : clean(priority);
  if (words === '') return undefined;
  const font = words === 'P0' ? titleFont : pillFont;
  const text = shorten(words, textRoom / 3, font);
  const width = Math.ceil(textWidth(text, font)) + 14;
  // Clear of the sign of a problem on the corner.
  const [x, y] = [half - 15 - width, 8];
  const className = words === 'P0' ? classes.urgent : 'chain-priority';
  return {
    width,
    drawn: element('g', { class: className }, [
      rectangle(classes.pill, { x, y, width, height: pillHeight }, pillHeight / 2),
      line(text, { x: x + width / 2, y: y + 11.5, font, className: classes.dim, anchor: 'middle' }),
    ]),
  };
}

/** Which items it stands for: their ids, as far as there is room. */
function foldedParts({ items }: Card): readonly Part[] {
  const ids = items.map(({ id }) => clean(id)).join(', ');
  const lines = wrap(ids, [textRoom, textRoom], smallFont);
  return [
    rectangle(classes.outline, { ...box, x: box.x + 4, y: box.y + 4 }, 6),
    rectangle(classes.box, box, 6),
    line(countWords(items.length, 'item'), {
      x: textLeft,
      y: 22,
      font: wordsFont,
      className: classes.words,
    }),
    ...lines.map((each, row) =>
      line(each, { x: textLeft, y: 41 + row * 15, font: smallFont, className: classes.dim }),
    ),
  ];
}
