import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { FrameLocator, Page } from 'playwright-core';
import { root } from '../../../scripts/support/paths.ts';
import { openWorkbench } from '../driver/openWorkbench.ts';
import { screenshot } from '../driver/pageDriver.ts';
import { openThroughQuickOpen, usePackagedExtension } from './support.ts';

const { browser, vsix } = usePackagedExtension();

const chain = 'sev1-production-incident.chain.yaml';

describe('The graph of the packaged extension', () => {
  it('opens, and is there again after a reload of the window, as it was left', async () => {
    const workbench = await openWorkbench({
      browser: browser(),
      vsix: vsix(),
      folder: path.join(root, 'chains'),
    });
    try {
      const { page } = workbench;
      await openThroughQuickOpen(page, chain);
      await page.locator('.editor-actions .action-label[aria-label^="Open Graph"]').click();
      await graphOf(page).locator('.graph[data-version]').waitFor();

      await graphOf(page).locator('.chain-toggle[data-toggle="investigate"]').click();
      await graphOf(page).locator('.chain-checkpoint').click();
      await graphOf(page).getByRole('button', { name: 'Zoom in' }).click();
      await graphOf(page).getByRole('button', { name: 'Keep showing this chain' }).click();
      await page.locator('.tab[aria-label^="[Graph] SEV1"]').waitFor();
      const before = await stateOf(graphOf(page));
      assert.equal(before.expanded, 'false');

      await reloadWindow(page);
      await page.locator('.tab[aria-label^="[Graph] SEV1"]').waitFor({ timeout: 60_000 });
      await graphOf(page).locator('.graph[data-version]').waitFor();
      assert.deepEqual(await stateOf(graphOf(page)), before);
      await screenshot(page, 'page', 'graph-after-reload');
    } finally {
      await workbench.close();
    }
  });
});

const graphOf = (page: Page): FrameLocator =>
  page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');

/** What a person set up in the graph. */
async function stateOf(graph: FrameLocator) {
  return {
    zoom: await graph.locator('.percentage').innerText(),
    place: await graph.locator('.canvas > svg > g').getAttribute('transform'),
    selected: await graph.locator('[aria-selected="true"]').getAttribute('data-id'),
    expanded: await graph.locator('[role="treeitem"][data-id="investigate"]').getAttribute('aria-expanded'),
    locked: await graph.locator('button[aria-pressed]').getAttribute('aria-pressed'),
  };
}

/** As a person does: the browser's own reload does not wait until the editor has kept what it shows. */
async function reloadWindow(page: Page): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill('>Developer: Reload Window');
  await page.locator('.quick-input-list .monaco-list-row.focused[aria-label*="Reload Window"]').waitFor();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}
