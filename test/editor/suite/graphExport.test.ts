/** The graph as a file and on the clipboard, and the commands of the palette. */
import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fileUri, openText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { inGraph, openGraph } from './support/graph.ts';
import { until } from './support/until.ts';

const name = 'export.chain.yaml';
const text = `chain: export
title: Orchard
steps:
  - skill: author
    do: Dig the <holes> & more
`;
const target = fileUri('orchard.svg');
const read = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

/** Runs a command by its name, as a person does who is in the graph. */
async function fromPalette(title: string): Promise<void> {
  // The focus comes back a step after the palette has closed; a key in between is heard by nobody.
  await drive.waitFor(inGraph('[role="treeitem"]:focus'));
  await drive.press('F1');
  await drive.waitFor('.quick-input-widget input:focus');
  await drive.type(title);
  await drive.waitFor(`.quick-input-list .monaco-list-row.focused[aria-label*="${title}"]`);
  await drive.press('Enter');
}

describe('Exports of the graph', () => {
  afterEach(closeAll);
  after(async () => {
    await vscode.workspace.fs.delete(fileUri(name));
    await vscode.workspace.fs.delete(target);
  });

  it('are an SVG file, which replaces none', async () => {
    const { document } = await openText(name, text);
    const given = { uri: document.uri, target };
    const written = await vscode.commands.executeCommand<vscode.Uri>('skillChains.exportGraphAsSvg', given);
    assert.equal(written.toString(), target.toString());
    const svg = await read(target);
    assert.match(svg, /^(?:<\?xml[^>]*>\s*)?<svg /);
    assert.match(svg, /Dig the &lt;holes&gt; &amp; more/);
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode('mine'));
    assert.equal(await vscode.commands.executeCommand('skillChains.exportGraphAsSvg', given), undefined);
    assert.equal(await read(target), 'mine');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('ask where to, beside the chain by its name', async () => {
    const { document } = await openText(name, text);
    await openGraph(document);
    await drive.click(inGraph('button[aria-label="Export"]'));
    await drive.waitFor(inGraph('[role="menuitem"]:focus'));
    await drive.screenshot('export-menu');
    await drive.press('Enter');
    await drive.waitFor('.quick-input-widget input:focus');
    await drive.waitForValue('.quick-input-widget input:focus', fileUri('export.svg').path);
    await drive.press('Escape');
  });

  it('are Mermaid on the clipboard', async () => {
    const { document } = await openText(name, text);
    await openGraph(document);
    await vscode.env.clipboard.writeText('before');
    await drive.click(inGraph('button[aria-label="Export"]'));
    await drive.press('ArrowDown');
    await drive.waitFor(inGraph('[role="menuitem"]:focus'));
    await drive.press('Enter');
    await drive.waitFor('.statusbar-item >> text=Copied the graph as Mermaid');
    const copied = await until('the clipboard', [], async () => {
      const now = await vscode.env.clipboard.readText();
      return now === 'before' ? undefined : now;
    });
    assert.match(copied, /^(?:---[\s\S]*---\s*)?flowchart/);
  });

  it('and zoom and lock are in the palette', async () => {
    const { document } = await openText(name, text);
    await openGraph(document);
    await vscode.commands.executeCommand('workbench.action.focusNextGroup');
    await drive.waitFor('.editor-group-container.active .tab.active[aria-label^="Graph"]');
    await fromPalette('Reset Graph Zoom');
    await drive.waitFor(inGraph('.percentage >> text=100 %'));
    await fromPalette('Zoom Graph In');
    await drive.waitFor(inGraph('.percentage >> text=125 %'));
    await fromPalette('Zoom Graph Out');
    await drive.waitFor(inGraph('.percentage >> text=100 %'));
    await fromPalette('Fit Graph');
    await drive.waitFor(inGraph('.percentage >> text=100 %'), 'hidden');
    await fromPalette('Toggle Graph Lock');
    await drive.waitFor('.tab[aria-label^="[Graph] Orchard"]');
  });
});
