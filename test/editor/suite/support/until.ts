/** Waiting for the editor to say something, never for time to pass. */
import type { Disposable } from 'vscode';

/**
 * Resolves as soon as `look` gives a value, looking now and after each of the events.
 * @param what What is waited for, for the message when it does not come ("the finding").
 * @param events Ways to subscribe to what may change the answer.
 * @param look `undefined`: not yet. It may answer at once or later.
 * @param describe What was there instead, for the message.
 * @param milliseconds The longest wait.
 */
export function until<Value>(
  what: string,
  events: readonly ((listener: () => void) => Disposable)[],
  look: () => Value | undefined | Promise<Value | undefined>,
  describe: () => string = () => '',
  milliseconds = 20_000,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const subscriptions: Disposable[] = [];
    const finish = (end: () => void) => {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
      end();
    };
    const timer = setTimeout(() => {
      finish(() => reject(new Error(`Waited ${milliseconds / 1000} s for ${what}. ${describe()}`)));
    }, milliseconds);
    const attempt = () => {
      Promise.resolve()
        .then(look)
        .then(
          value => {
            if (value !== undefined) finish(() => resolve(value));
          },
          error => finish(() => reject(error)),
        );
    };
    for (const subscribe of events) subscriptions.push(subscribe(attempt));
    attempt();
  });
}
