/**
 * The client's side of the language server: started when something first needs it, started again when it ends by itself, and given
 * up with one message when that does not help.
 */
import type { Disposable, Event, LogOutputChannel } from 'vscode';
import { commands, EventEmitter, l10n, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  chainsChangedMethod,
  type ModelChangedParams,
  modelChangedMethod,
} from '../../server/src/lsp/protocol.ts';
import type { ClientHost } from './clientOptions.ts';
import { offerFiles } from './files.ts';
import { createRestartPolicy } from './restartPolicy.ts';

/** The context key that the manifest's welcome texts ask for. */
const failedContext = 'skillChains.serverFailed';

export interface ServerClient extends Disposable {
  /** Settles once the server answers, or could not be started; never rejects. */
  start(): Promise<void>;
  /** Ends the server if it runs, and starts it afresh. */
  restart(): Promise<void>;
  /** Starts the server where it does not run; `undefined` where it gives no answer. */
  request<Result>(method: string, params?: unknown): Promise<Result | undefined>;
  /** Tells the server, if it runs; what it does then it tells by itself. */
  notify(method: string): Promise<void>;
  /** Shows what the server found last once more, where something else of the editor put its own findings in their place. */
  showFindings(): Promise<void>;
  readonly onModelChanged: Event<ModelChangedParams>;
  /** The list of chains or suites may be another; `started`: the server is new, so that all may be. */
  readonly onChainsChanged: Event<'started' | 'changed'>;
  /** Ends the server; settles once it is gone. */
  stop(): Promise<void>;
}

/** `connect` loads the library and makes a client that is not started yet. */
export function createServerClient(
  log: LogOutputChannel,
  connect: (host: ClientHost) => Promise<BaseLanguageClient>,
): ServerClient {
  const policy = createRestartPolicy();
  const failure = createFailureReport(() => void restart());
  const modelChanged = new EventEmitter<ModelChangedParams>();
  const chainsChanged = new EventEmitter<'started' | 'changed'>();
  let client: Promise<BaseLanguageClient> | undefined;
  let starting: Promise<void> | undefined;
  /** Settles what was asked and has no answer yet: a server that hangs gives none, and as a worker does not even end. */
  const unanswered = new Set<() => void>();
  const giveUpAll = (): void => {
    for (const giveUp of unanswered) giveUp();
  };

  const ended = (): 'restart' | 'give up' => {
    giveUpAll();
    const decision = policy.ended(Date.now());
    if (decision === 'give up')
      failure.show(
        l10n.t('The Skill Chains language server ended several times in a row and was not started again.'),
      );
    return decision;
  };
  const connected = (): Promise<BaseLanguageClient> => {
    client ??= connect({ log, ended }).then(made => {
      offerFiles(made);
      made.onNotification(modelChangedMethod, (params: ModelChangedParams) => modelChanged.fire(params));
      made.onNotification(chainsChangedMethod, () => chainsChanged.fire('changed'));
      return made;
    });
    return client;
  };
  const run = async (how: (client: BaseLanguageClient) => Promise<void>): Promise<void> => {
    try {
      await how(await connected());
      failure.hide();
      chainsChanged.fire('started');
    } catch (reason) {
      log.error(reason instanceof Error ? reason : String(reason));
      failure.show(l10n.t('The Skill Chains language server could not be started.'));
    }
  };
  const start = (): Promise<void> => {
    starting ??= run(made => made.start());
    return starting;
  };
  const restart = async (): Promise<void> => {
    policy.forget();
    await starting;
    starting = run(async made => {
      // One that hangs does not end in good order; it is left behind, and another one starts.
      if (made.needsStop()) await made.stop().catch(reason => log.warn(String(reason)));
      giveUpAll();
      await made.start();
    });
    await starting;
  };

  return {
    start,
    restart,
    request: async <Result>(method: string, params?: unknown) => {
      await start();
      const made = await connected();
      return new Promise<Result | undefined>(settle => {
        const giveUp = (): void => settle(undefined);
        unanswered.add(giveUp);
        made
          .sendRequest<Result>(method, params ?? {})
          .then(settle, reason => {
            log.warn(`${method}: ${reason instanceof Error ? reason.message : String(reason)}`);
            giveUp();
          })
          .finally(() => unanswered.delete(giveUp));
      });
    },
    notify: async method => {
      const made = await client;
      if (made?.isRunning() === true) await made.sendNotification(method, {});
    },
    showFindings: async () => {
      const shown = (await client)?.diagnostics;
      // The editor takes what it is given, also where it is what it was given before.
      for (const [uri, findings] of shown ?? []) shown?.set(uri, findings);
    },
    onModelChanged: modelChanged.event,
    onChainsChanged: chainsChanged.event,
    dispose: () => {
      failure.dispose();
      modelChanged.dispose();
      chainsChanged.dispose();
    },
    stop: async () => {
      const made = await client?.catch(() => undefined);
      if (made?.needsStop() === true) await made.stop();
    },
  };

  /** The one status item and the one message of this extension. */
  function createFailureReport(onRestart: () => void) {
    const item = window.createStatusBarItem('skillChains.server', StatusBarAlignment.Left);
    item.name = l10n.t('Skill Chains Language Server');
    item.text = `$(error) ${l10n.t('Skill Chains')}`;
    item.backgroundColor = new ThemeColor('statusBarItem.errorBackground');
    item.command = 'skillChains.restartServer';
    const restartAnswer = l10n.t('Restart');
    const logAnswer = l10n.t('Show Log');
    return {
      show: (message: string) => {
        item.tooltip = l10n.t('{0} Select to restart it.', message);
        item.show();
        void commands.executeCommand('setContext', failedContext, true);
        void window.showErrorMessage(message, restartAnswer, logAnswer).then(answer => {
          if (answer === restartAnswer) onRestart();
          if (answer === logAnswer) log.show();
        });
      },
      hide: () => {
        item.hide();
        void commands.executeCommand('setContext', failedContext, false);
      },
      dispose: () => item.dispose(),
    };
  }
}
