/** A server that does not stay alive: what a person sees of it, and how they get it back. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { commands } from 'vscode';
import { closeAll, openText, setText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { untilFindings } from './support/findings.ts';

const text = (key: string) =>
  `chain: ends\ntitle: Ends\nsteps:\n  - skill: author\n    do: Write\n${key}: 1\n`;
const statusItem = '#skill-chains\\.skill-chains\\.skillChains\\.server, [id$="skillChains.server"]';
// The test driver's window keeps messages in their list, which is opened to see them.
const message = '.notifications-center .notification-list-item:has-text("ended several times")';

describe('A language server that ends again and again', () => {
  before(() => commands.executeCommand('skillChains.restartServer'));
  after(closeAll);

  it('is given up after the fifth time, with one message and a way back', async () => {
    const editor = await openText('ends.chain.yaml', text('start'));
    const { uri } = editor.document;
    for (const key of ['one', 'two', 'three', 'four', 'five']) {
      await setText(editor, text(key));
      await untilFindings(uri, `a finding for ${key}`, found =>
        found.some(({ message: words }) => words.includes(`"${key}"`)),
      );
      assert.equal(await drive.count(statusItem), 0);
      await drive.killServers();
    }
    await drive.waitFor(statusItem);
    await commands.executeCommand('notifications.showList');
    await drive.waitFor(message);
    assert.equal(await drive.count(message), 1);
    assert.deepEqual(await drive.servers(), []);
    await drive.screenshot('server-given-up');
    await drive.click(`${message} a:has-text("Restart")`);
    await untilFindings(uri, 'the findings again', found => found.length > 0);
    await drive.waitFor(statusItem, 'hidden');
    await drive.waitFor(message, 'hidden');
    assert.equal((await drive.servers()).length, 1);
  });
});
