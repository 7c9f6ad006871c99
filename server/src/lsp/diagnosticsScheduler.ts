/**
 * When findings are made and published.
 *
 * Findings are pushed, with the version they belong to, for every client: there is one path for VS Code, Neovim and Emacs alike, and
 * the lint mode and the re-check of other open documents live here alone. (A client that pulls decides by itself when to ask, so
 * a lint mode would have to be built into each; what another file's change does to a document it would learn late or never.)
 *
 * Rules: an edit after a rest is answered at once: whoever pastes, undoes or mends something sees what it does. In a burst of edits the
 * following ones wait for a pause in typing, and the newest text wins; so does every edit of a document whose check takes so long that
 * completion would wait for it. In `onSave` an edit only rebuilds the model. Opening and saving always lint. Nothing is published before the workspace was read. What becomes of a closed document's findings is for `closedFiles.ts`.
 */
import type { LintMode } from './settings.ts';

export interface SchedulerHost {
  /** Calls `run` once, `milliseconds` from now; the result takes that back. */
  after(milliseconds: number, run: () => void): () => void;
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** Settles once waiting messages have been read. */
  yieldToInput(): Promise<void>;
  /** Brings the document's model up to date, and tells those who follow it. */
  build(uri: string): void;
  /** Finds what is wrong in the document as it stands, and publishes it. */
  lint(uri: string): void;
  /** Takes the document's findings back. */
  clear(uri: string): void;
  /** The document was closed: what was found in its text counts no longer. */
  release(uri: string): void;
}

export interface DiagnosticsScheduler {
  /** The workspace was read: from now on findings are published, first those of all open documents. */
  start(): void;
  opened(uri: string): void;
  edited(uri: string): void;
  saved(uri: string): void;
  closed(uri: string): void;
  /** Its file was deleted while it is open: what was found there stands nowhere any more, until somebody goes on with the text. */
  deleted(uri: string): void;
  /** A file is there again where it stands: what was found counts as before, even if nobody touched the text. */
  returned(uri: string): void;
  /**
   * Something elsewhere may have changed these documents' findings: an unsaved edit of another document (`edit`), which in `onSave` counts from the
   * next save on, or a file on disk (`disk`).
   */
  affected(uris: readonly string[], by: 'edit' | 'disk'): void;
  setMode(mode: LintMode): void;
  /** Whether an open document is being written, or waits for its findings: whatever else there is to do comes later. */
  isBusy(): boolean;
  dispose(): void;
}

/**
 * The pause in typing that ends a burst of edits, in milliseconds: shorter than a glance away, longer than between two keys. An edit that
 * comes later than this after the last one is the first of its burst.
 */
export const pause = 150;

/** A document whose reading and check take longer than this, in milliseconds, is not checked at the first key of a burst. */
export const shortCheck = 100;

interface Tracked {
  /** Edited since its findings were last made. */
  edited: boolean;
  /** Its findings may differ because of another document. */
  stale: boolean;
  /** Its file is gone, and it was not touched since. */
  deleted: boolean;
  /** Its text was edited, and is checked at the end of the pause. */
  waiting: boolean;
  /** What its last reading and its last check took, in milliseconds. */
  buildTime: number;
  lintTime: number;
  /** Takes back the pending end of the pause. */
  cancelPause: (() => void) | undefined;
}

export function createDiagnosticsScheduler(host: SchedulerHost): DiagnosticsScheduler {
  const documents = new Map<string, Tracked>();
  /** Documents to lint, in order; a set, so that a document waits once however often it is asked for. */
  const queue = new Set<string>();
  let mode: LintMode = 'onType';
  let started = false;
  let disposed = false;
  let pumping = false;

  /** One document at a time, so that requests and cancellations get in between. */
  const pump = async (): Promise<void> => {
    if (pumping || !started) return;
    pumping = true;
    try {
      for (let next = first(queue); next !== undefined && !disposed; next = first(queue)) {
        queue.delete(next);
        const tracked = documents.get(next);
        if (tracked === undefined) continue;
        tracked.edited = false;
        tracked.stale = false;
        const started = host.now();
        host.lint(next);
        tracked.lintTime = host.now() - started;
        await host.yieldToInput();
      }
    } finally {
      pumping = false;
    }
  };

  const lintSoon = (uris: Iterable<string>): void => {
    for (const uri of uris) {
      const tracked = documents.get(uri);
      if (tracked === undefined) continue;
      endPause(tracked);
      tracked.waiting = false;
      queue.add(uri);
    }
    void pump();
  };

  const build = (uri: string, tracked: Tracked): void => {
    const started = host.now();
    host.build(uri);
    tracked.buildTime = host.now() - started;
  };

  const lintStale = (): void => {
    lintSoon(
      [...documents]
        .filter(([, tracked]) => tracked.stale && !tracked.edited && !tracked.deleted)
        .map(([uri]) => uri),
    );
  };

  /** Reads an edited text, and checks it where the mode says so. The pause goes on: what comes before its end belongs to the burst. */
  const check = (uri: string, tracked: Tracked): void => {
    tracked.waiting = false;
    build(uri, tracked);
    if (mode !== 'onType') return;
    queue.add(uri);
    void pump();
  };

  /** The first edit of a burst, unless something else has come meanwhile. */
  const checkAtOnce = async (uri: string, tracked: Tracked): Promise<void> => {
    await host.yieldToInput();
    const isOvertaken = tracked.waiting || tracked.deleted || !tracked.edited;
    if (!disposed && !isOvertaken && documents.get(uri) === tracked) check(uri, tracked);
  };

  const pauseOver = (uri: string, tracked: Tracked): void => {
    tracked.cancelPause = undefined;
    if (tracked.waiting) check(uri, tracked);
  };

  return {
    start: () => {
      started = true;
      lintSoon(documents.keys());
    },
    opened: uri => {
      const previous = documents.get(uri);
      if (previous !== undefined) endPause(previous);
      const tracked: Tracked = {
        ...{ edited: false, stale: false, deleted: false, waiting: false, buildTime: 0, lintTime: 0 },
        cancelPause: undefined,
      };
      documents.set(uri, tracked);
      build(uri, tracked);
      lintSoon([uri]);
    },
    edited: uri => {
      const tracked = documents.get(uri);
      if (tracked === undefined) return;
      const isFirst = tracked.cancelPause === undefined;
      endPause(tracked);
      tracked.edited = true;
      tracked.deleted = false;
      tracked.waiting = !isFirst || tracked.buildTime + tracked.lintTime > shortCheck;
      // What waits in the queue would be linted in the middle of typing; the end of the pause brings it back.
      if (mode === 'onType') queue.delete(uri);
      tracked.cancelPause = host.after(pause, () => pauseOver(uri, tracked));
      if (!tracked.waiting) void checkAtOnce(uri, tracked);
    },
    saved: uri => {
      const tracked = documents.get(uri);
      if (tracked !== undefined) {
        tracked.deleted = false;
        build(uri, tracked);
        lintSoon([uri]);
      }
      lintStale();
    },
    returned: uri => {
      const tracked = documents.get(uri);
      if (tracked?.deleted !== true) return;
      tracked.deleted = false;
      build(uri, tracked);
      lintSoon([uri]);
    },
    closed: uri => {
      const tracked = documents.get(uri);
      if (tracked === undefined) return;
      endPause(tracked);
      documents.delete(uri);
      queue.delete(uri);
      host.release(uri);
    },
    deleted: uri => {
      const tracked = documents.get(uri);
      if (tracked === undefined) return;
      endPause(tracked);
      tracked.waiting = false;
      tracked.deleted = true;
      queue.delete(uri);
      host.clear(uri);
    },
    affected: (uris, by) => {
      for (const uri of uris) {
        const tracked = documents.get(uri);
        if (tracked !== undefined) tracked.stale = true;
      }
      if (mode === 'onType' || by === 'disk') lintStale();
    },
    setMode: next => {
      if (next === mode) return;
      mode = next;
      if (mode === 'onType') lintSoon(documents.keys());
    },
    isBusy: () =>
      queue.size > 0 || [...documents.values()].some(({ cancelPause }) => cancelPause !== undefined),
    dispose: () => {
      disposed = true;
      for (const tracked of documents.values()) endPause(tracked);
      documents.clear();
      queue.clear();
    },
  };
}

function endPause(tracked: Tracked): void {
  tracked.cancelPause?.();
  tracked.cancelPause = undefined;
}

function first(uris: ReadonlySet<string>): string | undefined {
  for (const uri of uris) return uri;
  return undefined;
}
