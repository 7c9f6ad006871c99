/** What the page was told to draw: a change is one of that, and is worked off as the whole that it leads to. */
import { changed } from '../changes.ts';
import type { ShowMessage, ToPage } from '../messages.ts';

/** What the page works off, one after the other. */
export type PageMessage = Exclude<ToPage, { type: 'start' | 'rejected' | 'change' }>;

/**
 * Takes messages in the order in which they came, before any of them waits to be drawn.
 * @param lost Told of a change of what the page does not have: the editor is to tell it all anew. The message is `undefined` then.
 */
export function createTold(
  lost: (uri: string) => void,
): (message: Exclude<ToPage, { type: 'start' | 'rejected' }>) => PageMessage | undefined {
  let told: ShowMessage | undefined;
  return message => {
    if (message.type !== 'show' && message.type !== 'change') return message;
    told = message.type === 'show' ? message : changed(told, message);
    if (told === undefined) lost(message.uri);
    return told;
  };
}
