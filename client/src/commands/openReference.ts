import { commands, Uri } from 'vscode';
import type { Command } from './command.ts';
import { givenTexts } from './support/given.ts';

/** The pages that ship: a link from anywhere else leads to none of them. */
const page = /^docs\/(?:language\/[a-zA-Z-]+|refactorings)\.md$/;
const overview = 'docs/language/README.md';

/**
 * Shows the reference of the language as the editor shows Markdown. `{ page, anchor }` names the page, as a path below the extension,
 * and the place on it; without them it is the overview.
 */
export const openReference: Command = {
  id: 'skillChains.openReference',
  run: ({ extensionUri }, argument) => {
    const given = givenTexts(argument, ['page', 'anchor']);
    const known = given.page !== undefined && page.test(given.page) ? given.page : undefined;
    const uri = Uri.joinPath(extensionUri, known ?? overview);
    const fragment = known === undefined ? '' : (given.anchor ?? '');
    return commands.executeCommand('markdown.showPreview', uri.with({ fragment }));
  },
};
