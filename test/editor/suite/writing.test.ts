/** A chain written from an empty file by completion alone: choose, type words, Tab, Enter. */
import assert from 'node:assert/strict';
import { acceptCompletion } from './support/completion.ts';
import { closeAll, openText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { untilFindings } from './support/findings.ts';

const written = `chain: phishing-drill
title: Phishing drill
steps:
  - skill: author
    do: Send the mail
    produces: [results]
  - checkpoint: Everybody has answered
    by: reviewer
  - skill: author
    do: Tell what came of it
    needs: [results]
`;

describe('An empty file', () => {
  afterEach(closeAll);

  it('becomes a chain by completion alone', async () => {
    const editor = await openText('phishing-drill.chain.yaml', '');
    await acceptCompletion('new chain');
    assert.equal(editor.document.getText(), written);
    await drive.screenshot('written-by-completion');
    const findings = await untilFindings(editor.document.uri, 'no finding', found => found.length === 0);
    assert.deepEqual(findings, []);
  });
});
