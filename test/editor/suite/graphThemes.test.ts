/** The graphs of the chains that ship, in every kind of theme: looked at, and held against the rules of accessibility. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, openFile, setText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { inGraph, node, openGraph, untilPainted } from './support/graph.ts';

/** Each kind of theme, with the class that a page's body bears once it has it. */
const themes = [
  { name: 'Default Light Modern', short: 'light', body: 'vscode-light' },
  { name: 'Default High Contrast', short: 'hc-dark', body: 'vscode-high-contrast' },
  { name: 'Default High Contrast Light', short: 'hc-light', body: 'vscode-high-contrast-light' },
  { name: 'Default Dark Modern', short: 'dark', body: 'vscode-dark' },
] as const;

/** A few of the library, which between them have every kind of node: what is looked at in every theme may not grow with it. */
const chains = [
  ['m-and-a-and-strategic-initiatives', 'acquisition-evaluation'],
  ['privacy-and-data-protection', 'data-breach-response-and-notification'],
  ['phased-workflows', 'microservices-migration'],
  ['feature-development', 'new-feature-idea-to-launch'],
  ['incident-management', 'sev1-production-incident'],
] as const;

async function useTheme({ name, body }: (typeof themes)[number]): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('workbench');
  await configuration.update('colorTheme', name, vscode.ConfigurationTarget.Global);
  await drive.waitFor(inGraph(`body.${body}`));
}

describe('The graph in every theme', () => {
  before(async () => {
    await drive.resize(1200, 1500);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
  });
  afterEach(closeAll);
  after(async () => {
    await vscode.commands.executeCommand('workbench.view.explorer');
    await drive.resize(1280, 800);
  });

  for (const [folder, chain] of chains) {
    it(`shows ${chain}`, async () => {
      const { document } = await openFile(`${folder}/${chain}.chain.yaml`);
      await openGraph(document);
      await vscode.commands.executeCommand('workbench.action.focusNextGroup');
      await vscode.commands.executeCommand('workbench.action.toggleMaximizeEditorGroup');
      await drive.click(inGraph('button[aria-label="Fit to the window"]'));
      for (const theme of themes) {
        await useTheme(theme);
        await drive.screenshot(`graph-${theme.short}-${chain}`);
        assert.deepEqual(await drive.accessibilityProblems(inGraph('.graph')), [], theme.name);
      }
      await vscode.commands.executeCommand('workbench.action.toggleMaximizeEditorGroup');
    });
  }

  it('shows problems, a broken text, the cursor and the selection', async () => {
    const editor = await openFile('incident-management/sev1-production-incident.chain.yaml');
    const { document } = editor;
    await openGraph(document);
    const whole = document.getText();
    await setText(editor, whole.replace(/skill: [\w-]+/, 'skill: nobody-knows').replace(/\bdo: /g, 'do: '));
    await untilPainted(document);
    await drive.waitFor(inGraph('.chain-badge'));
    await drive.click(inGraph('.chain-step'));
    await drive.waitFor(inGraph('[role="treeitem"][aria-selected="true"]'));
    await setText(editor, `${document.getText()}\n  - "unfinished\n`);
    await drive.waitFor(inGraph('.notice.broken'));
    for (const theme of themes) {
      await useTheme(theme);
      await drive.screenshot(`graph-state-${theme.short}`);
      assert.deepEqual(await drive.accessibilityProblems(inGraph('.graph')), [], theme.name);
    }
  });

  it('works at 320 pixels, and at twice the size', async () => {
    const { document } = await openFile('phased-workflows/microservices-migration.chain.yaml');
    await openGraph(document);
    await vscode.commands.executeCommand('workbench.action.focusNextGroup');
    await vscode.commands.executeCommand('workbench.action.toggleMaximizeEditorGroup');
    await drive.resize(370, 800);
    await drive.waitFor(node('start'));
    await drive.screenshot('graph-narrow');
    assert.deepEqual(await drive.accessibilityProblems(inGraph('.graph')), []);
    await drive.click(inGraph('button[aria-label="Export"]'));
    await drive.waitFor(inGraph('[role="menuitem"]:focus'));
    await drive.screenshot('graph-narrow-menu');
    await drive.press('Escape');
    // At twice the size a window of 1440 by 900 has half as many CSS pixels each way.
    await drive.resize(720, 450);
    await drive.screenshot('graph-200-percent');
    assert.deepEqual(await drive.accessibilityProblems(inGraph('.graph')), []);
    await drive.resize(1200, 1500);
    await vscode.commands.executeCommand('workbench.action.toggleMaximizeEditorGroup');
  });
});
