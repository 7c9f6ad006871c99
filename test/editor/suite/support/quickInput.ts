/** The box in which the editor asks a person for a line of text. */
import { drive } from './drive.ts';

const box = '.quick-input-widget';

/** Waits until the box asks with these words and takes keys: it is seen before it has the focus. */
export async function untilAsked(words: string): Promise<void> {
  await drive.waitFor(`${box} >> text=${words}`);
  await drive.waitFor(`${box} input:focus`);
}

/** Waits until the box lets a person choose, with these words in its empty field. */
export async function untilChoosing(words: string): Promise<void> {
  await drive.waitFor(`${box} input[placeholder="${words}"]:focus`);
  await drive.waitFor(`${box} .monaco-list-row`);
}
