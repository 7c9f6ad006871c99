import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import { closeAll, openFile, setText, typeText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { extension, extensionId } from './support/extension.ts';
import { untilFindings } from './support/findings.ts';
import { until } from './support/until.ts';

describe('A chain file', () => {
  after(closeAll);

  it('has its own language and wakes the extension', async () => {
    const { document } = await openFile('review.chain.yaml');
    assert.equal(document.languageId, 'chain-yaml');
    await until('the activation', [], async () => {
      await extension().activate();
      return extension().isActive || undefined;
    });
  });

  it('brings no message that nobody asked for, and at most one item into the status bar', async () => {
    assert.equal(await drive.count('.notifications-toasts .notification-list-item'), 0);
    assert.ok((await drive.count(`.statusbar-item[id^="${extensionId}"]`)) <= 1);
  });

  it('shows what is wrong with it as it is typed, and no more once it is mended', async () => {
    const editor = await openFile('review.chain.yaml');
    const whole = editor.document.getText();
    await setText(editor, whole);
    await typeText(editor, 'tilte: again\n', `${whole}tilte: again\n`);
    // On a slow machine a pause between two keys is long enough for a finding about half a word.
    const [finding] = await untilFindings(
      editor.document.uri,
      'the finding',
      findings => findings.every(({ code }) => code === 'unknown-key') && findings.length > 0,
    );
    const last = editor.document.lineCount - 2;
    assert.deepEqual([finding?.code, finding?.range], ['unknown-key', `${last}:0-${last}:5`]);
    await drive.waitFor('.squiggly-error');
    await drive.screenshot('finding');
    await setText(editor, whole);
    await untilFindings(editor.document.uri, 'no finding', findings => findings.length === 0);
    await drive.waitFor('.squiggly-error', 'hidden');
  });
});
