import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { markerVariable } from '../../../scripts/editorHost.ts';
import { root } from '../../../scripts/support/paths.ts';
import { type ProcessInfo, processesWith } from '../../../scripts/support/processes.ts';
import { openWorkbench } from '../driver/openWorkbench.ts';
import { screenshot } from '../driver/pageDriver.ts';
import { workerServers } from '../driver/servers.ts';
import { openThroughQuickOpen, usePackagedExtension } from './support.ts';
import { describeAll, untilGone } from './untilGone.ts';

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

      await untilGone(markerVariable, workbench.host.marker, each => isServer(each) || isExtensionHost(each));
    } finally {
      await workbench.close();
    }
    await untilGone(markerVariable, workbench.host.marker);
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
