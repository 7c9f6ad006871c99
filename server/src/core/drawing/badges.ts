/** What is wrong with a node, as a sign on its upper right corner: a disc for errors, a triangle for warnings, and how many. */
import type { NodeProblems } from '../analysis/chainGraph.ts';
import { classes } from './classes.ts';
import { circle, element, line, path, tooltip } from './shapes.ts';
import type { SvgElement } from './svgElement.ts';
import { clean } from './text.ts';

const radius = 8.5;

/** `undefined` where nothing is wrong. `x`, `y`: the corner. */
export function badge(
  { errors, warnings, messages = [] }: NodeProblems,
  x: number,
  y: number,
): SvgElement | undefined {
  const count = errors > 0 ? errors : warnings;
  if (count === 0) return undefined;
  const font = { size: 11, bold: true };
  const sign = count === 1 ? '!' : count > 9 ? '9+' : String(count);
  const says = messages.map(clean).join('\n');
  const shape =
    errors > 0
      ? circle(classes.sign, 0, 0, radius)
      : path(classes.sign, 'M0 -10L10.5 8.5Q10.5 9.5 9.5 9.5H-9.5Q-10.5 9.5 -10.5 8.5Z');
  const kind = errors > 0 ? classes.error : classes.warning;
  return element('g', { class: `${classes.badge} ${kind}`, transform: `translate(${x - 4} ${y + 2})` }, [
    says === '' ? undefined : tooltip(says),
    shape,
    line(sign, {
      x: 0,
      y: errors > 0 ? 4 : 7,
      font: sign.length > 1 ? { ...font, size: 9 } : font,
      className: classes.count,
      anchor: 'middle',
    }),
  ]);
}
