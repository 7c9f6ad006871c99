/**
 * A window and an extension host that are far apart. What a test takes for one moment is then two: it fails each time, where it
 * would fail one time in a hundred on a busy machine.
 */

import type { Page } from 'playwright-core';

/** Names the milliseconds by which each message between a window and its server is late; unset or 0: none is. */
export const lagVariable = 'SKILL_CHAINS_LAG';

/** Makes every message of the page's connections late, each way, in their order. Before the page is opened. */
export async function addLag(page: Page): Promise<void> {
  const lag = Number(process.env[lagVariable] ?? 0);
  if (lag === 0) return;
  await page.routeWebSocket(/./, window => {
    const server = window.connectToServer();
    const late = (deliver: () => void) => void setTimeout(deliver, lag);
    window.onMessage(message => late(() => server.send(message)));
    server.onMessage(message => late(() => window.send(message)));
    window.onClose((code, reason) => late(() => void server.close(closing(code, reason))));
    server.onClose((code, reason) => late(() => void window.close(closing(code, reason))));
  });
}

/** Absent words are left out, and 1005, which says that there was no code, cannot be sent as one. */
function closing(code: number | undefined, reason: string | undefined): { code?: number; reason?: string } {
  return {
    ...(code === undefined || code === 1005 ? {} : { code }),
    ...(reason === undefined ? {} : { reason }),
  };
}
