/**
 * The style sheet of an exported drawing: light, and dark where the reader's system is. The colours are those of VS Code's default
 * themes; text has a contrast of 4.5 to 1 at least, lines that matter 3 to 1.
 */
import { classes } from './classes.ts';

interface Palette {
  readonly ground: string;
  readonly card: string;
  readonly group: string;
  readonly lane: string;
  readonly frame: string;
  readonly border: string;
  readonly line: string;
  readonly words: string;
  readonly dim: string;
  readonly accent: string;
  readonly error: string;
  readonly warning: string;
  readonly onSign: string;
  readonly critical: string;
}

const light: Palette = {
  ground: '#ffffff',
  card: '#fbfbfb',
  group: '#f4f4f4',
  lane: '#ffffff',
  frame: '#dcdcdc',
  border: '#8c8c8c',
  line: '#767676',
  words: '#2f2f2f',
  dim: '#616161',
  accent: '#005fb8',
  error: '#c72e0f',
  warning: '#8f6200',
  onSign: '#ffffff',
  critical: '#b5200d',
};

const dark: Palette = {
  ground: '#1f1f1f',
  card: '#2a2a2a',
  group: '#262626',
  lane: '#1f1f1f',
  frame: '#3c3c3c',
  border: '#7d7d7d',
  line: '#9a9a9a',
  words: '#dedede',
  dim: '#a8a8a8',
  accent: '#4daafc',
  error: '#f88070',
  warning: '#d7ba4a',
  onSign: '#1f1f1f',
  critical: '#f48771',
};

const colours = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

const c = classes;

/** Rules that a view's own style sheet says with the variables of the theme. */
const rules: readonly (readonly [selector: string, declarations: string])[] = [
  ['svg', `font-family:-apple-system,'Segoe UI',system-ui,Ubuntu,'Noto Sans','DejaVu Sans',sans-serif`],
  [`.${c.ground}`, 'fill:var(--ground)'],
  [`.${c.frame}`, 'fill:var(--group);stroke:var(--frame)'],
  [`.${c.phase} .${c.frame}`, 'fill:none'],
  [`.${c.lane} .${c.frame}`, 'fill:var(--lane)'],
  [`.${c.optional}>.${c.frame},.${c.optional}>.${c.box}`, 'stroke-dasharray:5 3'],
  [`.${c.handle}`, 'fill:none'],
  // Nothing folds in a file.
  [`.${c.group} .${c.toggle}`, 'display:none'],
  [`.${c.box}`, 'fill:var(--card);stroke:var(--border)'],
  [`.${c.outline}`, 'fill:none;stroke:var(--border)'],
  [`.${c.checkpoint} .${c.box}`, 'stroke:var(--accent);stroke-width:1.5'],
  [`.${c.accent}`, 'fill:var(--accent)'],
  [`.${c.checkpoint} .${c.icon}`, 'stroke:var(--accent);stroke-width:2'],
  [`.${c.start} .${c.box},.${c.end} .${c.box}`, 'stroke:var(--line);stroke-width:1.5'],
  [`.${c.solid}`, 'fill:var(--line)'],
  [`.${c.icon}`, 'fill:none;stroke:var(--dim);stroke-width:1.2;stroke-linecap:round;stroke-linejoin:round'],
  [`.${c.hatch}`, 'fill:none;stroke:var(--line);opacity:.45'],
  [`.${c.words},.${c.title}`, 'fill:var(--words)'],
  [`.${c.dim}`, 'fill:var(--dim)'],
  [`.${c.link}`, 'fill:var(--accent)'],
  [`.${c.pill}`, 'fill:var(--ground);stroke:var(--frame)'],
  [`.${c.urgent}>.${c.pill}`, 'fill:var(--words);stroke:var(--words)'],
  [`.${c.urgent}>.${c.dim}`, 'fill:var(--ground)'],
  [`.${c.rule}`, 'fill:none;stroke:var(--frame)'],
  [`.${c.error} .${c.sign}`, 'fill:var(--error)'],
  [`.${c.warning} .${c.sign}`, 'fill:var(--warning)'],
  [`.${c.count}`, 'fill:var(--onSign)'],
  [`.${c.line}`, 'fill:none;stroke:var(--line);stroke-width:1.3'],
  [`.${c.arrow}`, 'fill:var(--line)'],
  [`.${c.loop}>.${c.line}`, 'stroke-dasharray:6 4'],
  [`.${c.order}>.${c.line}`, 'stroke-width:1;stroke-dasharray:3 3'],
  [`.${c.later}>.${c.line}`, 'stroke:var(--warning);stroke-dasharray:6 4'],
  [`.${c.later}>.${c.arrow}`, 'fill:var(--warning)'],
  [`.${c.later} .${c.chip}`, 'stroke:var(--warning)'],
  [`.${c.circle}>.${c.line}`, 'stroke:var(--error);stroke-width:1.6;stroke-dasharray:9 3 2 3'],
  [`.${c.circle}>.${c.arrow}`, 'fill:var(--error)'],
  [`.${c.circle} .${c.chip}`, 'stroke:var(--error)'],
  [`.${c.handoffEdge}>.${c.line}`, 'stroke-dasharray:1.5 3;stroke-linecap:round'],
  [`.${c.halo}`, 'fill:none;stroke:var(--critical);stroke-width:1.5'],
  [`.${c.critical}>.${c.line}`, 'stroke:var(--critical);stroke-width:2.2'],
  [`.${c.critical}>.${c.arrow}`, 'fill:var(--critical)'],
  [`.${c.chip}`, 'fill:var(--ground)'],
  [`.${c.loop} .${c.chip}`, 'stroke:var(--frame)'],
  [`circle.${c.stop}`, 'fill:var(--ground);stroke:var(--line);stroke-width:1.5'],
];

/** Plain CSS; no rule of it depends on what is drawn. */
export const exportStyle: string = [
  `svg{color-scheme:light dark;${colours(light)}}`,
  `@media (prefers-color-scheme:dark){svg{${colours(dark)}}}`,
  ...rules.map(([selector, declarations]) => `${selector}{${declarations}}`),
].join('\n');
