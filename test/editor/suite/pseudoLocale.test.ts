/** Every word of the client is given to its translators: in a language of marks, what has none was forgotten. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import { commands } from 'vscode';
import { closeAll, openFile } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { extension } from './support/extension.ts';
import { inGraph, openGraph } from './support/graph.ts';

/** The words for a person in the manifest, by the keys they stand at. */
const readable = [
  'title',
  'shortTitle',
  'description',
  'markdownDescription',
  'enumDescriptions',
  'contents',
  'name',
];
const box = '.quick-input-widget';

/** Whether nothing stands outside of the marks but names of the product, and in parentheses what the editor adds. */
const isTranslated = (text: string): boolean =>
  text
    .replaceAll(/⟦[^⟧]*⟧/gu, '')
    .replaceAll(/\]\(command:[^)]*\)|\[| \([^)]*\)$/g, '')
    .trim() === '' || [extension().packageJSON.displayName, extension().packageJSON.name].includes(text);

function checkTranslated(texts: readonly string[], atLeast: number): void {
  const said = texts.filter(text => text.trim() !== '');
  assert.ok(said.length >= atLeast, `${said.length} texts of ${atLeast}`);
  assert.deepEqual(
    said.filter(text => !isTranslated(text)),
    [],
  );
}

function wordsOfManifest(): readonly string[] {
  const found: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string' && readable.includes(key)) found.push(value);
    else if (typeof value === 'object' && value !== null)
      for (const [below, each] of Object.entries(value)) walk(each, Array.isArray(value) ? key : below);
  };
  walk(extension().packageJSON.contributes, '');
  return found;
}

const attributes = async (selector: string, name: string): Promise<readonly string[]> =>
  Object.keys(await drive.boxes(selector, name));

/** Begins a command that asks, looks at the box, and leaves it. */
async function checkAsked(command: string): Promise<void> {
  const running = commands.executeCommand(command);
  await drive.waitFor(`${box} >> text=⟦`);
  await drive.screenshot(command);
  const placeholder = await drive.attribute(`${box} .quick-input-box input`, 'placeholder');
  const said = await drive.texts(`${box} :is(.quick-input-title, .quick-input-message)`);
  checkTranslated([...said, placeholder ?? ''], 1);
  await drive.press('Escape');
  await drive.waitFor(box, 'hidden');
  await running;
}

describe('In another language', () => {
  after(closeAll);

  it('the manifest speaks it', () => checkTranslated(wordsOfManifest(), 30));

  it('the tree does, where a person did not write the words', async () => {
    await drive.click('.activitybar .action-item [aria-label^="⟦Skill Chains⟧"]');
    await drive.waitFor('.pane-body [role="treeitem"]');
    await drive.screenshot('tree');
    const labels = await attributes('.pane-body [role="treeitem"]', 'aria-label');
    assert.ok(labels.length > 0);
    assert.deepEqual(
      labels.filter(label => !label.includes('⟦')),
      [],
    );
  });

  it('the page of the graph does around its drawing', async () => {
    const { document } = await openFile('review.chain.yaml');
    await openGraph(document);
    await drive.screenshot('graph');
    checkTranslated(Object.keys(await drive.boxes(inGraph('button'), 'aria-label')), 6);
    checkTranslated(Object.keys(await drive.boxes(inGraph('button[title]'), 'title')), 6);
    checkTranslated(await drive.texts(inGraph('.graph [role="menuitem"]')), 0);
    await drive.waitFor('.tab.active[aria-label^="⟦Graph: "]');
  });

  for (const command of ['newChain', 'newFromLibrary', 'newDecisionRecord', 'newPostMortem'])
    it(`the box of ${command} does`, () => checkAsked(`skillChains.${command}`));
});
