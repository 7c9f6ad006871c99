/** A workspace of several folders: a document goes to the folder of its chain, and without one a person says which. */
import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import { commands, Uri, workspace } from 'vscode';
import { closeAll } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { untilFindings } from './support/findings.ts';
import { everything, make, restore, untilAtFirstPlace } from './support/newDocuments.ts';
import { untilAsked, untilChoosing } from './support/quickInput.ts';
import { until } from './support/until.ts';

const folder = (name: string): Uri => {
  const found = workspace.workspaceFolders?.find(each => each.name === name);
  assert.ok(found, name);
  return found.uri;
};

describe('Documents in a workspace of several folders', () => {
  const untouched = new Map<string, Readonly<Record<string, string>>>();
  before(async () => {
    // The window opens before its workspace file is read.
    await until('both folders', [listener => workspace.onDidChangeWorkspaceFolders(listener)], () =>
      workspace.workspaceFolders?.length === 2 ? true : undefined,
    );
    for (const name of ['garden', 'house']) untouched.set(name, await everything(folder(name)));
  });
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
    for (const [name, files] of untouched) await restore(files, folder(name));
  });

  it('stand in the folder of their chain', async () => {
    const chain = Uri.joinPath(folder('house'), 'paint.chain.yaml').toString();
    const uri = await make('newDecisionRecord', { chain, title: 'Paint it blue' });
    const expected = Uri.joinPath(folder('house'), 'docs/adr/0001-paint-it-blue.md');
    assert.equal(uri?.toString(), expected.toString());
  });

  it('without a chain stand in the folder that a person chooses', async () => {
    const running = make('newDecisionRecord', { template: 'madr' });
    await untilChoosing('Which decision is recorded?');
    await drive.waitFor('.quick-input-list .monaco-list-row >> text=Hose or can?');
    await drive.screenshot('several-source');
    await drive.press('ArrowUp');
    await drive.waitFor('.quick-input-list .monaco-list-row.focused >> text=house');
    await drive.press('Enter');
    await drive.waitFor('.quick-input-title >> text=(2/3)');
    await drive.type('Move out');
    await untilAsked('Creates docs/adr/0001-move-out.md in house.');
    await drive.press('Enter');
    await untilAsked('The folder docs/adr is the usual one');
    await drive.press('Enter');
    const uri = await running;
    assert.ok(uri);
    assert.equal(uri.toString(), Uri.joinPath(folder('house'), 'docs/adr/0001-move-out.md').toString());
    await untilAtFirstPlace(uri);
  });

  it('of a chain that is in no folder ask for one', async () => {
    const text = 'chain: loose\ntitle: Loose\nsteps:\n  - skill: a\n    do: b\n';
    const document = await workspace.openTextDocument({ language: 'chain-yaml', content: text });
    const running = make('newPostMortem', { chain: document.uri.toString() });
    await untilChoosing('Which folder is the document for?');
    await drive.press('ArrowDown');
    await drive.press('Enter');
    await untilAsked('in house.');
    await drive.press('Escape');
    assert.equal(await running, undefined);
  });

  it('are chains of the library too, in the folder that a person chooses', async () => {
    const running = commands.executeCommand<Uri | undefined>('skillChains.newFromLibrary');
    await untilChoosing('Search titles, skills, triggers, figures and words of the text');
    await drive.type('acquisition evaluation');
    await drive.waitFor('.quick-input-list .monaco-list-row.focused >> text=Acquisition Evaluation');
    await drive.press('Enter');
    await untilChoosing('Which folder is the chain for?');
    await drive.type('house');
    await drive.waitFor('.quick-input-list .monaco-list-row.focused >> text=house');
    await drive.press('Enter');
    await untilAsked('in house');
    await drive.press('Enter');
    await untilChoosing('Which of the chains that it names come along?');
    await drive.press('Enter');
    const uri = await running;
    const expected = Uri.joinPath(folder('house'), 'acquisition-evaluation.chain.yaml');
    assert.equal(uri?.toString(), expected.toString());
    const names = Object.keys(await everything(folder('house'))).map(path => path.split('/').at(-1));
    assert.ok(names.includes('library.skills.yaml'));
  });

  it('are the suite of the library with its plans, and the way back leads past the folder', async () => {
    const running = make('newFromLibrary');
    const search = 'Search titles, skills, triggers, figures and words of the text';
    await untilChoosing(search);
    await drive.type('platform evolution');
    await drive.waitFor('.quick-input-list .monaco-list-row.focused >> text=Platform Evolution Suite');
    await drive.press('Enter');
    await untilChoosing('Which folder of the workspace is it for?');
    await drive.click('.quick-input-widget [aria-label^="Back"]');
    await untilChoosing(search);
    await drive.waitForValue('.quick-input-widget input', 'platform evolution');
    await drive.waitFor('.quick-input-list .monaco-list-row.focused >> text=Platform Evolution Suite');
    await drive.press('Enter');
    await untilChoosing('Which folder of the workspace is it for?');
    await drive.type('house');
    await drive.waitFor('.quick-input-list .monaco-list-row.focused >> text=house');
    await drive.press('Enter');
    await untilAsked('Creates platform-evolution/platform-evolution.suite.yaml in house');
    await drive.press('Enter');
    const uri = await running;
    assert.ok(uri);
    const expected = Uri.joinPath(folder('house'), 'platform-evolution/platform-evolution.suite.yaml');
    assert.equal(uri.toString(), expected.toString());
    await untilFindings(uri, 'no finding', found => found.length === 0);
    await drive.screenshot('several-suite');
  });

  it('are none of the library where a person leaves while they are asked for the folder', async () => {
    const running = make('newFromLibrary');
    await untilChoosing('Search titles, skills, triggers, figures and words of the text');
    await drive.type('plan.sbom-signing');
    await drive.waitFor('.quick-input-list .monaco-list-row.focused >> text=SBOM Signing');
    await drive.press('Enter');
    await untilChoosing('Which folder of the workspace is it for?');
    await drive.press('Escape');
    assert.equal(await running, undefined);
    for (const [name, files] of untouched) assert.deepEqual(await everything(folder(name)), files);
  });

  it('go where a caller says', async () => {
    const uri = await make('newPostMortem', { title: 'Flood', folder: folder('garden').toString() });
    assert.ok(uri?.path.startsWith(`${folder('garden').path}/docs/post-mortems/`), uri?.toString());
  });
});
