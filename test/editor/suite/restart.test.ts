import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import { commands } from 'vscode';
import { closeAll, openText, setText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { untilFindings } from './support/findings.ts';

const withUnknownKey = (key: string) =>
  `chain: killed\ntitle: Killed\nsteps:\n  - skill: author\n    do: Write\n${key}: 1\n`;

describe('A language server that is killed', () => {
  after(closeAll);

  it('comes back and knows what was written meanwhile', async () => {
    const editor = await openText('killed.chain.yaml', withUnknownKey('one'));
    const { uri } = editor.document;
    await untilFindings(uri, 'the first finding', found => found.some(({ range }) => range === '5:0-5:3'));
    const before = await drive.servers();
    assert.equal(before.length, 1, JSON.stringify(before));

    await drive.killServers();
    await setText(editor, withUnknownKey('another'));

    await untilFindings(uri, 'the new finding', found => found.some(({ range }) => range === '5:0-5:7'));
    const now = await drive.servers();
    assert.equal(now.length, 1, JSON.stringify(now));
    assert.notEqual(now[0], before[0]);
  });

  it('is replaced by Restart Language Server where it only hangs', async () => {
    const editor = await openText('killed.chain.yaml', withUnknownKey('one'));
    const { uri } = editor.document;
    await setText(editor, withUnknownKey('one'));
    await untilFindings(uri, 'the first finding', found => found.some(({ range }) => range === '5:0-5:3'));
    const [before] = await drive.servers();
    await drive.hangServers();
    await setText(editor, withUnknownKey('another'));
    await commands.executeCommand('skillChains.restartServer');
    await untilFindings(uri, 'the new finding', found => found.some(({ range }) => range === '5:0-5:7'));
    assert.ok((await drive.servers()).some(server => server !== before));
    assert.equal(await drive.count('.notification-toast, .notifications-toasts .notification-list-item'), 0);
  });
});
