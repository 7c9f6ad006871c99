import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { markerVariable } from '../../../scripts/editorHost.ts';
import { root } from '../../../scripts/support/paths.ts';
import { type ProcessInfo, processesWith } from '../../../scripts/support/processes.ts';
import { openWorkbench, type Workbench } from '../driver/openWorkbench.ts';
import { screenshot } from '../driver/pageDriver.ts';
import { workerServers } from '../driver/servers.ts';
import { openThroughQuickOpen, usePackagedExtension } from './support.ts';

const { browser, vsix } = usePackagedExtension();

const isServer = ({ command }: ProcessInfo): boolean => /dist[/\\]server\.js/.test(command);
const isExtensionHost = ({ command }: ProcessInfo): boolean => command.includes('--type=extensionHost');

describe('The packaged extension in a window of its own', () => {
  it('finds what is wrong, and leaves no process when the window closes', async () => {
    const workbench = await openWorkbench({
      browser: browser(),
      vsix: vsix(),
      folder: path.join(root, 'test/editor/workspaces/chains'),
      files: { 'broken.chain.yaml': 'chain: broken\ntitle: Broken\nstesp: []\n' },
    });
    try {
      await openThroughQuickOpen(workbench.page, 'broken.chain.yaml');
      await workbench.page.locator('.squiggly-error').first().waitFor();
      await screenshot(workbench.page, 'page', 'packaged');
      const running = await processesWith(markerVariable, workbench.host.marker);
      assert.equal(running.filter(isServer).length, 1, describeAll(running));
      assert.ok(running.some(isExtensionHost), describeAll(running));

      await workbench.closeWindow();

      await untilGone(workbench, process => isServer(process) || isExtensionHost(process));
    } finally {
      await workbench.close();
    }
    assert.deepEqual(await processesWith(markerVariable, workbench.host.marker), []);
  });

  it('runs in the web worker where a person wants that, and starts its server from the far side it is installed on', async () => {
    const workbench = await openWorkbench({
      browser: browser(),
      vsix: vsix(),
      folder: path.join(root, 'test/editor/workspaces/chains'),
      files: {
        'broken.chain.yaml': 'chain: broken\ntitle: Broken\nsteps:\n  - skill: autor\n    do: Write\n',
      },
      settings: { 'remote.extensionKind': { 'skill-chains.skill-chains': ['web'] } },
    });
    try {
      await openThroughQuickOpen(workbench.page, 'broken.chain.yaml');
      // Known only to whom the catalogue was read.
      await workbench.page.locator('.squiggly-warning').first().waitFor();
      const running = await processesWith(markerVariable, workbench.host.marker);
      assert.deepEqual(running.filter(isServer), []);
      assert.equal((await workerServers(workbench.page).list()).length, 1);
    } finally {
      await workbench.close();
    }
  });
});

/** Processes tell nobody when they end, so this one looks again and again, up to a limit. */
async function untilGone({ host }: Workbench, isLeft: (process: ProcessInfo) => boolean): Promise<void> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const left = (await processesWith(markerVariable, host.marker)).filter(isLeft);
    if (left.length === 0) return;
    if (performance.now() > deadline) assert.fail(`Left 20 s after the window closed:\n${describeAll(left)}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

const describeAll = (all: readonly ProcessInfo[]): string =>
  all.map(({ pid, command }) => `${pid} ${command}`).join('\n');
