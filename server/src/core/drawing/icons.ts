/** Small pictures of lines, 12 by 12 around a middle: of who acts, and of what a card is. */
import { classes } from './classes.ts';
import { at, element, path, rectangle } from './shapes.ts';
import type { SvgElement } from './svgElement.ts';

const pictures = {
  person: 'M-2.4 -2.6a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0 -4.8 0M-4.8 5.4a4.8 4.6 0 0 1 9.6 0',
  team: 'M-3.8 -2.4a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M-5.8 4.8a4 4 0 0 1 8 0M2.4 -4.2a2 2 0 0 1 0 3.7M4.2 1.4a4 4 0 0 1 1.8 3.4',
  chain:
    'M-0.6 1.8l-1.6 1.6a2.1 2.1 0 0 1 -3 -3l2.2 -2.2a2.1 2.1 0 0 1 3 0M0.6 -1.8l1.6 -1.6a2.1 2.1 0 0 1 3 3l-2.2 2.2a2.1 2.1 0 0 1 -3 0',
  folded: 'M-1.8 -4l4 4l-4 4',
  unfolded: 'M-4 -1.8l4 4l4 -4',
  document: 'M-3.5 -5h4.5l2.5 2.5v7.5h-7zM-1.5 0h3M-1.5 2.5h3',
  tick: 'M-5 0.5l3.5 3.5l6.5 -8',
} as const;

export const icon = (name: keyof typeof pictures, x: number, y: number): SvgElement =>
  element('g', { class: classes.icon, transform: at(x, y) }, [path(classes.icon, pictures[name])]);

/** Folds or unfolds a phase or parallel: its sign, and around that a room to click on. */
export const toggle = (id: string, isFolded: boolean, x: number, y: number): SvgElement =>
  element('g', { class: classes.toggle, 'data-toggle': id, transform: at(x, y) }, [
    rectangle(classes.handle, { x: -10, y: -10, width: 20, height: 20 }, 4),
    path(classes.icon, isFolded ? pictures.folded : pictures.unfolded),
  ]);
