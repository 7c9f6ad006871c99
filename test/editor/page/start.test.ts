import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../scripts/browser.ts';
import { root } from '../../../scripts/support/paths.ts';
import { screenshot } from '../driver/pageDriver.ts';
import { untilGone } from './untilGone.ts';

/** All that the script starts inherits it. */
const marker = 'SKILL_CHAINS_START_TEST';

describe('npm start', () => {
  let browser: Browser | undefined;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());

  it('shows the bundled chains behind a token, takes another port than a taken one, and ends all with Ctrl-C', async () => {
    const occupant = createServer();
    await new Promise<void>(resolve => occupant.listen(0, '127.0.0.1', resolve));
    const taken = occupant.address();
    assert.ok(taken !== null && typeof taken === 'object');
    const id = randomUUID();
    const args = [path.join(root, 'scripts/start.ts'), '--no-open', '--port', String(taken.port)];
    const script = spawn(process.execPath, args, {
      env: { ...process.env, [marker]: id },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const address = new URL(await addressIn(script.stdout));
      assert.notEqual(Number(address.port), taken.port);
      assert.equal((await fetch(address.origin)).status, 403);

      const page = await present(browser).newPage();
      await page.goto(address.href);
      await page.getByRole('treeitem', { name: 'incident-management', exact: true }).click();
      await page
        .getByRole('treeitem', { name: /\.chain\.yaml/ })
        .first()
        .dblclick();
      await page.locator('.tab.active[aria-label*=".chain.yaml"]').waitFor();
      await page.locator('#status\\.editor\\.mode', { hasText: 'Skill Chain' }).waitFor();
      await screenshot(page, 'page', 'start');
      await page.close();
    } finally {
      occupant.close();
      script.kill('SIGINT');
      const [code] = await once(script, 'exit');
      assert.equal(code, 130);
    }
    await untilGone(marker, id);
  });
});

/** The address that the script prints. */
async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const part of output) {
    text += String(part);
    const address = /http:\/\/\S+/.exec(text)?.[0];
    if (address !== undefined && text.includes('Ctrl-C')) return address;
  }
  throw new Error(`The script ended without an address:\n${text}`);
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Only within a test');
  return value;
}
