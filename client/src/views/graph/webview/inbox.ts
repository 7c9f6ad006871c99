/** Messages one after the other, where some take a while: of drawings that wait, only the newest is drawn. */

/** Whether a waiting message says nothing any more once `next` came. */
export type Outdates<Message> = (waiting: Message, next: Message) => boolean;

/** `work` must not reject. The first message is worked off at once, and what `work` does before it waits is done when this returns. */
export function createInbox<Message>(
  work: (message: Message) => Promise<void>,
  outdates: Outdates<Message>,
): (message: Message) => void {
  let waiting: readonly Message[] = [];
  let isBusy = false;
  const run = async (): Promise<void> => {
    isBusy = true;
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      waiting = waiting.slice(1);
      await work(next);
    }
    isBusy = false;
  };
  return message => {
    waiting = [...waiting.filter(each => !outdates(each, message)), message];
    if (!isBusy) void run();
  };
}
