/** The library in a folder without chains: looked at in the tree, and taken from, with nothing left behind by who changes their mind. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import { ConfigurationTarget, commands, env, Uri, window, workspace } from 'vscode';
import { fileUri, untilText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { inGraph, node } from './support/graph.ts';
import { everything, leavingNothing, pathOf, read, untilAtFirstPlace } from './support/newDocuments.ts';
import { untilAsked, untilChoosing } from './support/quickInput.ts';
import { tabs } from './support/tabs.ts';
import { until } from './support/until.ts';

const item = (label: string): string => `.pane-body [role="treeitem"][aria-label^="${label}"]`;
const sev1 = Uri.parse('skill-chains-library:/incident-management/sev1-production-incident.chain.yaml');
const search = 'Search titles, skills, triggers, figures and words of the text';
const fromLibrary = (given?: object): Thenable<Uri | undefined> =>
  commands.executeCommand<Uri | undefined>('skillChains.newFromLibrary', given);

/** The name of each kind of theme, and the class that a page's body bears once it has it; the last is the tests' own. */
const themes = [
  ['Default Light Modern', 'vscode-light'],
  ['Default High Contrast', 'vscode-high-contrast'],
  ['Default Dark Modern', 'vscode-dark'],
] as const;

/** Waits until so many tabs are there. */
const untilTabs = (count: number): Promise<true> =>
  until(
    `${count} tabs`,
    [listener => window.tabGroups.onDidChangeTabs(listener)],
    () => tabs().length === count || undefined,
  );

describe('The library in a folder without chains', () => {
  const untouched = leavingNothing();
  after(async () => {
    await commands.executeCommand('workbench.view.explorer');
  });

  it('is a root of the tree for who wants to see it, and opens read-only with a graph', async () => {
    await drive.click('.activitybar .action-item [aria-label^="Skill Chains"]');
    await drive.waitFor('.welcome-view-content');
    await commands.executeCommand('skillChains.showLibrary');
    await drive.waitFor(item('Category Incident Management'));
    await drive.click(item('Category Incident Management'));
    await drive.waitFor(item('Chain SEV1 Production Incident'));
    await drive.screenshot('library-tree');
    await drive.click(item('Chain SEV1 Production Incident'));
    await drive.waitFor('.tab.active[aria-label^="sev1-production-incident.chain.yaml"]');
    assert.equal(workspace.fs.isWritableFileSystem('skill-chains-library'), false);
    await commands.executeCommand('skillChains.openGraph', sev1);
    await drive.waitFor(node('start'));
    await drive.screenshot('library-open');
    assert.deepEqual(await drive.accessibilityProblems(inGraph('.graph')), []);
  });

  it('shows graph and text of what is searched for, and Escape leaves nothing behind', async () => {
    const running = fromLibrary();
    await untilChoosing(search);
    await drive.type('observability');
    await drive.waitFor('.quick-input-list .monaco-list-row.focused >> text=Observability Platform Rollout');
    await drive.screenshot('library-search');
    await drive.click('.quick-input-titlebar .codicon-open-preview');
    await untilTabs(2);
    await drive.waitFor(node('start'));
    for (const [name, shown] of themes) {
      const configuration = workspace.getConfiguration('workbench');
      await configuration.update('colorTheme', name, ConfigurationTarget.Global);
      await drive.waitFor(inGraph(`body.${shown}`));
      await drive.screenshot(`library-preview-${shown}`);
    }
    await drive.press('Escape');
    assert.equal(await running, undefined);
    await untilTabs(0);
    assert.deepEqual(await everything(), untouched());
  });

  it('gives a chain with the skills that the folder lacks, under a free name', async () => {
    const running = fromLibrary();
    await untilChoosing(search);
    await drive.type('sev1 production');
    await drive.waitFor('.quick-input-list .monaco-list-row.focused >> text=SEV1 Production Incident');
    await drive.press('Enter');
    await untilAsked('Creates sev1-production-incident.chain.yaml in');
    await drive.press('Enter');
    await untilChoosing('Which of the chains that it names come along?');
    await drive.screenshot('library-company');
    await drive.press('Enter');
    const uri = await running;
    assert.ok(uri);
    assert.equal(pathOf(uri), 'sev1-production-incident.chain.yaml');
    assert.equal(await untilAtFirstPlace(uri), 'SEV1 Production Incident');
    assert.match(await read(fileUri('library.skills.yaml')), /\n {2}incident-commander:\n/);
    await drive.screenshot('library-taken');
    const second = await fromLibrary({ id: 'sev1-production-incident' });
    assert.ok(second);
    assert.equal(pathOf(second), 'sev1-production-incident-2.chain.yaml');
    assert.match(await read(second), /^chain: sev1-production-incident-2\n/m);
    assert.deepEqual(Object.keys(await everything()).length, Object.keys(untouched()).length + 3);
  });

  it('adds to the catalogue of the folder, beside what a person is writing there', async () => {
    const own = 'skills:\n  pragmatist:\n    title: Pragmatic Architect\n';
    await workspace.fs.writeFile(fileUri('a.skills.yaml'), new TextEncoder().encode(own));
    const document = await workspace.openTextDocument(fileUri('a.skills.yaml'));
    await window.showTextDocument(document);
    const uri = await fromLibrary({ id: 'acquisition-evaluation', path: 'x/deal.chain.yaml' });
    assert.equal(pathOf(uri), 'x/deal.chain.yaml');
    const text = await untilText(document, now => now.includes('due-diligence-specialist:'));
    assert.ok(text.startsWith(own));
    assert.doesNotMatch(text, /pragmatic-architect/);
    assert.equal(document.isDirty, false);
  });

  it('copies a chain as Markdown, and as an instruction for an agent', async () => {
    const text = await commands.executeCommand<string>('skillChains.copyChainAsMarkdown', sev1);
    assert.match(text, /^# SEV1 Production Incident\n/);
    const instruction = await commands.executeCommand<string>('skillChains.copyChainAsInstruction', sev1);
    assert.match(instruction, /^# Carry out: SEV1 Production Incident\n/);
    assert.match(instruction, /\*\*Incident Commander\*\*/);
    assert.equal(await env.clipboard.readText(), instruction);
  });
});
