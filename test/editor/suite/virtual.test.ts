/** A virtual workspace: its files are on no disk, and only the editor's file systems reach them. */
import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'mocha';
import { commands, type Uri, workspace } from 'vscode';
import { closeAll, fileUri, openFile, setText, untilText, workspaceFolder } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { untilFindings } from './support/findings.ts';
import { inGraph, openGraph, untilPainted } from './support/graph.ts';
import { untilAtFirstPlace } from './support/newDocuments.ts';

const item = (label: string): string => `.pane-body [role="treeitem"][aria-label^="${label}"]`;
const write = (name: string, text: string): Thenable<void> =>
  workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
const chain = (id: string, skill: string): string =>
  `chain: ${id}\ntitle: ${id}\nsteps:\n  - skill: ${skill}\n    do: Write\n`;

describe('A virtual workspace', () => {
  afterEach(closeAll);
  after(async () => {
    for (const { uri } of workspace.textDocuments) assert.notEqual(uri.scheme, 'file', uri.toString());
  });

  it('is on no disk', async () => {
    assert.equal(workspaceFolder().scheme, 'memfs');
    const { document } = await openFile('review.chain.yaml');
    assert.equal(document.languageId, 'chain-yaml');
    assert.equal(document.uri.scheme, 'memfs');
  });

  it('has its chains in the tree, and a click opens one', async () => {
    await drive.click('.activitybar .action-item [aria-label^="Skill Chains"]');
    await drive.click(item('Chain Review of a change'));
    await drive.waitFor('.tab.active[aria-label^="review.chain.yaml"]');
    await drive.screenshot('virtual-workspace');
  });

  it('shows a graph, which follows the text and exports a file', async () => {
    const editor = await openFile('review.chain.yaml');
    const { document } = editor;
    await openGraph(document);
    await drive.waitFor(inGraph('.chain-step'));
    await setText(editor, chain('review', 'author'));
    await untilPainted(document);
    const target = fileUri('review.svg');
    await commands.executeCommand('skillChains.exportGraphAsSvg', { uri: document.uri, target });
    const svg = new TextDecoder().decode(await workspace.fs.readFile(target));
    assert.match(svg, /<svg /);
    await workspace.fs.delete(target);
  });

  it('has findings across files, that follow a file which is not open', async () => {
    const editor = await openFile('review.chain.yaml');
    const { uri } = editor.document;
    await setText(editor, chain('review', 'gardener'));
    const saysUnknown = await untilFindings(uri, 'the unknown skill', found =>
      found.some(({ code }) => code === 'unknown-skill'),
    );
    assert.equal(saysUnknown.length, 1);
    await write('more/garden.skills.yaml', 'skills:\n  gardener:\n    title: Gardener\n');
    await untilFindings(uri, 'no finding', found => found.length === 0);
    await write('more/garden.skills.yaml', 'skills:\n  florist:\n    title: Florist\n');
    await untilFindings(uri, 'the finding again', found => found.length === 1);
    await workspace.fs.delete(fileUri('more'), { recursive: true });
  });

  it('takes a new chain, and never overwrites one', async () => {
    const made = async (): Promise<Uri> => {
      const uri = await commands.executeCommand<Uri | undefined>('skillChains.newChain', {
        title: 'Far away',
      });
      assert.ok(uri);
      return uri;
    };
    const uri = await made();
    assert.equal(uri.toString(), fileUri('far-away.chain.yaml').toString());
    await untilAtFirstPlace(uri);
    const document = await workspace.openTextDocument(uri);
    await drive.type('Trying out');
    await untilText(document, text => text.includes('summary: Trying out\n'));
    await document.save();
    const second = await made();
    assert.equal(second.toString(), fileUri('far-away-2.chain.yaml').toString());
    assert.match(new TextDecoder().decode(await workspace.fs.readFile(uri)), /summary: Trying out\n/);
    await closeAll();
    for (const each of [uri, second]) await workspace.fs.delete(each);
  });

  it('is read again after a restart of the server', async () => {
    const { document } = await openFile('review.chain.yaml');
    await commands.executeCommand('skillChains.restartServer');
    await write('other.chain.yaml', chain('other', 'author'));
    await drive.waitFor(item('Chain other'));
    await untilFindings(document.uri, 'no finding', found => found.length === 0);
    await workspace.fs.delete(fileUri('other.chain.yaml'));
    await drive.waitFor(item('Chain other'), 'hidden');
  });
});
