/** What the page tests share: one browser for the file, and the packaged extension. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/browser.ts';
import { packageExtension } from '../../../scripts/package.ts';

export interface PageTests {
  readonly browser: () => Browser;
  /** The path of the package. */
  readonly vsix: () => string;
}

/** Launches a browser and packages the extension before the file's tests; closes and deletes them afterwards. */
export function usePackagedExtension(): PageTests {
  let browser: Browser | undefined;
  let place: string | undefined;
  let vsix: string | undefined;
  before(async () => {
    place = await mkdtemp(path.join(os.tmpdir(), 'skill-chains-page-'));
    vsix = path.join(place, 'skill-chains.vsix');
    await packageExtension(vsix);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    if (place !== undefined) await rm(place, { recursive: true, force: true });
  });
  return { browser: () => present(browser), vsix: () => present(vsix) };
}

/** Opens a file by its name with the keyboard. */
export async function openThroughQuickOpen(page: Page, file: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+P');
  await page.locator('.quick-input-widget input').fill(file);
  await page.locator(`.quick-input-list .monaco-list-row[aria-label*="${file}"]`).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`.tab.active[aria-label^="${file}"]`).waitFor();
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Only within a test');
  return value;
}
