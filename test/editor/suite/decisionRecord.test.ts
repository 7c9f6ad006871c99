/** New Decision Record, with keys and mouse, in a folder without records and beside those of other tools. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commands, window } from 'vscode';
import { fileUri, openFile, untilText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import {
  chainName,
  chooseInTree,
  chooseLens,
  everything,
  leavingNothing,
  make,
  openChainAt,
  orchard,
  pathOf,
  read,
  settingsOf,
  undoAll,
  untilAtFirstPlace,
  untilTold,
  write,
} from './support/newDocuments.ts';
import { untilAsked, untilChoosing } from './support/quickInput.ts';

const kind = 'newDecisionRecord';
const chain = (): string => fileUri(chainName).toString();
const question = 'Fell the trees, or treat them';

describe('New Decision Record', () => {
  leavingNothing({ [chainName]: orchard });

  it('asks for form, title and place where the cursor stands in a decision, and leads from place to place', async () => {
    await openChainAt('Fell the trees');
    const running = make(kind);
    await untilChoosing('Which form shall it have?');
    await drive.waitFor('.quick-input-title >> text=New Decision Record (1/3)');
    await drive.screenshot('record-1-form');
    await drive.press('Enter');
    await untilAsked('Creates docs/adr/0001-fell-the-trees-or-treat-them.md in');
    await drive.screenshot('record-2-title');
    await drive.press('Control+A');
    await drive.type('Treat the trees');
    await untilAsked('Creates docs/adr/0001-treat-the-trees.md in');
    await drive.press('Enter');
    await untilAsked('The folder docs/adr is the usual one');
    await untilAsked('Creates docs/adr/0001-treat-the-trees.md in');
    await drive.screenshot('record-3-place');
    await drive.press('Enter');
    const uri = await running;
    assert.ok(uri);
    assert.equal(pathOf(uri), 'docs/adr/0001-treat-the-trees.md');
    assert.match(await untilAtFirstPlace(uri), /^What makes this decision due now/);
    const document = window.activeTextEditor?.document;
    assert.ok(document);
    assert.equal(document.languageId, 'markdown');
    assert.equal(document.getText(), await read(uri));
    assert.match(
      document.getText(),
      /\n# Treat the trees\n[\s\S]*\n- Fell the ill trees\n- Treat the ill trees\n/,
    );
    assert.match(document.getText(), /\n<!-- from chain:orchard#fell routes [0-9a-f]{8} -->\n/);
    await drive.screenshot('record-4-made');
    await drive.type('They are ill.');
    await drive.press('Tab');
    await drive.type('Their age');
    await untilText(document, text => /\nThey are ill\.\n[\s\S]*\n- Their age\n/.test(text));
  });

  it('goes back, and keeps what was typed', async () => {
    const running = make(kind, { chain: chain(), node: 'fell', template: 'nygard' });
    await untilAsked(`Creates docs/adr/0001-`);
    await drive.press('Control+A');
    await drive.type('Wait for winter');
    await drive.press('Enter');
    await untilAsked('Creates docs/adr/0001-wait-for-winter.md');
    await drive.click('.quick-input-widget [aria-label^="Back"]');
    // The pointer would bring up the button's hint, which takes the next Escape for itself.
    await drive.hover('.part.statusbar');
    await drive.waitFor('.quick-input-title >> text=(1/2)');
    await untilAsked('Creates docs/adr/0001-wait-for-winter.md');
    await drive.press('Enter');
    await drive.waitFor('.quick-input-title >> text=(2/2)');
    await untilAsked('Creates docs/adr/0001-wait-for-winter.md');
    await drive.press('Enter');
    const uri = await running;
    assert.equal(pathOf(uri), 'docs/adr/0001-wait-for-winter.md');
    assert.ok(uri);
    assert.match(await read(uri), /^# 1\. Wait for winter\n\nDate: \d{4}-\d\d-\d\d\n/);
  });

  it('offers the decisions of every chain where nothing says which', async () => {
    const running = make(kind);
    await untilChoosing('Which decision is recorded?');
    await drive.waitFor(`.quick-input-list .monaco-list-row >> text=${question}?`);
    await drive.screenshot('record-0-source');
    await drive.type('Fell the trees');
    await drive.press('Enter');
    await untilChoosing('Which form shall it have?');
    await drive.waitFor('.quick-input-title >> text=(2/4)');
    await drive.press('Escape');
    assert.equal(await running, undefined);
  });

  it('leaves nothing behind where a person escapes, at each step', async () => {
    const before = await everything();
    const asked = [
      'Which decision is recorded?',
      'Which form shall it have?',
      'Creates docs/adr/',
      'The folder docs/adr',
    ];
    for (const steps of asked.keys()) {
      const running = make(kind);
      for (const [at, words] of asked.slice(0, steps + 1).entries()) {
        await (at < 2 ? untilChoosing(words) : untilAsked(words));
        if (at === steps) break;
        if (at === 0) await drive.type('Fell the trees');
        await drive.press('Enter');
      }
      await drive.press('Escape');
      assert.equal(await running, undefined, asked[steps]);
    }
    assert.deepEqual(await everything(), before);
    assert.equal(window.activeTextEditor, undefined);
  });

  const tools: readonly {
    readonly tool: string;
    readonly files: Readonly<Record<string, string>>;
    readonly path: RegExp;
    readonly text: RegExp;
  }[] = [
    {
      tool: 'adr-tools',
      files: {
        '.adr-dir': 'arch/adr\n',
        'arch/adr/0001-record-architecture-decisions.md': '# 1. Record architecture decisions\n',
        'arch/adr/0007-plant-apples.md': '# 7. Plant apples\n',
      },
      path: /^arch\/adr\/0008-treat-the-trees\.md$/,
      text: /^# 8\. Treat the trees\n/,
    },
    {
      tool: 'Log4brains',
      files: {
        '.log4brains.yml': 'project:\n  name: Orchard\n  adrFolder: ./docs/log\n',
        'docs/log/20240102-plant-apples.md': '# Plant apples\n',
      },
      path: /^docs\/log\/\d{8}-treat-the-trees\.md$/,
      text: /^---\nstatus: proposed\n/,
    },
    {
      tool: 'MADR',
      files: {
        'docs/decisions/0000-use-madr.md': '---\nstatus: accepted\n---\n',
        'docs/decisions/README.md': '#\n',
      },
      path: /^docs\/decisions\/0001-treat-the-trees\.md$/,
      text: /^---\nstatus: proposed\n/,
    },
    {
      tool: 'adrs',
      files: { 'adrs.toml': 'adr_dir = "adr"\n', 'adr/0002-plant-apples.md': '# 2. Plant apples\n' },
      path: /^adr\/0003-treat-the-trees\.md$/,
      text: /^# 3\. Treat the trees\n/,
    },
  ];
  for (const { tool, files, path, text } of tools) {
    it(`goes on where ${tool} left off`, async () => {
      for (const [name, content] of Object.entries(files)) await write(name, content);
      const before = await everything();
      const uri = await make(kind, { chain: chain(), node: 'fell', title: 'Treat the trees' });
      assert.ok(uri);
      assert.match(pathOf(uri) ?? '', path);
      assert.match(await read(uri), text);
      const { [uri.path]: _, ...others } = await everything();
      assert.deepEqual(others, before);
    });
  }

  it('follows the settings of the folder', async () => {
    await settingsOf({ 'skillChains.decisions.folder': 'choices', 'skillChains.author': 'Jane "J" Doe' });
    const uri = await make(kind, { chain: chain(), node: 'fell', title: 'Treat the trees' });
    assert.ok(uri);
    assert.equal(pathOf(uri), 'choices/0001-treat-the-trees.md');
    assert.match(await read(uri), /\nauthor: "Jane \\"J\\" Doe"\n/);
    await settingsOf({});
  });

  it('stays in the folder, whatever a file says, and says so', async () => {
    await write('.adr-dir', '../../elsewhere\n');
    const running = make(kind, { chain: chain(), node: 'fell', template: 'madr' });
    await untilAsked('Creates docs/adr/0001-');
    await drive.press('Enter');
    await untilAsked(
      'The file .adr-dir names ../../elsewhere, which is not a path below the folder, so it is not used.',
    );
    await drive.screenshot('record-refused-folder');
    for (const [typed, said] of [
      ['../out.md', 'Write a path below the folder, with single slashes.'],
      ['docs/adr/no-markdown', 'Let the name end in .md.'],
    ] as const) {
      await drive.press('Control+A');
      await drive.type(typed);
      await untilAsked(said);
      await drive.press('Enter');
      await untilAsked(said);
    }
    await drive.press('Escape');
    assert.equal(await running, undefined);
  });

  it('never overwrites, and offers the next free name', async () => {
    await write('docs/adr/0001-treat-the-trees.md', 'mine\n');
    const taken = { chain: chain(), title: 'Treat the trees', path: 'docs/adr/0001-treat-the-trees.md' };
    assert.equal(await make(kind, taken), undefined);
    await untilTold('docs/adr/0002-treat-the-trees.md is free.');
    const running = make(kind, { chain: chain(), node: 'fell', template: 'madr' });
    await untilAsked('Creates docs/adr/0002-');
    await drive.press('Enter');
    await untilAsked('The folder docs/adr is there already.');
    await drive.press('Control+A');
    await drive.type('docs/adr/0001-treat-the-trees.md');
    await untilAsked('docs/adr/0001-treat-the-trees.md exists already.');
    await drive.press('Enter');
    await drive.press('Control+A');
    await drive.type('docs/adr/0001-another.md');
    await untilAsked('whose number is also that of 0001-treat-the-trees.md');
    await drive.screenshot('record-same-number');
    await drive.press('Escape');
    assert.equal(await running, undefined);
    assert.equal(await read(fileUri('docs/adr/0001-treat-the-trees.md')), 'mine\n');
  });

  it('is undone, and nothing else with it', async () => {
    const before = await everything();
    await openFile('review.chain.yaml');
    const uri = await make(kind, { chain: chain(), node: 'fell', title: 'Treat the trees' });
    assert.ok(uri);
    await untilAtFirstPlace(uri);
    await undoAll(uri);
    assert.deepEqual(await everything(), before);
  });

  it('keeps hostile words as words', async () => {
    const title = `<img src=x onerror=alert(1)> # $TM_FILENAME \${1:x} \`a\` \u202Eb [c](command:d)`;
    const uri = await make(kind, { chain: chain(), node: 'fell', title });
    assert.ok(uri);
    const name = pathOf(uri) ?? '';
    assert.match(name, /^docs\/adr\/0001-[a-z0-9-]+\.md$/);
    await untilAtFirstPlace(uri);
    const text = window.activeTextEditor?.document.getText() ?? '';
    assert.ok(
      text.includes(
        `\n# \\<img src=x onerror=alert(1)> # \\$TM\\_FILENAME \\\${1:x} \\\`a\\\` b \\[c\\](command:d)\n`,
      ),
      text,
    );
    assert.equal(text, await read(uri));
  });

  it('says so where the chain is not there', async () => {
    assert.equal(await make(kind, { chain: fileUri('gone.chain.yaml').toString(), title: 'A' }), undefined);
    await untilTold('The chain is not there, or cannot be read.');
  });

  it('is offered above a decision, where a click begins it', async () => {
    await openChainAt('Fell the trees');
    await chooseLens('New decision record');
    await untilChoosing('Which form shall it have?');
    await drive.press('Escape');
  });

  it('is offered in the tree, for a chain and for a decision', async () => {
    await chooseInTree('Chain Save the orchard', 'New Decision Record', 'record-tree-menu');
    await untilChoosing('Which form shall it have?');
    await drive.press('Enter');
    await untilAsked('Creates docs/adr/0001-save-the-orchard.md');
    await drive.press('Escape');
    await drive.click(
      '.pane-body [role="treeitem"][aria-label^="Chain Save the orchard"] .monaco-tl-twistie',
    );
    await chooseInTree('Decision: Fell the trees', 'New Decision Record');
    await untilChoosing('Which form shall it have?');
    await drive.press('Enter');
    await untilAsked('Creates docs/adr/0001-fell-the-trees-or-treat-them.md');
    await drive.press('Escape');
    await commands.executeCommand('workbench.view.explorer');
  });
});
