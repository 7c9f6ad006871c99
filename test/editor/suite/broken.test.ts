/** Every broken chain of test/editor/broken, opened by hand, shows its one finding at its exact place. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import expected from '../broken/expected.json' with { type: 'json' };
import { closeAll, openFile, placeCursor } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { untilFindings } from './support/findings.ts';

const widget = '.zone-widget .marker-widget';

describe('A broken chain', () => {
  afterEach(closeAll);

  for (const [name, { code, severity, line, start, end, covers }] of Object.entries(expected)) {
    it(`${name} shows ${code}`, async () => {
      const editor = await openFile(name);
      const { uri } = editor.document;
      const findings = await untilFindings(uri, `the finding of ${name}`, found => found.length > 0);
      assert.deepEqual(
        findings.map(finding => ({ code: finding.code, severity: finding.severity, range: finding.range })),
        [{ code, severity, range: `${line}:${start}-${line}:${end}` }],
      );
      assert.equal(editor.document.getText(new vscode.Range(line, start, line, end)), covers);

      // Go to Next Problem, as a person does who sees the squiggle.
      await placeCursor(editor, new vscode.Position(0, 0));
      await drive.press('Alt+F8');
      await drive.waitFor(widget);
      assert.match((await drive.texts(widget)).join(' '), new RegExp(`skill-chains\\(?\\s*${code}|${code}`));
      await drive.screenshot(name.replace('.chain.yaml', ''));
      await drive.press('Escape');
      await drive.waitFor(widget, 'hidden');
    });
  }
});
