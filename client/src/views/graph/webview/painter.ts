/** Paints a state, and of it only what differs from the one before. */
import type { Drawing } from '../../../../../server/src/core/drawing/drawing.ts';
import type { GraphWords } from '../messages.ts';
import { moreToSay, type Said } from './labels.ts';
import type { Layouts } from './layouts.ts';
import { patchChildren } from './patch.ts';
import { type Scene, scene } from './scene.ts';
import type { Shell } from './shell.ts';
import { emptyState, type GraphState } from './state.ts';
import type { Toolbar } from './toolbar.ts';

export interface Painter {
  paint(state: GraphState, locked: boolean): void;
  /** Gives the focus to the selected node. */
  focusSelected(): void;
}

export function createPainter(
  shell: Shell,
  toolbar: Toolbar,
  words: GraphWords,
  layouts: Pick<Layouts, 'arrangement'>,
): Painter {
  let painted: GraphState = emptyState;
  let last: Scene | undefined;
  let said: Said | undefined;

  const focusSelected = (): void => {
    // The one that Tab comes to is the selected one.
    const element = shell.scene.querySelector('[tabindex="0"]');
    if (element instanceof SVGElement) element.focus({ preventScroll: true });
  };
  const nextScene = (state: GraphState, drawing: Drawing | undefined): Scene | undefined => {
    if (drawing === undefined || said === undefined) return undefined;
    return scene({ state, drawing, more: said.more, atCursor: words.atCursor }, last);
  };
  const paintScene = (state: GraphState): void => {
    const { drawing, graph } = state;
    const isAsBefore =
      drawing === painted.drawing &&
      state.selected === painted.selected &&
      state.cursor === painted.cursor &&
      state.viewport === painted.viewport &&
      state.size === painted.size;
    if (isAsBefore) return;
    if (graph === undefined) said = undefined;
    else if (graph !== said?.graph) said = moreToSay(graph, state.stale, words, said);
    const next = nextScene(state, drawing);
    const hadFocus = shell.scene.contains(document.activeElement);
    patchChildren(shell.scene, last?.elements ?? [], next?.elements ?? []);
    last = next;
    // What had the focus may be gone, or another element by its new name.
    if (hadFocus && !shell.scene.contains(document.activeElement)) focusSelected();
  };

  return {
    focusSelected,
    paint: (state, locked) => {
      paintScene(state);
      const { viewport, graph, notice } = state;
      if (graph !== painted.graph || painted === emptyState) shell.showSubject(graph);
      if (notice !== painted.notice || graph !== painted.graph || painted === emptyState)
        shell.showNotice(notice, graph === undefined);
      if (state.drawing !== painted.drawing || painted === emptyState)
        shell.showArrangement(graph === undefined ? 'full' : layouts.arrangement(graph, state.collapsed));
      if (viewport !== undefined && viewport !== painted.viewport) {
        const { x, y, zoom } = viewport;
        shell.scene.setAttribute('transform', `translate(${-x * zoom} ${-y * zoom}) scale(${zoom})`);
      }
      toolbar.update(viewport?.zoom ?? 1, locked, graph !== undefined);
      painted = state;
      if (state.uri !== '') shell.mark(state.uri, state.version);
    },
  };
}
