/** What the editor shows in a chain besides its text, and what rewrites it: colours, hints, lenses and the menu of refactorings. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import {
  type CodeAction,
  ConfigurationTarget,
  commands,
  Range,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
  type TextEditor,
  type Uri,
  workspace,
} from 'vscode';
import { closeAll, fileUri, openText, untilText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { untilFindings } from './support/findings.ts';

const [chain, other, catalogue] = ['shown.chain.yaml', 'before.chain.yaml', 'shown.skills.yaml'];
const skills = `skills:
  night-watcher:
    title: Night watcher
    aliases: [Guard]
    summary: Sees to it that nobody comes in
`;
const before = `chain: before
title: Before
steps:
  - chain: shown
`;
const text = `chain: shown
title: What is shown
inputs:
  report: Who was seen
measures:
  severity: 1-5
phases:
  - phase: First look
    steps:
      - id: look
        skill: Guard
        do: "Look at \\"everything\\" that the report says"
        needs: [report]
        produces: [protocol]
        takes: 2-4 hours
      - id: ask
        skill: nobody-at-all
        do: Ask who was there, if severity > 3
        takes: 1 day
      - decision: What now?
        by: Guard
        routes:
          - when: severity >= 4 and not severity = 5
            steps:
              - { id: call, skill: Guard, do: Call for help, needs: [protocol] }
          - when: severity = 5
            go: end
          - otherwise: next
  - phase: Afterwards
    window: weeks 1-2
    steps:
      - id: tell
        parallel:
          - { id: press, skill: Guard, do: Tell the press }
          - lane: Family
            steps:
              - { id: family, skill: Guard, do: Tell the family }
      - id: file
        skill: Guard
        do: File it
`;

/** Each kind of theme, with the class that the window bears once it has it. */
const themes = [
  { name: 'Default Light Modern', short: 'light', window: 'vs' },
  { name: 'Default High Contrast', short: 'hc-dark', window: 'hc-black' },
  { name: 'Default High Contrast Light', short: 'hc-light', window: 'hc-light' },
  { name: 'Default Dark Modern', short: 'dark', window: 'vs-dark' },
] as const;

const hint = (words: string): string => `.view-lines span:text-is("${words}")`;

async function openAll(): Promise<TextEditor> {
  for (const [name, content] of [
    [catalogue, skills],
    [other, before],
  ] as const)
    await workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(content));
  const editor = await openText(chain, text);
  // The catalogue is known, and what follows from it is shown.
  await drive.waitFor(hint('= night-watcher'));
  await untilFindings(editor.document.uri, 'the unknown skill', found => found.length === 1);
  return editor;
}

/** The words that have a token of their own, with what they are. */
async function tokensOf(document: TextDocument): Promise<readonly string[]> {
  const ask = <Answer>(what: string, uri: Uri): Thenable<Answer> =>
    commands.executeCommand<Answer>(`vscode.provideDocumentSemanticTokens${what}`, uri);
  const legend = await ask<SemanticTokensLegend>('Legend', document.uri);
  const { data } = await ask<SemanticTokens>('', document.uri);
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(at, at + 5);
    line += down;
    character = down === 0 ? character + right : right;
    const word = document.lineAt(line).text.slice(character, character + length);
    found.push(`${word} ${legend.tokenTypes[type]}`);
  }
  return found;
}

const setting = (name: string, value: boolean | undefined) =>
  workspace.getConfiguration('skillChains.inlayHints').update(name, value, ConfigurationTarget.Global);

/** Words in the text where a refactoring is asked for, its title, and a line of what becomes of it. */
const refactorings: readonly (readonly [from: string, until: string, title: string, line: string])[] = [
  [
    'Guard\n        do: File',
    '',
    'Use the skill’s id “night-watcher”',
    '        skill: night-watcher\n        do: File it',
  ],
  ['What now', '', 'Give “What now?” the id “what-now”', '      - id: what-now\n'],
  ['Ask who', '', 'Make “severity > 3” the condition of this step', '        when: severity > 3\n'],
  [
    'Guard\n        do: "',
    'Ask who',
    'Run these 2 at once in a parallel',
    '      - parallel:\n          - id: look\n',
  ],
  [
    'File it',
    '',
    'Put “file” into a lane of the parallel above',
    '          - lane: Guard\n            steps:\n              - id: file\n',
  ],
  [
    'Tell the press',
    '',
    'Give the lane of “press” a name',
    '          - lane: Guard\n            steps:\n              - { id: press',
  ],
  ['Family', '', 'Move the lane “Family” up', '        parallel:\n          - lane: Family\n'],
  ['severity >= 4', '', 'Move the route “severity >= 4', 'routes:\n          - when: severity = 5\n'],
  ['First look', '', 'Move the phase “First look” down', 'phases:\n  - phase: Afterwards\n'],
  ['Look at', '', 'Use a block scalar', '        do: >-\n          Look at "everything"'],
];

describe('In the file', () => {
  afterEach(async () => {
    await closeAll();
    for (const name of ['schedule', 'skills', 'producers']) await setting(name, undefined);
    for (const name of [chain, other, catalogue])
      await workspace.fs.delete(fileUri(name)).then(undefined, () => undefined);
  });

  it('names are coloured by what they are, in every kind of theme', async () => {
    const { document } = await openAll();
    const tokens = await tokensOf(document);
    for (const token of [
      'shown chain',
      'look step',
      'Guard skill',
      'report artefact',
      '4 number',
      'hours unit',
    ])
      assert.ok(tokens.includes(token), `${token} is among ${tokens.join(', ')}`);
    assert.ok(!tokens.some(token => token.startsWith('nobody-at-all ')));
    const word = (words: string) => `.view-lines span > span:text-is("${words}")`;
    for (const { name, short, window } of themes) {
      await workspace.getConfiguration('workbench').update('colorTheme', name, ConfigurationTarget.Global);
      await drive.waitFor(`.monaco-workbench.${window}`);
      const unknown = await drive.attribute(word('nobody-at-all'), 'class');
      // The editor has a class for each colour.
      await drive.waitFor(`${word('Guard')}:not([class="${unknown}"])`);
      await drive.screenshot(`in-the-file-${short}`);
    }
  });

  it('hints come and go with the settings, at once', async () => {
    await openAll();
    for (const [name, words] of [
      ['schedule', 'first 4 hours'],
      ['skills', '= night-watcher'],
      ['producers', '← input'],
    ] as const) {
      await drive.waitFor(hint(words));
      await setting(name, false);
      await drive.waitFor(hint(words), 'hidden');
      await setting(name, true);
      await drive.waitFor(hint(words));
    }
  });

  it('a lens leads to where a chain is used', async () => {
    await openAll();
    await drive.click('.codelens-decoration a:has-text("1 chain runs this")');
    await drive.waitFor('.peekview-widget .ref-tree .monaco-list-row:has-text("chain: shown")');
    assert.deepEqual(await drive.texts('.peekview-title .filename'), ['before.chain.yaml']);
    assert.match((await drive.texts('.peekview-title .meta')).join(''), /\(1\)/u);
    await drive.screenshot('in-the-file-references');
    await drive.press('Escape');
  });

  for (const [from, until, title, line] of refactorings) {
    // Not by the menu's key: the editor's own request for the bulb may take its place. The suite codeActions opens the menu.
    it(`is rewritten: ${title}`, async () => {
      const { document } = await openAll();
      const at = (words: string, behind = 2) => document.positionAt(text.indexOf(words) + behind);
      const range = new Range(at(from), until === '' ? at(from, 4) : at(until));
      const offered = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        'refactor',
        50,
      );
      const action = offered.find(each => each.title.startsWith(title));
      assert.ok(action?.edit, offered.map(each => each.title).join('\n'));
      await workspace.applyEdit(action.edit);
      await untilText(document, now => now !== text && now.includes(line));
      await drive.press('Control+z');
      await untilText(document, now => now === text);
    });
  }
});
