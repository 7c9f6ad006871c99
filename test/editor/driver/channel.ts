/**
 * The way from the tests inside the editor to the driver and the runner outside: an HTTP server on loopback, whose address,
 * with a secret in it, stands in the editor's settings. One call is one POST; nothing is kept between calls.
 *
 *     POST <address>/<method of Driver>   body: JSON array of its arguments   answer: { value } or { error }
 *     POST <address>/event                body: a TestEvent
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { type Driver, type TestEvent, windowNow } from './driver.ts';

export interface Channel {
  /** `http://127.0.0.1:<port>/<secret>` */
  readonly address: string;
  close(): void;
}

/** `driver` is asked for at each call, since the channel opens before the window does. */
export async function openChannel(
  driver: () => Promise<Driver>,
  onEvent: (event: TestEvent) => void,
): Promise<Channel> {
  const secret = randomUUID();
  let pictures = 0;
  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      // A worker's origin is another one than this server's; who knows the secret may read the answer.
      const headers = { 'content-type': 'application/json', 'access-control-allow-origin': '*' };
      response.writeHead(status, headers);
      response.end(JSON.stringify(body));
    });
  });
  const answer = async (request: IncomingMessage): Promise<{ status: number; body: unknown }> => {
    const method = request.url?.startsWith(`/${secret}/`) ? request.url.slice(secret.length + 2) : undefined;
    if (method === undefined) return { status: 404, body: { error: 'No such address' } };
    try {
      const body: unknown = JSON.parse(await bodyOf(request));
      if (method === 'event') {
        onEvent(asEvent(body));
        return { status: 200, body: {} };
      }
      const window = await driver();
      try {
        return { status: 200, body: { value: (await call(window, method, body)) ?? null } };
      } catch (error) {
        // Once the test knows of it, what was in the way may be gone.
        pictures += 1;
        await window.screenshot(`stuck-${pictures}`).catch(() => undefined);
        throw new Error(`${messageOf(error)}\n${await windowNow(window)}`);
      }
    } catch (error) {
      return { status: 500, body: { error: messageOf(error) } };
    }
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('The channel has no port');
  return {
    address: `http://127.0.0.1:${at.port}/${secret}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Both ends are compiled against `Driver`, so here it only matters that the method is one and gets a list. */
async function call(driver: Driver, method: string, given: unknown): Promise<unknown> {
  if (!Array.isArray(given)) throw new Error(`${method}: the arguments are no list`);
  const found: unknown = Object.hasOwn(driver, method) ? Reflect.get(driver, method) : undefined;
  if (typeof found !== 'function') throw new Error(`The driver has no ${method}`);
  return Reflect.apply(found, driver, given);
}

function asEvent(body: unknown): TestEvent {
  if (isEvent(body)) return body;
  throw new Error('No event of a test');
}

const isEvent = (body: unknown): body is TestEvent =>
  typeof body === 'object' &&
  body !== null &&
  'kind' in body &&
  typeof body.kind === 'string' &&
  ['passed', 'failed', 'suite', 'finished'].includes(body.kind);

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
