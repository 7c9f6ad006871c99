/** The suite of the library and its prompt plans: looked at in the tree, found by the search, taken into a folder, and undone. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import { ConfigurationTarget, commands, Uri, window, workspace } from 'vscode';
import { fileUri } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { diagnosticsOf, untilFindings } from './support/findings.ts';
import { inGraph, node } from './support/graph.ts';
import { everything, leavingNothing, make, pathOf, read, untilAtFirstPlace } from './support/newDocuments.ts';
import { untilAsked, untilChoosing } from './support/quickInput.ts';
import { tabs } from './support/tabs.ts';
import { until } from './support/until.ts';

const item = (label: string): string => `.pane-body [role="treeitem"][aria-label^="${label}"]`;
/** It stands alone where no chain of the folder is left above it; one that goes late would move every row below it. */
const onlyLibrary = `${item('Library')}[aria-level="1"][aria-setsize="1"]`;
const arrow = (label: string): string => `${item(label)} .monaco-tl-twistie`;
const row = (label: string): string => `.quick-input-list .monaco-list-row >> text=${label}`;
const focused = (label: string): string => `.quick-input-list .monaco-list-row.focused >> text=${label}`;
const back = '.quick-input-widget [aria-label^="Back"]';
const search = 'Search titles, skills, triggers, figures and words of the text';
const suiteName = 'Platform Evolution Suite';
const plans = 33;

/** The name of each kind of theme, and the class that the window bears once it has it; the last is the tests' own. */
const themes = [
  ['Default Light Modern', 'vs'],
  ['Default High Contrast', 'hc-black'],
  ['Default Dark Modern', 'vs-dark'],
] as const;

const inEveryTheme = async (picture: string): Promise<void> => {
  const configuration = workspace.getConfiguration('workbench');
  for (const [name, shown] of themes) {
    await configuration.update('colorTheme', name, ConfigurationTarget.Global);
    await drive.waitFor(`.monaco-workbench.${shown}`);
    await drive.screenshot(`${picture}-${shown}`);
  }
};

/** What stands for the files while they go as they are read. */
const beingDeleted = (): Readonly<Record<string, string>> => ({ 'on its way': '' });

/** Presses undo once, and waits until no more than these files are there. */
async function undoTo(files: readonly string[]): Promise<void> {
  const watcher = workspace.createFileSystemWatcher('**');
  await drive.press('Control+Z');
  let left: readonly string[] = [];
  await until(
    'what was taken to be gone',
    [listener => watcher.onDidDelete(listener)],
    async () => {
      left = Object.keys(await everything().catch(beingDeleted)).filter(path => !files.includes(path));
      return left.length === 0 || undefined;
    },
    () => `There is: ${left.join(', ')}.`,
    // The editor takes files back one by one, and each takes several messages.
    60_000,
  ).finally(() => watcher.dispose());
}

describe('The programme of the library', () => {
  const untouched = leavingNothing();
  after(async () => {
    await commands.executeCommand('workbench.view.explorer');
  });

  it('stands in the tree with phases and items, and an item opens its plan', async () => {
    await commands.executeCommand('workbench.view.extension.skillChains');
    await commands.executeCommand('skillChains.showLibrary');
    await drive.waitFor(onlyLibrary);
    await drive.click(item('1 suite'));
    await drive.click(item(`Suite ${suiteName}`));
    await drive.click(arrow(`Suite ${suiteName}`));
    await drive.waitFor('.tab.active[aria-label^="platform-evolution.suite.yaml"]');
    await drive.click(arrow('Phase: Foundation'));
    await drive.click(item('Item: Security Baseline'));
    await drive.waitFor('.tab.active[aria-label^="plan.security-baseline@v1.yaml"]');
    await until('the plan', [listener => window.onDidChangeActiveTextEditor(listener)], () => {
      const { languageId, uri } = window.activeTextEditor?.document ?? {};
      return (
        (languageId === 'chain-yaml' && uri?.path.endsWith('/plan.security-baseline@v1.yaml')) || undefined
      );
    });
    await commands.executeCommand(
      'skillChains.openGraph',
      Uri.parse('skill-chains-library:/programme/platform-evolution.suite.yaml'),
    );
    await drive.waitFor(node('P17'));
    await inEveryTheme('programme-tree');
    assert.deepEqual(await drive.accessibilityProblems(inGraph('.graph')), []);
  });

  it('is found by owner, domain, purpose and figures, with a look at it first', async () => {
    const running = make('newFromLibrary');
    await untilChoosing(search);
    await drive.waitFor(row('Prompt plans'));
    await inEveryTheme('programme-categories');
    await drive.type('security baseline');
    await drive.waitFor(focused('Security Baseline'));
    await drive.click('.quick-input-titlebar .codicon-open-preview');
    await drive.waitFor('.tab.active[aria-label^="plan.security-baseline@v1.yaml"]');
    await drive.waitFor('.quick-input-widget input:focus');
    await drive.press('Control+A');
    await drive.type('16 weeks');
    await drive.waitFor(focused(suiteName));
    await drive.waitFor(node('P17'));
    await inEveryTheme('programme-search');
    await drive.press('Escape');
    assert.equal(await running, undefined);
    await until('no tab', [listener => window.tabGroups.onDidChangeTabs(listener)], () =>
      tabs().length === 0 ? true : undefined,
    );
    assert.deepEqual(await everything(), untouched());
  });

  it('gives way back to each question, with what was typed in it', async () => {
    const running = make('newFromLibrary');
    await untilChoosing(search);
    await drive.type('72h');
    await drive.waitFor(focused('Data Breach Response'));
    await drive.screenshot('programme-passage');
    await drive.press('Control+A');
    await drive.press('Backspace');
    await drive.waitFor(focused('Suites'));
    await drive.press('ArrowDown');
    await drive.waitFor(focused('Prompt plans'));
    await drive.press('Enter');
    await untilChoosing('Search Prompt plans');
    await drive.screenshot('programme-plans');
    await drive.type('sbom');
    await drive.waitFor(focused('SBOM Signing'));
    await drive.press('Enter');
    await untilAsked('Creates plan.sbom-signing@v1.yaml in');
    await drive.screenshot('programme-place');
    await drive.type('ours');
    await untilAsked('Creates plan.ours@v1.yaml in');
    await drive.click(back);
    await untilChoosing('Search Prompt plans');
    await drive.waitForValue('.quick-input-widget input', 'sbom');
    await drive.waitFor(focused('SBOM Signing'));
    await drive.click(back);
    await untilChoosing(search);
    await drive.waitFor(focused('Prompt plans'));
    await drive.press('Enter');
    await untilChoosing('Search Prompt plans');
    await drive.waitFor(focused('SBOM Signing'));
    await drive.press('Enter');
    await untilAsked('Creates plan.ours@v1.yaml in');
    await drive.press('Escape');
    assert.equal(await running, undefined);
    assert.deepEqual(await everything(), untouched());
  });

  it('leaves nothing behind where a person leaves, at whichever question', async () => {
    /** What leads from each question to the next. */
    const questions: readonly (() => Promise<void>)[] = [
      () => untilChoosing(search),
      async () => {
        await drive.type('build vs buy');
        await drive.waitFor(focused('Build vs Buy Decision'));
        await drive.press('Enter');
        await untilAsked('Creates build-vs-buy-decision.chain.yaml in');
      },
      async () => {
        await drive.press('Enter');
        await untilChoosing('Which of the chains that it names come along?');
      },
    ];
    for (const [last] of questions.entries()) {
      const running = make('newFromLibrary');
      for (const question of questions.slice(0, last + 1)) await question();
      await drive.press('Escape');
      assert.equal(await running, undefined);
      assert.deepEqual(await everything(), untouched());
      assert.equal(tabs().length, 0);
    }
  });

  it('gives a prompt plan under a free name, which undo takes back', async () => {
    const uri = await make('newFromLibrary', { id: 'plan.threat-modeling@v1' });
    assert.equal(pathOf(uri), 'plan.threat-modeling@v1.yaml');
    const second = await make('newFromLibrary', { id: 'plan.threat-modeling@v1' });
    assert.ok(second);
    assert.equal(pathOf(second), 'plan.threat-modeling-2@v1.yaml');
    assert.match(await read(second), /^ {2}id: plan\.threat-modeling-2@v1$/m);
    await drive.waitFor('.tab.active[aria-label^="plan.threat-modeling-2@v1.yaml"]');
    await untilFindings(second, 'no finding', found => found.length === 0);
    await undoTo([...Object.keys(untouched()), uri?.path ?? '']);
    assert.equal(Object.keys(await everything()).length, Object.keys(untouched()).length + 1);
  });

  it('gives the suite with all its plans in a folder that a person names, and undo takes all of it back', async () => {
    const running = make('newFromLibrary');
    await untilChoosing(search);
    await drive.type('platform evol');
    await drive.waitFor(focused(suiteName));
    await drive.press('Enter');
    await untilAsked('Creates platform-evolution/platform-evolution.suite.yaml in');
    await drive.screenshot('programme-suite-place');
    await drive.type('work/q3');
    await untilAsked('Creates work/q3/platform-evolution.suite.yaml in');
    await drive.press('Enter');
    const uri = await running;
    assert.ok(uri);
    assert.equal(pathOf(uri), 'work/q3/platform-evolution.suite.yaml');
    const made = Object.keys(await everything()).filter(path => !(path in untouched()));
    assert.equal(made.length, plans + 1);
    assert.ok(made.includes(fileUri('work/q3/security/plan.sbom-signing@v1.yaml').path));
    assert.equal(await untilAtFirstPlace(uri), suiteName);
    await untilFindings(uri, 'no finding', found => found.length === 0);
    for (const path of made) assert.deepEqual(diagnosticsOf(uri.with({ path })), [], path);
    const clash = await make('newFromLibrary', { id: 'platform-evolution', path: 'work/q3' });
    assert.equal(clash, undefined);
    await drive.screenshot('programme-suite-taken');
    await commands.executeCommand('notifications.clearAll');
    await drive.click('.editor-instance .monaco-editor .view-lines');
    await drive.waitFor('.editor-instance .monaco-editor.focused');
    await undoTo(Object.keys(untouched()));
    assert.deepEqual(await everything(), untouched());
  });
});
