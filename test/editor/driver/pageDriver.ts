/** The driver's calls, carried out on a page of the browser (or the desktop's window) by Playwright. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { artefactsFolder, root } from '../../../scripts/support/paths.ts';
import type { Driver, PageBox, Target } from './driver.ts';
import type { Servers } from './servers.ts';
import { windowWords } from './windowWords.ts';

/** `run` keeps the pictures of different runs apart. */
export function createPageDriver(page: Page, run: string, servers: Servers): Driver {
  const find = (target: Target): Locator => locate(page, target);
  return {
    press: keys => page.keyboard.press(keys),
    type: async text => {
      for (const [index, line] of text.split('\n').entries()) {
        if (index > 0) await page.keyboard.press('Enter');
        await page.keyboard.type(line);
      }
    },
    click: (target, { modifiers = [], ...options } = {}) =>
      find(target)
        .first()
        .click({ ...options, modifiers: [...modifiers] }),
    hover: target => find(target).first().hover(),
    waitFor: (target, state = 'visible') => find(target).first().waitFor({ state }),
    focus: target => focus(find(target).first()),
    count: target => find(target).count(),
    // The words of a drawing are not laid out as a page's, and have no inner text.
    texts: target =>
      find(target).evaluateAll(elements =>
        elements.map(each => (each instanceof HTMLElement ? each.innerText : (each.textContent ?? ''))),
      ),
    attribute: (target, name) => find(target).first().getAttribute(name),
    waitForValue: (target, value) => waitForValue(find(target).first(), value),
    boxes: (target, attribute) => boxes(find(target), attribute),
    wheel: async (target, by, key) => {
      await find(target).first().hover();
      if (key !== undefined) await page.keyboard.down(key);
      await page.mouse.wheel(by.x, by.y);
      if (key !== undefined) await page.keyboard.up(key);
    },
    drag: async (target, from, by) => {
      const box = await find(target).first().boundingBox();
      if (box === null) throw new Error('What is to be dragged is not seen');
      await page.mouse.move(box.x + from.x, box.y + from.y);
      await page.mouse.down();
      await page.mouse.move(box.x + from.x + by.x, box.y + from.y + by.y, { steps: 5 });
      await page.mouse.up();
    },
    accessibilityProblems: target => accessibilityProblems(find(target)),
    screenshot: name => screenshot(page, run, name),
    windowWords: () => windowWords(page),
    servers: servers.list,
    killServers: servers.kill,
    hangServers: servers.hang,
    resize: (width, height) => page.setViewportSize({ width, height }),
  };
}

function locate(page: Page, target: Target): Locator {
  if (typeof target === 'string') return page.locator(target);
  const [outermost, ...inner] = target.frames;
  if (outermost === undefined) return page.locator(target.selector);
  // While one page takes the place of another both are there for a moment; the one that was made last is meant.
  let frame = page.locator(outermost).last().contentFrame();
  for (const selector of inner) frame = frame.frameLocator(selector);
  return frame.locator(target.selector);
}

/** How long after it shows an input the editor focuses it, in milliseconds: in its box for a new name. */
const focusDelay = 100;

/**
 * The editor's own focus does nothing where a slow page has not drawn the input by then, and the keys stay in the text: a person
 * clicks. A page's timers fire in the order of their times, so behind one that begins once the input is seen that has been tried.
 */
async function focus(locator: Locator): Promise<void> {
  await locator.waitFor();
  const isFocused = await locator.evaluate(
    (element, delay) =>
      new Promise<boolean>(resolve => {
        setTimeout(() => resolve(element === document.activeElement), delay);
      }),
    focusDelay,
  );
  if (!isFocused) await locator.click();
}

/** A value is no attribute, so nothing tells of it: the page looks at each of its frames. */
async function waitForValue(locator: Locator, value: string): Promise<void> {
  const input = await locator.elementHandle();
  const frame = await input?.ownerFrame();
  if (input === null || frame == null) throw new Error('The input stands in no frame');
  await frame.waitForFunction(
    ([element, wanted]) => element instanceof HTMLInputElement && element.value === wanted,
    [input, value] as const,
  );
}

function boxes(locator: Locator, attribute: string): Promise<Readonly<Record<string, PageBox>>> {
  return locator.evaluateAll((elements, name) => {
    const found: Record<string, { x: number; y: number; width: number; height: number }> = {};
    for (const element of elements) {
      const { x, y, width, height } = element.getBoundingClientRect();
      found[element.closest(`[${name}]`)?.getAttribute(name) ?? ''] = { x, y, width, height };
    }
    return found;
  }, attribute);
}

/** The driver brings axe-core into the page: the page's own policy lets no foreign script in. */
async function accessibilityProblems(locator: Locator): Promise<readonly string[]> {
  const frame = await (await locator.first().elementHandle())?.ownerFrame();
  if (frame == null) throw new Error('The element stands in no frame');
  await frame.evaluate(axe.source);
  const found: unknown = await frame.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  return isAxeResult(found)
    ? found.violations.map(
        ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(node => node.html).join(' ')})`,
      )
    : ['axe-core gave no result'];
}

const isAxeResult = (value: unknown): value is Pick<axe.AxeResults, 'violations'> =>
  typeof value === 'object' && value !== null && 'violations' in value && Array.isArray(value.violations);

/** Keeps a picture of the page as `.artefacts/screenshots/<run>/<name>.png`. */
export async function screenshot(page: Page, run: string, name: string): Promise<string> {
  const folder = path.join(artefactsFolder, 'screenshots', run);
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name.replace(/[^\w.-]+/g, '-')}.png`);
  await page.screenshot({ path: file });
  return path.relative(root, file);
}
