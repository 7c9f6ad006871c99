/** A variation becomes part of its chain: by the lens above it, by the command, and back in one step. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { closeAll, openText, untilText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { untilChoosing } from './support/quickInput.ts';

const chain = `chain: leak
title: Leak
steps:
  - id: contain
    skill: security-sentinel
    do: Close the hole
`;
const variation = `variations:
  # agreed with the app team
  - when: a mobile app is involved
    add: { skill: mobile-platform-engineer, do: Revoke app tokens }
    insert-after: contain
`;
const step = `  # agreed with the app team
  - skill: mobile-platform-engineer
    do: Revoke app tokens
`;
const condition = '    when: a mobile app is involved\n';

describe('A variation', () => {
  afterEach(closeAll);

  it('is applied by the lens above it, and undone in one step', async () => {
    const { document } = await openText('leak.chain.yaml', chain + variation);
    await drive.waitFor('.codelens-decoration a:has-text("Apply as optional")');
    await drive.screenshot('variation-lens');
    await drive.click('.codelens-decoration a:has-text("Apply variation")');
    assert.equal(await untilText(document, text => text === chain + step), chain + step);
    await drive.press('Control+z');
    await untilText(document, text => text === chain + variation);
  });

  it('is chosen in the palette, and whether its nodes keep its condition', async () => {
    const { document } = await openText('leak.chain.yaml', chain + variation);
    await drive.press('F1');
    await drive.waitFor('.quick-input-widget input:focus');
    await drive.type('Apply Variation');
    await drive.waitFor('.quick-input-list .monaco-list-row.focused[aria-label*="Apply Variation"]');
    await drive.press('Enter');
    await untilChoosing('Which variation is to become part of the chain?');
    await drive.screenshot('variation-choice');
    await drive.press('Enter');
    await untilChoosing('a mobile app is involved');
    await drive.press('ArrowDown');
    await drive.screenshot('variation-mode');
    await drive.press('Enter');
    await untilText(document, text => text === chain + step + condition);
    await drive.screenshot('variation-applied');
  });
});
