/** The page around the drawing: what the chain is, the toolbar, the canvas, and the notice over it. */
import type { ChainGraph } from '../../../../../server/src/lsp/protocol.ts';
import type { GraphWords, Notice } from '../messages.ts';
import { filled } from './labels.ts';
import type { Arrangement } from './layouts.ts';
import { subjectFacts } from './subject.ts';
import type { Toolbar } from './toolbar.ts';

export interface Shell {
  readonly canvas: HTMLElement;
  /** The tree of nodes, for a screen reader and for the focus. */
  readonly drawing: SVGSVGElement;
  /** What is moved and zoomed. */
  readonly scene: SVGGElement;
  showSubject(graph: ChainGraph | undefined): void;
  /** `alone`: there is no drawing below it. */
  showNotice(notice: Notice | undefined, alone: boolean): void;
  /** Says where the drawing is not as it could be. */
  showArrangement(arrangement: Arrangement): void;
  /** What was painted, for whoever waits for it. */
  mark(uri: string, version: number): void;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

export interface ShellActions {
  /** The link of the notice was chosen. */
  follow(): void;
  /** The link beside a simple arrangement was chosen. */
  layOutAgain(): void;
}

/** Builds the page. */
export function createShell(
  page: Document,
  words: GraphWords,
  toolbar: Toolbar,
  { follow, layOutAgain }: ShellActions,
): Shell {
  const main = make(page, 'main', 'graph');
  const header = make(page, 'div', 'header');
  const about = make(page, 'div', 'about');
  const title = make(page, 'h1', 'title');
  const facts = make(page, 'p', 'facts');
  about.append(title, facts);
  header.append(about, toolbar.element);
  const canvas = make(page, 'div', 'canvas');
  const drawing = page.createElementNS(svgNamespace, 'svg');
  drawing.setAttribute('role', 'tree');
  const scene = page.createElementNS(svgNamespace, 'g');
  drawing.append(scene);
  const notice = createNotice(page, follow);
  const arrangement = createArrangement(page, words, layOutAgain);
  canvas.append(drawing, notice.element, arrangement.element);
  main.append(header, canvas);
  page.body.replaceChildren(main);

  return {
    canvas,
    drawing,
    scene,
    showSubject: graph => {
      const name = graph?.subject.title ?? '';
      setText(title, name);
      title.title = name;
      const said = graph === undefined ? '' : subjectFacts(graph, words);
      setText(facts, said);
      facts.title = said;
      drawing.setAttribute('aria-label', filled(words.canvas, name));
    },
    showNotice: notice.show,
    showArrangement: arrangement.show,
    mark: (uri, version) => {
      main.dataset['uri'] = uri;
      main.dataset['version'] = String(version);
    },
  };
}

function createNotice(
  page: Document,
  follow: () => void,
): { readonly element: HTMLElement; show(notice: Notice | undefined, alone: boolean): void } {
  const element = make(page, 'div', 'notice');
  element.setAttribute('role', 'status');
  const text = make(page, 'span', 'notice-text');
  const link = page.createElement('button');
  link.type = 'button';
  link.className = 'link';
  link.addEventListener('click', follow);
  element.append(text, link);
  element.hidden = true;
  return {
    element,
    show: (notice, alone) => {
      element.hidden = notice === undefined;
      element.className = `notice ${notice?.kind ?? ''}${alone ? ' alone' : ''}`;
      setText(text, notice?.text ?? '');
      text.title = notice?.text ?? '';
      setText(link, notice?.link ?? '');
      link.hidden = notice?.link === undefined;
    },
  };
}

/** At the foot of the drawing, over it. */
function createArrangement(
  page: Document,
  words: GraphWords,
  layOutAgain: () => void,
): { readonly element: HTMLElement; show(arrangement: Arrangement): void } {
  const element = make(page, 'div', 'notice arrangement');
  element.setAttribute('role', 'status');
  const text = make(page, 'span', 'notice-text');
  const link = page.createElement('button');
  link.type = 'button';
  link.className = 'link';
  link.textContent = words.layOutAgain;
  link.addEventListener('click', layOutAgain);
  element.append(text, link);
  element.hidden = true;
  return {
    element,
    show: arrangement => {
      element.hidden = arrangement === 'full';
      link.hidden = arrangement !== 'simple';
      setText(text, arrangement === 'large' ? words.largeSuite : words.simpleLayout);
    },
  };
}

function make(page: Document, name: string, className: string): HTMLElement {
  const element = page.createElement(name);
  element.className = className;
  return element;
}

/** A text that is set again is announced again, so only a new one is. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
