/** Draws the phases of a suite: a band each, with its name, its window and its count at the left. */
import { classes } from '../classes.ts';
import type { Box } from '../drawing.ts';
import { group, handle } from '../groups.ts';
import { toggle } from '../icons.ts';
import { element, fitted, line, path, rectangle, round, withKey } from '../shapes.ts';
import { smallFont, wordsFont } from '../sizes.ts';
import type { SvgElement } from '../svgElement.ts';
import { clean, wrap } from '../text.ts';
import { capacityWords, countWords } from '../words.ts';
import type { Band } from './chart.ts';
import { bandPadding, headerWidth } from './sizes.ts';

const left = 22;
const room = headerWidth - left - 10;
const firstBaseline = 25;
const lineHeight = 16;

/** `box` is that of the whole band. */
export function drawBand({ phase, count }: Band, box: Box, isFolded: boolean, stale: boolean): SvgElement {
  const rule = path(classes.rule, `M${headerWidth} 0V${round(box.height)}`);
  const said = countWords(count, 'item');
  if (phase === undefined) {
    // No node of the graph, so nothing that could be chosen.
    return withKey(
      'unplanned',
      element('g', { class: `${classes.group} ${classes.phase} ${classes.optional}`, ...at(box) }, [
        rectangle(classes.frame, { ...box, x: 0, y: 0 }, 8),
        rule,
        ...header('In no phase', [said]),
      ]),
    );
  }
  const { label, window, capacity } = phase;
  const facts = [window, said, capacity === undefined ? undefined : capacityWords(capacity)];
  return group(
    phase,
    classes.phase,
    box,
    stale,
    [
      rule,
      ...header(label, facts),
      count === 0 && !isFolded ? nothing(box) : undefined,
      handle(phase, headerWidth, box.height, [said]),
      toggle(phase.id, isFolded, 11, firstBaseline - 4),
    ],
    [said],
  );
}

const nothing = ({ height }: Box): SvgElement | undefined =>
  line('No items yet', {
    x: headerWidth + bandPadding,
    y: height / 2 + 4,
    font: smallFont,
    className: classes.dim,
  });

const at = ({ x, y }: Box) => ({ transform: `translate(${round(x)} ${round(y)})` });

function header(name: string, facts: readonly (string | undefined)[]): readonly (SvgElement | undefined)[] {
  const lines = wrap(clean(name), [room, room], wordsFont);
  const below = firstBaseline + lines.length * lineHeight + 2;
  return [
    ...lines.map((each, row) =>
      line(each, { x: left, y: firstBaseline + row * lineHeight, font: wordsFont, className: classes.words }),
    ),
    ...facts
      .filter(fact => fact !== undefined && fact !== '')
      .map((fact, row) =>
        fitted([fact], room, {
          x: left,
          y: below + row * lineHeight,
          font: smallFont,
          className: classes.dim,
        }),
      ),
  ];
}
