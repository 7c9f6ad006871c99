/** The toolbar: zoom, fit, lock, and a menu of exports. One stop for Tab; arrow keys go from button to button. */
import type { GraphAction, GraphWords } from '../messages.ts';
import { icon } from './icons.ts';
import { filled } from './labels.ts';

export interface ToolbarActions {
  act(action: GraphAction): void;
  lock(locked: boolean): void;
  export(format: 'svg' | 'mermaid'): void;
}

export interface Toolbar {
  readonly element: HTMLElement;
  /** `zoom` in CSS pixels per unit; `enabled`: there is a drawing. */
  update(zoom: number, locked: boolean, enabled: boolean): void;
}

export function createToolbar(page: Document, words: GraphWords, actions: ToolbarActions): Toolbar {
  const element = page.createElement('div');
  element.className = 'toolbar';
  element.setAttribute('role', 'toolbar');
  element.setAttribute('aria-label', words.toolbar);
  const button = (name: string, run: () => void): HTMLButtonElement => {
    const made = page.createElement('button');
    made.type = 'button';
    setName(made, name);
    made.addEventListener('click', run);
    return made;
  };
  const zoomOut = button(words.zoomOut, () => actions.act('zoomOut'));
  zoomOut.append(icon(page, 'zoomOut'));
  const percentage = button('', () => actions.act('resetZoom'));
  percentage.className = 'percentage';
  const zoomIn = button(words.zoomIn, () => actions.act('zoomIn'));
  zoomIn.append(icon(page, 'zoomIn'));
  const fit = button(words.fit, () => actions.act('fit'));
  fit.append(icon(page, 'fit'));
  let isLocked = false;
  /** What the buttons show, as a text: what does not change is not touched, so that moving the drawing touches nothing else. */
  let shown = '';
  const lock = button(words.lock, () => actions.lock(!isLocked));
  const exportMenu = createExportMenu(
    page,
    words,
    button(words.export, () => undefined),
    actions,
  );
  const buttons = [zoomOut, percentage, zoomIn, fit, lock, exportMenu.button];
  element.append(zoomOut, percentage, zoomIn, fit, lock, exportMenu.element);
  roveAmong(element, buttons);

  return {
    element,
    update: (zoom, locked, enabled) => {
      const percent = String(Math.round(zoom * 100));
      const now = `${percent} ${locked} ${enabled}`;
      if (now === shown) return;
      shown = now;
      isLocked = locked;
      percentage.textContent = `${percent} %`;
      setName(percentage, filled(words.resetZoom, percent));
      lock.replaceChildren(icon(page, locked ? 'locked' : 'unlocked'));
      lock.setAttribute('aria-pressed', String(locked));
      for (const each of buttons) if (each !== lock) each.setAttribute('aria-disabled', String(!enabled));
    },
  };
}

function setName(button: HTMLElement, name: string): void {
  button.setAttribute('aria-label', name);
  button.title = name;
}

/** Arrow keys, Home and End move the focus, and the one that had it last is the one that Tab comes to. */
function roveAmong(element: HTMLElement, buttons: readonly HTMLElement[]): void {
  const makeCurrent = (current: HTMLElement): void => {
    for (const each of buttons) each.tabIndex = each === current ? 0 : -1;
  };
  const [first] = buttons;
  if (first !== undefined) makeCurrent(first);
  element.addEventListener('focusin', ({ target }) => {
    const current = buttons.find(each => each === target);
    if (current !== undefined) makeCurrent(current);
  });
  element.addEventListener('keydown', event => {
    const at = event.target instanceof HTMLElement ? buttons.indexOf(event.target) : -1;
    if (at < 0) return;
    const next = targetOf(event.key, at, buttons.length);
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  });
}

function targetOf(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

interface ExportMenu {
  readonly element: HTMLElement;
  readonly button: HTMLButtonElement;
}

function createExportMenu(
  page: Document,
  words: GraphWords,
  button: HTMLButtonElement,
  actions: ToolbarActions,
): ExportMenu {
  const element = page.createElement('div');
  element.className = 'menu-button';
  button.append(icon(page, 'export'));
  button.setAttribute('aria-haspopup', 'menu');
  const menu = page.createElement('div');
  menu.className = 'menu';
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', words.export);
  const item = (name: string, format: 'svg' | 'mermaid'): HTMLElement => {
    const made = page.createElement('div');
    made.setAttribute('role', 'menuitem');
    made.tabIndex = -1;
    made.textContent = name;
    made.addEventListener('click', () => {
      close(true);
      actions.export(format);
    });
    return made;
  };
  const items = [item(words.exportSvg, 'svg'), item(words.copyMermaid, 'mermaid')];
  menu.append(...items);
  element.append(button, menu);

  const open = (at: number): void => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    menu.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    items.at(at)?.focus();
  };
  const close = (refocus: boolean): void => {
    if (menu.hidden) return;
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (refocus) button.focus();
  };
  menu.hidden = true;
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => (menu.hidden ? open(0) : close(true)));
  button.addEventListener('keydown', event => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    open(event.key === 'ArrowDown' ? 0 : -1);
  });
  menu.addEventListener('keydown', event => {
    const at = event.target instanceof HTMLElement ? items.indexOf(event.target) : -1;
    event.stopPropagation();
    switch (event.key) {
      case 'ArrowDown':
        items.at((at + 1) % items.length)?.focus();
        break;
      case 'ArrowUp':
        items.at(at - 1)?.focus();
        break;
      case 'Enter':
      case ' ':
        items.at(at)?.click();
        break;
      case 'Escape':
        close(true);
        break;
      case 'Tab':
        close(true);
        return;
      default:
        return;
    }
    event.preventDefault();
  });
  element.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !element.contains(relatedTarget)) close(false);
  });
  return { element, button };
}
