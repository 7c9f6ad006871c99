/**
 * A window and an extension host that are far apart. What a test takes for one moment is then two: it fails each time, where it
 * would fail one time in a hundred on a busy machine.
 */

import type { Page } from 'playwright-core';

/** Names the milliseconds by which each message between a window and its server is late; unset or 0: none is. */
export const lagVariable = 'SKILL_CHAINS_LAG';

/**
 * Makes the messages of the page's connections late, each way, in their order; an end of one is told at once, and what was under way
 * is lost, as it is where a network breaks. Before the page is opened.
 * @returns From when on they are late: opening a window takes a thousand of them.
 */
export async function prepareLag(page: Page): Promise<() => void> {
  const wanted = Number(process.env[lagVariable] ?? 0);
  if (wanted === 0) return () => undefined;
  let lag = 0;
  await page.routeWebSocket(/./, window => {
    const server = window.connectToServer();
    const late = (deliver: () => void) => void setTimeout(deliver, lag);
    window.onMessage(message => late(() => server.send(message)));
    server.onMessage(message => late(() => window.send(message)));
    // Without these two, a connection gets stuck once a file of a megabyte went through it.
    window.onClose(() => void server.close());
    server.onClose(() => void window.close());
  });
  return () => {
    lag = wanted;
  };
}
