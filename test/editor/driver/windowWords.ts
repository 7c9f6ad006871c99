/** The window in words: a log goes where its pictures do not. */
import type { Page } from 'playwright-core';

/** What may stand in a test's way, or show how far it came, by its selector in the workbench. */
const parts: Readonly<Record<string, string>> = {
  tab: '.tab.active',
  dialog: '.monaco-dialog-box',
  notification: '.notification-toast',
  'quick input': '.quick-input-widget',
  menu: '.monaco-menu',
  suggestions: '.suggest-widget',
  hover: '.monaco-hover',
  'action menu': '.action-widget',
  find: '.find-widget.visible',
  'rename box': '.rename-box',
  selected: '.monaco-list-row.selected',
};

const mostCharacters = 300;

/** One line for each part that is seen: its name, and its words as far as they are few. The first tells where the keys go. */
export async function windowWords(page: Page): Promise<readonly string[]> {
  const frames = await Promise.all(
    page.frames().map(frame =>
      frame.evaluate(() => {
        const { activeElement } = document;
        if (activeElement === null || activeElement === document.body) return undefined;
        const label = activeElement.getAttribute('aria-label') ?? activeElement.textContent ?? '';
        return `${activeElement.tagName.toLowerCase()} "${label.slice(0, 80)}"`;
      }),
    ),
  );
  const seen = await page.evaluate(selectors => {
    const lines: string[] = [];
    for (const [name, selector] of Object.entries(selectors)) {
      for (const element of document.querySelectorAll<HTMLElement>(selector)) {
        if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        const values = [...element.querySelectorAll('input')].map(input => `[${input.value}]`);
        lines.push(`${name}: ${[...values, element.innerText].join(' ').replace(/\s+/g, ' ')}`);
      }
    }
    return lines;
  }, parts);
  const focus = frames.filter(each => each !== undefined).join(' > ');
  return [`focus: ${focus}`, ...seen].map(line =>
    line.length > mostCharacters ? `${line.slice(0, mostCharacters)}…` : line,
  );
}
