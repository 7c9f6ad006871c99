/** The graph's page: takes what the editor tells, paints it, and tells what a person does. */
import { neighbour } from '../../../../../server/src/core/drawing/navigation.ts';
import { engineFile } from '../../../../../server/src/layout/elkEngine.ts';
import type { FromPage, GraphWords } from '../messages.ts';
import { readToPage } from '../readMessages.ts';
import { createPageEngine } from './engine.ts';
import { createInbox } from './inbox.ts';
import { deedOf, type KeyDeed } from './keyboard.ts';
import { createLayouts, type Layouts } from './layouts.ts';
import { createPainter, type Painter } from './painter.ts';
import { followPointer } from './pointer.ts';
import { drawnNodes } from './scene.ts';
import { createShell } from './shell.ts';
import {
  acted,
  collapsedBy,
  collapsedIn,
  cursorMoved,
  drawnNode,
  emptyState,
  type GraphState,
  redrawn,
  sameDrawing,
  scrolled,
  selected,
  shown,
  sized,
  toggled,
  zoomedBy,
} from './state.ts';
import { keptOf, readStore, remembering } from './store.ts';
import { createTold, type PageMessage } from './told.ts';
import { createToolbar } from './toolbar.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const editor = acquireVsCodeApi();

/** The page's own script: what it loads later stands beside it. */
const ownAddress = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';

function pageLayouts(): Layouts {
  const engine = createPageEngine(new URL(engineFile, ownAddress).toString());
  const after = (milliseconds: number, run: () => void): (() => void) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  };
  return createLayouts({ ...engine, after });
}

/** Begins once the editor said in which words to speak. */
function start(words: GraphWords, uri: string, startsLocked: boolean): (message: PageMessage) => void {
  let locked = startsLocked;
  let entering = false;
  let state: GraphState = emptyState;
  let store = { ...readStore(editor.getState()), uri, locked };
  editor.setState(store);
  const layouts = pageLayouts();

  const about = (): { readonly uri: string; readonly version: number } => ({
    uri: state.uri,
    version: state.version,
  });
  const become = (next: GraphState): void => {
    if (next === state) return;
    state = next;
    painter.paint(state, locked);
    store = remembering(store, state, locked);
    editor.setState(store);
  };
  /** Lays a suite out again, and waits longer: a person asked for it. */
  const layOutAgain = async (): Promise<void> => {
    const { graph, collapsed } = state;
    if (graph === undefined) return;
    await layouts.prepare(graph, collapsed, longPatience);
    if (state.graph === graph) become(redrawn(state, layouts.draw));
  };
  const toolbar = createToolbar(document, words, {
    act: action => become(acted(state, action)),
    lock: to => editor.postMessage({ type: 'lock', locked: to }),
    export: format => editor.postMessage({ type: 'export', uri: state.uri, format }),
  });
  const shell = createShell(document, words, toolbar, {
    follow: () => editor.postMessage({ type: 'follow', ...about() }),
    layOutAgain: () => void layOutAgain(),
  });
  const painter: Painter = createPainter(shell, toolbar, words, layouts);
  const { canvas } = shell;
  const measured = (): GraphState => sized(state, { width: canvas.clientWidth, height: canvas.clientHeight });

  const choose = (id: string | undefined): void => {
    become(selected(state, id));
    painter.focusSelected();
  };
  const reveal = (id: string, how: 'look' | 'go'): void =>
    editor.postMessage({ type: 'reveal', ...about(), id, how });
  /** Opens the chain that a node names; where it names none, goes to its text. */
  const open = (id: string): void => {
    const names = state.graph?.nodes.find(node => node.id === id)?.opens !== undefined;
    if (names) editor.postMessage({ type: 'open', ...about(), id });
    else reveal(id, 'go');
  };
  const toggle = async (id: string): Promise<void> => {
    const { graph } = state;
    const collapsed = collapsedBy(state, id);
    if (graph === undefined || collapsed === undefined) return;
    if (!layouts.isReady(graph, collapsed)) await layouts.prepare(graph, collapsed);
    become(toggled(state, id, layouts.draw));
  };
  const act = (deed: KeyDeed): void => {
    const { graph, drawing } = state;
    if (deed.kind === 'leave') editor.postMessage({ type: 'leave', uri: state.uri });
    if (graph === undefined || drawing === undefined) return;
    const order = drawnNodes(drawing);
    const current = state.selected === undefined ? order[0] : drawnNode(state, state.selected);
    if (current === undefined) return;
    switch (deed.kind) {
      case 'go':
        // The first key shows where one is.
        choose(
          state.selected === undefined
            ? current
            : (neighbour(graph, drawing, current, deed.direction) ?? current),
        );
        break;
      case 'first':
        choose(order[0]);
        break;
      case 'last':
        choose(order.at(-1));
        break;
      case 'reveal':
        reveal(current, 'go');
        break;
      case 'open':
        open(current);
        break;
      case 'toggle':
        void toggle(current);
        break;
      case 'scroll':
        become(scrolled(state, 0, deed.pages * state.size.height));
        break;
      case 'act':
        become(acted(state, deed.action));
        break;
    }
  };

  canvas.addEventListener('keydown', event => {
    const deed = shell.drawing.contains(asNode(event.target)) ? deedOf(event) : undefined;
    if (deed === undefined) return;
    event.preventDefault();
    act(deed);
  });
  // The focus may come by Tab, and it is the selection. An SVG element that listens for it would get it, so its parent listens.
  canvas.addEventListener('focusin', ({ target }) => {
    const id = target instanceof Element ? target.getAttribute('data-id') : null;
    if (id !== null && id !== state.selected && !entering) become(selected(state, id));
  });
  // Or with a key of the editor's, which names no element: then it goes where it would go by Tab, and nothing scrolls.
  window.addEventListener('focus', () => {
    if (document.activeElement !== document.body || canvas.matches(':active')) return;
    entering = true;
    painter.focusSelected();
    entering = false;
  });
  followPointer(canvas, {
    scroll: (x, y) => become(scrolled(state, x, y)),
    zoom: (factor, at) => become(zoomedBy(state, factor, at)),
    click: (id, onToggle) => {
      if (id === undefined) return;
      choose(id);
      if (onToggle) void toggle(id);
      else reveal(id, 'look');
    },
    doubleClick: open,
  });
  new ResizeObserver(() => become(measured())).observe(canvas);
  state = measured();
  painter.paint(state, locked);

  const take = async (message: PageMessage): Promise<void> => {
    switch (message.type) {
      case 'show': {
        const { graph, uri: shownUri } = message;
        const collapsed = collapsedIn(state, message, keptOf(store, shownUri));
        if (graph !== null && !layouts.isReady(graph, collapsed)) await layouts.prepare(graph, collapsed);
        become(shown(state, message, layouts.draw, keptOf(store, shownUri)));
        break;
      }
      case 'same':
        become(sameDrawing(state, message.uri, message.version));
        break;
      case 'cursor':
        become(cursorMoved(state, message.uri, message.id));
        break;
      case 'act':
        become(acted(state, message.action));
        break;
      case 'locked':
        locked = message.locked;
        become({ ...state });
        break;
    }
  };
  // What is shown next makes what waits to be shown old.
  return createInbox(take, (waiting, next) => waiting.type === 'show' && next.type === 'show');
}

/** Milliseconds that a layout may take which a person asked for. */
const longPatience = 30_000;

const asNode = (target: EventTarget | null): Node | null => (target instanceof Node ? target : null);

let take: ((message: PageMessage) => void) | undefined;
const told = createTold(uri => editor.postMessage({ type: 'lost', uri }));

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = readToPage(data);
  if (message === undefined) {
    editor.postMessage({ type: 'rejected', reason: 'The page knows no such message.' });
  } else if (message.type === 'rejected') {
    console.warn(message.reason);
  } else if (message.type === 'start') {
    take ??= start(message.words, message.uri, message.locked);
  } else {
    const known = told(message);
    if (known !== undefined) take?.(known);
  }
});
editor.postMessage({ type: 'ready' });
