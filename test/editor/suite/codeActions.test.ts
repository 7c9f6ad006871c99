/** What rewrites a chain in the editor: safe fixes when it is saved, and a refactoring that is chosen and undone. */
import { afterEach, describe, it } from 'mocha';
import { ConfigurationTarget, workspace } from 'vscode';
import { openRefactorings } from './support/actionMenu.ts';
import { closeAll, fileUri, openText, untilText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { untilFindings } from './support/findings.ts';

const [saved, rewritten] = ['mended.chain.yaml', 'moved.chain.yaml'];
const head = 'chain: mended\ntitle: Mended\n';
const steps = `steps:
  # about the first
  - id: first
    skill: author
    do: Write it down

  # about the second
  - id: second
    skill: author
    do: Read it
`;
const moved = `steps:
  # about the second
  - id: second
    skill: author
    do: Read it

  # about the first
  - id: first
    skill: author
    do: Write it down
`;

const settings = () => workspace.getConfiguration('editor', { languageId: 'chain-yaml' });
const onSave = (value: unknown) =>
  settings().update('codeActionsOnSave', value, ConfigurationTarget.Global, true);

describe('Code actions', () => {
  afterEach(async () => {
    await closeAll();
    await onSave(undefined);
    for (const name of [saved, rewritten]) {
      await workspace.fs.delete(fileUri(name)).then(undefined, () => undefined);
    }
  });

  it('make all safe fixes when a chain is saved', async () => {
    const { document } = await openText(saved, `${head}Summary: Told: at once # why\n${steps}`);
    await untilFindings(document.uri, 'the findings', found => found.length > 0);
    await onSave({ 'source.fixAll.skillChains': 'explicit' });
    await drive.press('Control+s');
    await untilText(document, text => text === `${head}summary: "Told: at once" # why\n${steps}`);
    await drive.screenshot('code-actions-saved');
  });

  it('move a node with its comments, and back in one step', async () => {
    // There is a bulb to wait for where a finding stands.
    const misspelled = (text: string): string =>
      head + text.replace('author\n    do: Write', 'auther\n    do: Write');
    const editor = await openText(rewritten, misspelled(steps));
    const { document } = editor;
    const place = document.positionAt(document.getText().indexOf('auther') + 1);
    await untilFindings(document.uri, 'the misspelled skill', found =>
      found.some(({ code }) => code === 'unknown-skill'),
    );
    await openRefactorings(editor, place);
    await drive.waitFor('.action-widget :text("Move “first” down")');
    await drive.screenshot('code-actions-refactor');
    await drive.click('.action-widget :text("Move “first” down")');
    await untilText(document, text => text === misspelled(moved));
    await drive.press('Control+z');
    await untilText(document, text => text === misspelled(steps));
  });
});
