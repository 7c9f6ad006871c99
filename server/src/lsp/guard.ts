/**
 * The one place where things may go wrong. Whatever a client sends and whatever the core does with it, a request is
 * answered and a notification is survived; what happened goes to the log with the method's name.
 */
import { CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Handler, ReadRequest } from './handler.ts';

export interface GuardHost {
  log(message: string): void;
  /** Where the server is in its life; requests count only while it runs. */
  phase(): 'starting' | 'running' | 'ending';
  /** The open document's version; `undefined` for one that is not open. */
  version(uri: string): number | undefined;
  /** Settles once waiting messages (a cancellation, a further edit) have been read. */
  yieldToInput(): Promise<void>;
  /** Settles once the files that an answer needs have been read, or could not be; `uri` is the document that is asked about. */
  loaded(needs: Exclude<Handler['needs'], 'document'>, uri: string | undefined): Promise<void>;
  /** Whether anything is known of a document. */
  knows(uri: string): boolean;
  /** Runs a request whose turn has come, on texts that are up to date. */
  answer(request: ReadRequest): unknown;
}

export interface Guard {
  /** The connection gives the parameters if there are any (a list of them one by one), and the token last. */
  request(handler: Handler): (...received: unknown[]) => Promise<unknown>;
  notification(method: string, handle: (params: unknown) => void | Promise<void>): (params: unknown) => void;
}

export function createGuard(host: GuardHost): Guard {
  return {
    request:
      handler =>
      (...received) => {
        const token = received.at(-1);
        const params = received.length === 2 ? received[0] : undefined;
        return serve(host, handler, params, CancellationToken.is(token) ? token : CancellationToken.None);
      },
    notification: (method, handle) => params => {
      attempt(host, method, () => handle(params));
    },
  };
}

/** Runs what may throw or reject, and logs instead. */
export function attempt(host: Pick<GuardHost, 'log'>, name: string, run: () => unknown): void {
  const failed = (reason: unknown): void => host.log(`${name}: ${describe(reason)}`);
  try {
    Promise.resolve(run()).catch(failed);
  } catch (reason) {
    failed(reason);
  }
}

async function serve(
  host: GuardHost,
  handler: Handler,
  params: unknown,
  token: CancellationToken,
): Promise<unknown> {
  const { method } = handler;
  if (host.phase() === 'starting') {
    return new ResponseError(ErrorCodes.ServerNotInitialized, `${method} came before initialize.`);
  }
  if (host.phase() === 'ending') {
    return new ResponseError(ErrorCodes.InvalidRequest, `${method} came after shutdown.`);
  }
  const request = handler.read(params);
  if (request === undefined) {
    return new ResponseError(ErrorCodes.InvalidParams, `${method} was sent parameters that cannot be read.`);
  }
  const { uri, fallback = handler.fallback } = request;
  const asked = uri === undefined ? undefined : host.version(uri);
  try {
    await host.yieldToInput();
    if (handler.needs !== 'document') await Promise.race([host.loaded(handler.needs, uri), cancelled(token)]);
    if (token.isCancellationRequested) {
      return new ResponseError(LSPErrorCodes.RequestCancelled, `${method} was cancelled.`);
    }
    if (handler.positional && uri !== undefined && host.version(uri) !== asked) {
      return new ResponseError(
        LSPErrorCodes.ContentModified,
        `The document changed before ${method} was answered.`,
      );
    }
    if (uri !== undefined && !host.knows(uri)) return fallback;
    return await host.answer(request);
  } catch (reason) {
    host.log(`${method}${uri === undefined ? '' : ` of ${uri}`}: ${describe(reason)}`);
    return fallback;
  }
}

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise(resolve => {
    if (token.isCancellationRequested) resolve();
    else token.onCancellationRequested(() => resolve());
  });
}

/** For the log, where a stack helps the one who mends it. */
function describe(reason: unknown): string {
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
}
