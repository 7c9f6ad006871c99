/** Skills where agents keep them: offered, explained, gone to and followed. */
import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { dismissCompletion, openCompletion } from './support/completion.ts';
import { closeAll, fileUri, openFile, placeCursor, setText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { diagnosticsOf, untilFindings } from './support/findings.ts';
import { until } from './support/until.ts';

const chain = 'review.chain.yaml';
const reviewer = '.claude/skills/code-reviewer/SKILL.md';
const copy = '.agents/skills/code-reviewer/SKILL.md';
const hovers = '.monaco-hover.fade-in:not(.hidden)';

const skill = (name: string): string => `---\nname: ${name}\ndescription: Looks after ${name}\n---\n`;
const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));

/** Puts the cursor into a word. */
async function goInto(editor: vscode.TextEditor, word: string): Promise<vscode.Position> {
  const offset = editor.document.getText().indexOf(word);
  assert.ok(offset >= 0, `${word} stands in the text`);
  const position = editor.document.positionAt(offset + 3);
  await placeCursor(editor, position);
  return position;
}

/** What a chain names, with another skill in the place of the reviewer. */
async function openNaming(name: string): Promise<vscode.TextEditor> {
  const editor = await openFile(chain);
  await setText(editor, editor.document.getText().replace('code-reviewer', name));
  return editor;
}

describe('Skills where agents keep them', () => {
  before(async () => {
    const { uri } = (await openFile(chain)).document;
    await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
  });
  afterEach(closeAll);

  it('are known, so that a chain that names them has no finding', async () => {
    const { uri } = (await openNaming('gardener')).document;
    const [finding] = await untilFindings(uri, 'the unknown skill', found => found.length === 1);
    assert.equal(finding?.code, 'unknown-skill');
    assert.equal(finding.severity, 'warning');
  });

  it('are offered with where they come from', async () => {
    const editor = await openFile(chain);
    const { document } = editor;
    await goInto(editor, 'release-planner');
    const offset = document.getText().indexOf('release-planner');
    await placeCursor(editor, document.positionAt(offset));
    const labels = await openCompletion();
    assert.deepEqual(labels.slice(0, 3), ['author', 'code-reviewer', 'release-planner']);
    await drive.press('ArrowDown');
    await drive.press('Control+Space');
    await drive.waitFor('.suggest-details');
    await until('the details of the suggestion', [], async () => {
      const text = (await drive.texts('.suggest-details')).join(' ');
      return /SKILL\.md|\.agent\.md/.test(text) ? text : undefined;
    });
    await drive.screenshot('agent-skills-completion');
    await dismissCompletion();
  });

  it('are explained on hover, with every file', async () => {
    const editor = await openFile(chain);
    await goInto(editor, 'code-reviewer');
    await drive.press('Control+K');
    await drive.press('Control+I');
    await drive.waitFor(hovers);
    const text = (await drive.texts(hovers)).join(' ');
    for (const words of ['Use when a change waits for review: reads it', reviewer, copy, 'leaves comments'])
      assert.ok(text.includes(words), text);
    await drive.screenshot('agent-skills-hover');
    await drive.press('Escape');
  });

  it('are gone to, where the editor has them as what they are', async () => {
    const editor = await openFile(chain);
    await goInto(editor, 'release-planner');
    await drive.press('F12');
    await drive.waitFor('.tab.active[aria-label^="release-planner.agent.md"]');
    const document = await until(
      'the file of the skill',
      [listener => vscode.window.onDidChangeActiveTextEditor(listener)],
      () => {
        const active = vscode.window.activeTextEditor?.document;
        return active?.uri.path.endsWith('/release-planner.agent.md') === true ? active : undefined;
      },
    );
    assert.notEqual(document.languageId, 'chain-yaml');
    assert.deepEqual(diagnosticsOf(document.uri), []);
  });

  it('are gone to in every place, the catalogue among them', async () => {
    const editor = await openFile(chain);
    const targetsOf = async (word: string): Promise<readonly string[]> => {
      const found = await vscode.commands.executeCommand<(vscode.LocationLink | vscode.Location)[]>(
        'vscode.executeDefinitionProvider',
        editor.document.uri,
        await goInto(editor, word),
      );
      return found.map(each =>
        vscode.workspace.asRelativePath('targetUri' in each ? each.targetUri : each.uri, false),
      );
    };
    assert.deepEqual((await targetsOf('code-reviewer')).toSorted(), [copy, reviewer]);
    assert.deepEqual((await targetsOf('author')).toSorted(), [
      '.claude/skills/technical-author/SKILL.md',
      'people.skills.yaml',
    ]);
  });

  it('are linked from the catalogue that names their file', async () => {
    const { document } = await openFile('people.skills.yaml');
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    assert.deepEqual(
      links.map(({ target }) => target?.toString()),
      [fileUri('.claude/skills/technical-author/SKILL.md').toString()],
    );
  });

  it('are followed: made, renamed and deleted, and their folders too', async () => {
    const { uri } = (await openNaming('gardener')).document;
    const unknown = (): Promise<unknown> =>
      untilFindings(uri, 'the unknown skill', found => found.length === 1);
    const known = (): Promise<unknown> => untilFindings(uri, 'no finding', found => found.length === 0);
    await unknown();
    const file = '.github/agents/roses.agent.md';
    await write(file, skill('gardener'));
    await known();
    await write(file, skill('florist'));
    await unknown();
    await write(file, skill('gardener'));
    await known();
    await vscode.workspace.fs.delete(fileUri(file));
    await unknown();
    // A change in it would not do: of a folder that is only just there, not every editor's watcher sees what changes in it.
    await write('.github/skills/roses/SKILL.md', skill('gardener'));
    await known();
    await vscode.workspace.fs.delete(fileUri('.github/skills'), { recursive: true });
    await unknown();
  });
});
