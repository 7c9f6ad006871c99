import { afterEach, describe, it } from 'mocha';
import { commands } from 'vscode';
import { closeAll, openText, placeCursor } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { untilTab } from './support/tabs.ts';

describe('The reference of the language', () => {
  afterEach(closeAll);

  it('opens from the hover of a key, at that key', async () => {
    const editor = await openText(
      'referred.chain.yaml',
      'chain: referred\ntitle: Referred\nsteps:\n  - skill: writer\n    do: It\n    takes: 1 h\n',
    );
    const start = editor.document.positionAt(editor.document.getText().indexOf('takes') + 1);
    await placeCursor(editor, start);
    await commands.executeCommand('editor.action.showHover');
    await drive.waitFor('.monaco-hover:not(.hidden) a:has-text("Reference")');
    await drive.screenshot('reference-link');
    await drive.click('.monaco-hover:not(.hidden) a:has-text("Reference")');
    await untilTab('Preview chain.md');
    await drive.screenshot('reference-page');
  });

  it('opens as a whole by its command', async () => {
    await commands.executeCommand('skillChains.openReference');
    await untilTab('Preview README.md');
  });

  it('opens no other page, whatever it is given', async () => {
    await commands.executeCommand('skillChains.openReference', { page: '../../etc/passwd.md', anchor: 'x' });
    await untilTab('Preview README.md');
  });
});
