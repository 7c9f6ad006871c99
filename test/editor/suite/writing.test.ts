/** A chain written from an empty file by completion alone: choose, type words, Tab, Enter, Shift+Tab. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { acceptCompletion } from './support/completion.ts';
import { closeAll, openText, untilText } from './support/documents.ts';
import { drive } from './support/drive.ts';
import { untilFindings } from './support/findings.ts';

const written = `chain: phishing-drill
title: Phishing drill
timeline: 1-2 days
inputs:
  mail: What is sent
steps:
  - skill: author
    do: Send the mail
    needs:
      - mail
    produces:
      - answers
    takes: 1-2 hours
  - checkpoint: Everybody has answered
    by: reviewer
    criteria:
      - No answer is missing
  - decision: Did many click?
    routes:
      - when: more than a few
        steps:
          - skill: author
            do: Tell everybody
            needs:
              - answers
      - otherwise: next`;

describe('An empty file', () => {
  afterEach(closeAll);

  it('becomes a chain by completion alone', async () => {
    const { document } = await openText('phishing-drill.chain.yaml', '');
    const choose = (label: string): Promise<void> => acceptCompletion(document, label);
    const type = async (words: string): Promise<void> => {
      const before = document.getText();
      await drive.type(words);
      await untilText(document, text => text !== before && text.includes(words));
    };
    const press = async (keys: string): Promise<void> => {
      const before = document.getText();
      await drive.press(keys);
      await untilText(document, text => text !== before);
    };

    const tab = (key: string): Promise<void> => drive.press(key);

    for (const [act, what] of [
      [choose, 'chain'],
      [choose, 'phishing-drill'],
      [press, 'Enter'],
      [choose, 'title'],
      [type, 'Phishing drill'],
      [press, 'Enter'],
      [choose, 'timeline'],
      [choose, '1-2 days'],
      [press, 'Enter'],
      [choose, 'inputs'],
      [type, 'mail'],
      [tab, 'Tab'],
      [type, 'What is sent'],
      [press, 'Enter'],
      [press, 'Shift+Tab'],
      [choose, 'steps'],
      [choose, 'step'],
      [choose, 'author'],
      [tab, 'Tab'],
      [type, 'Send the mail'],
      [press, 'Enter'],
      [choose, 'needs'],
      [choose, 'mail'],
      [press, 'Enter'],
      [press, 'Shift+Tab'],
      [choose, 'produces'],
      [type, 'answers'],
      [press, 'Enter'],
      [press, 'Shift+Tab'],
      [choose, 'takes'],
      [choose, '1-2 hours'],
      [press, 'Enter'],
      [press, 'Shift+Tab'],
      [choose, 'checkpoint'],
      [type, 'Everybody has answered'],
      [tab, 'Tab'],
      [choose, 'reviewer'],
      [tab, 'Tab'],
      [type, 'No answer is missing'],
      [press, 'Enter'],
      [press, 'Shift+Tab'],
      [press, 'Shift+Tab'],
      [choose, 'decision'],
      [type, 'Did many click?'],
      [tab, 'Tab'],
      [type, 'more than a few'],
      [tab, 'Tab'],
      [choose, 'author'],
      [tab, 'Tab'],
      [type, 'Tell everybody'],
      [press, 'Enter'],
      [choose, 'needs'],
      [choose, 'answers'],
    ] as const) {
      await act(what).catch((error: Error) =>
        assert.fail(`${act.name} ${what}: ${error.message}\n${document.getText()}`),
      );
    }
    assert.equal(document.getText(), written);
    const findings = await untilFindings(document.uri, 'no finding', found => found.length === 0);
    assert.deepEqual(findings, []);
    await drive.screenshot('written-by-completion');
  });
});
