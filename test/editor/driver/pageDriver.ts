/** The driver's calls, carried out on a page of the browser (or the desktop's window) by Playwright. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { artefactsFolder, root } from '../../../scripts/support/paths.ts';
import type { Driver, Target } from './driver.ts';
import type { Servers } from './servers.ts';

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
    count: target => find(target).count(),
    texts: target => find(target).allInnerTexts(),
    attribute: (target, name) => find(target).first().getAttribute(name),
    screenshot: name => screenshot(page, run, name),
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
  let frame = page.frameLocator(outermost);
  for (const selector of inner) frame = frame.frameLocator(selector);
  return frame.locator(target.selector);
}

/** Keeps a picture of the page as `.artefacts/screenshots/<run>/<name>.png`. */
export async function screenshot(page: Page, run: string, name: string): Promise<string> {
  const folder = path.join(artefactsFolder, 'screenshots', run);
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name.replace(/[^\w.-]+/g, '-')}.png`);
  await page.screenshot({ path: file });
  return path.relative(root, file);
}
