/** What one running server is made of. */
import type { Connection } from 'vscode-languageserver';
import type { LanguageService, LayoutEngine, Library, Workspace } from '../core/index.ts';
import type { ClientTraits } from './clientTraits.ts';
import type { CreateWorkspace } from './clientWorkspace.ts';
import type { ClosedFiles } from './closedFiles.ts';
import type { DiagnosticsScheduler } from './diagnosticsScheduler.ts';
import type { Guard } from './guard.ts';
import type { Models } from './models.ts';
import type { OpenDocuments } from './openDocuments.ts';
import type { OpenFindings } from './openFindings.ts';
import type { Refreshes } from './refreshes.ts';
import type { Settings } from './settings.ts';

export interface ServerEnvironment {
  /** Of this server, for the client to show. */
  readonly version: string;
  /**
   * The files that this process reaches by itself, told by the scheme of their URIs; `undefined` in a worker, which reaches none.
   * All others are read through the client, if it offers that.
   */
  readonly ownFiles: { readonly scheme: string; readonly create: CreateWorkspace } | undefined;
  /**
   * The library that lies beside the program. `undefined`: it knows no such place, so the one that the client names is read.
   */
  readonly library: Library | undefined;
  /**
   * Gives what arranges suites for exports, which starts when it is first asked; absent: nothing does. `script` reads the engine that the
   * client names.
   */
  readonly createEngine?: (script: () => Promise<string | undefined>) => LayoutEngine;
  /** Gives memory that is not needed any more back to the machine, which may take a moment; absent: that is left to the machine. */
  tidyUp?(): void;
  /** Calls `run` once, `milliseconds` from now; the result takes that back. */
  after(milliseconds: number, run: () => void): () => void;
  /** Settles once messages that wait to be read have been read. */
  yieldToInput(): Promise<void>;
}

/** What changes while a server runs. */
export interface State {
  phase: 'starting' | 'running' | 'ending';
  /** What the client said of itself; none of it holds before `initialize`. */
  traits: ClientTraits;
  /** Canonical. */
  folders: readonly string[];
  settings: Settings;
}

/** What the parts of one running server share. */
export interface Session {
  readonly connection: Connection;
  readonly environment: ServerEnvironment;
  readonly workspace: Workspace;
  readonly createWorkspace: CreateWorkspace;
  readonly service: LanguageService;
  readonly documents: OpenDocuments;
  readonly models: Models;
  readonly findings: OpenFindings;
  readonly scheduler: DiagnosticsScheduler;
  readonly closedFiles: ClosedFiles;
  readonly refreshes: Refreshes;
  readonly guard: Guard;
  /** Ends the reading of the workspace. */
  readonly stop: AbortController;
  readonly state: State;
  /** Settles once the workspace was read, or could not be. */
  readonly loaded: Gate;
}

/** A promise that is kept from outside. */
export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export function createGate(): Gate {
  let open = (): void => undefined;
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { opened, open };
}
