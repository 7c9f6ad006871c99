/** The tree of chains where there are none. */
import { describe, it } from 'mocha';
import { commands } from 'vscode';
import { drive } from './support/drive.ts';
import { untilAsked } from './support/quickInput.ts';

describe('The tree of a folder without chains', () => {
  it('says so, and offers to make one; Escape leaves nothing behind', async () => {
    await drive.click('.activitybar .action-item [aria-label^="Skill Chains"]');
    await drive.waitFor('.welcome-view-content >> text=There are no chains in this workspace yet.');
    await drive.screenshot('tree-welcome');
    await drive.click('.welcome-view-content a:has-text("New Chain")');
    await untilAsked('What is the chain called?');
    await drive.press('Escape');
    await drive.waitFor('.quick-input-widget', 'hidden');
    await drive.waitFor('.welcome-view-content');
    await commands.executeCommand('workbench.view.explorer');
  });
});
