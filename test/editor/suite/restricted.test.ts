import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { openText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { extension } from './support/extension.ts';
import { untilFindings } from './support/findings.ts';

describe('Restricted Mode', () => {
  it('still finds what is wrong with a chain', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const { document } = await openText('broken.chain.yaml', 'chain: broken\ntitle: Broken\nstesp: []\n');
    const findings = await untilFindings(document.uri, 'a finding', found => found.length > 0);
    assert.ok(
      findings.some(({ code, range }) => code === 'unknown-key' && range === '2:0-2:5'),
      JSON.stringify(findings),
    );
    assert.equal(extension().isActive, true);
    await drive.screenshot('restricted');
  });
});
