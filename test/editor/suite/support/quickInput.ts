/** The box in which the editor asks a person for a line of text. */
import { drive } from './drive.ts';

const box = '.quick-input-widget';

/** Waits until the box asks with these words and takes keys: it is seen before it has the focus. */
export async function untilAsked(words: string): Promise<void> {
  await drive.waitFor(`${box} >> text=${words}`);
  await drive.waitFor(`${box} input:focus`);
}
