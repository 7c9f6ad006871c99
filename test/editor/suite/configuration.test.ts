/** How much is said, as a person changes it: a configuration, a comment by the menu, and the page of a rule behind its code. */
import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { openFixes } from './support/actionMenu.ts';
import { closeAll, fileUri, openText, placeCursor, setText, untilText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { type Finding, untilFindings } from './support/findings.ts';
import { untilTab } from './support/tabs.ts';

const [open, closed, file] = ['open.chain.yaml', 'closed/closed.chain.yaml', '.skill-chains.yaml'];
const chain = (skill: string): string =>
  `chain: open\ntitle: Open\nsteps:\n  - skill: ${skill}\n    do: Look\n    takes: 2 hrs\n`;
const known = 'people-watcher';
const catalogue = `skills:\n  ${known}: {}\n`;

const have =
  (...codes: readonly string[]) =>
  (found: readonly Finding[]): boolean =>
    JSON.stringify(found.map(({ code }) => code)) === JSON.stringify(codes);

const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));

describe('How much is said', () => {
  const uri = (name: string): vscode.Uri => fileUri(name);

  after(async () => {
    await closeAll();
    for (const name of [open, 'closed', file, 'more.skills.yaml'])
      await vscode.workspace.fs.delete(fileUri(name), { recursive: true }).then(undefined, () => undefined);
    await untilFindings(uri(closed), 'no finding of a file that is gone', have());
  });

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri(file)).then(undefined, () => undefined);
  });

  it('follows a configuration that is being written, in open files and in closed ones', async () => {
    await write('more.skills.yaml', catalogue);
    await write(closed, chain('stranger').replace('open', 'closed').replace('Open', 'Far away'));
    await openText(open, chain('stranger'));
    await untilFindings(uri(open), 'the finding of the open file', have('unknown-skill'));
    await untilFindings(uri(closed), 'the finding of the closed file', have('unknown-skill'));
    const editor = await openText(file, 'rules:\n  unknown-skil: off\n');
    await untilFindings(uri(file), 'the misspelt rule', have('unknown-rule'));
    await setText(editor, 'rules:\n  unknown-skill: off\n  ');
    await untilFindings(uri(open), 'none in the open file', have());
    await untilFindings(uri(closed), 'none in the closed file', have());
    await drive.press('Control+Space');
    await drive.waitFor('.suggest-widget.visible .monaco-list-row[aria-label*="unknown-key"]');
    await drive.screenshot('configuration-completed');
    await drive.press('Escape');
    await setText(editor, 'preset: strict\n');
    const strictly = have('unknown-skill', 'duration-spelling');
    await untilFindings(uri(open), 'those of the strict preset', strictly);
    await untilFindings(uri(closed), 'the same in the closed file', strictly);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(fileUri(file));
    await untilFindings(uri(open), 'what is recommended', have('unknown-skill'));
    await untilFindings(uri(closed), 'the same in the closed file', have('unknown-skill'));
  });

  it('is less by a comment that the menu writes, which is told of and removed once it takes nothing away', async () => {
    const editor = await openText(open, chain('stranger'));
    const { document } = editor;
    await untilFindings(uri(open), 'the finding', have('unknown-skill'));
    await openFixes(editor, document.positionAt(document.getText().indexOf('stranger') + 1));
    await drive.click('.action-widget :text("Ignore \\"unknown-skill\\" here")');
    const comment = (reason: string): string => `  # skill-chains-ignore unknown-skill: ${reason}\n`;
    const ignored = (reason: string): string =>
      chain('stranger').replace('  - skill', `${comment(reason)}  - skill`);
    await untilText(document, text => text === ignored('reason'));
    await drive.type('she starts in May');
    await untilText(document, text => text === ignored('she starts in May'));
    await untilFindings(uri(open), 'no finding', have());
    await drive.screenshot('finding-ignored');
    await setText(editor, ignored('she starts in May').replace('stranger', known));
    await untilFindings(uri(open), 'the unused comment', have('unused-suppression'));
    await drive.screenshot('finding-ignored-in-vain');
    await openFixes(editor, document.positionAt(document.getText().indexOf('unknown-skill') + 1));
    await drive.click('.action-widget :text("Remove the comment")');
    await untilText(document, text => text === chain(known));
    await untilFindings(uri(open), 'no finding', have());
  });

  it('is explained behind the code of a finding', async () => {
    const editor = await openText(open, chain('stranger'));
    await setText(editor, chain('stranger'));
    await untilFindings(uri(open), 'the finding', have('unknown-skill'));
    await placeCursor(editor, new vscode.Position(0, 0));
    await drive.press('Alt+F8');
    await drive.click('.zone-widget .marker-widget a.code-link');
    const tab = await untilTab('unknown-skill.md');
    assert.ok(tab.input instanceof vscode.TabInputCustom || tab?.input instanceof vscode.TabInputText);
    assert.equal(tab.input.uri.toString(), 'skill-chains-rules:/unknown-skill.md');
    await drive.waitFor({
      frames: ['iframe.webview.ready:visible', '#active-frame'],
      selector: 'h1:text("unknown-skill")',
    });
    await drive.screenshot('page-of-a-rule');
  });
});
