/**
 * The findings of files that nobody has open, for those who want to see the whole workspace.
 *
 * They are pushed like all others, without a version, and come after everything else: one file at a time, so that requests get in
 * between, and none while an open document is being written or checked. A file is checked when the workspace was read, when it
 * changes on disk, when it is closed, and when a change elsewhere may alter what is found in it; what is found is sent only where it
 * differs from what was sent before. What an unsaved edit does to other files waits until typing rests, and in `onSave` for a save.
 */
import type { Diagnostic } from 'vscode-languageserver-types';
import type { LintMode, LintScope } from './settings.ts';

export interface ClosedFilesHost {
  /** Calls `run` once, `milliseconds` from now; the result takes that back. */
  after(milliseconds: number, run: () => void): () => void;
  /** Settles once waiting messages have been read. */
  yieldToInput(): Promise<void>;
  /** Whether open documents have something to do, which comes first. */
  isBusy(): boolean;
  /** Every document that is known; canonical, as are all addresses here. */
  known(): Iterable<string>;
  /** Whether it is a file of the workspace that is not open. */
  isClosedFile(uri: string): boolean;
  /** What is wrong with a file. */
  find(uri: string): readonly Diagnostic[];
  publish(uri: string, diagnostics: readonly Diagnostic[]): void;
  /** Tells the person, once, that of so many files only the first were checked. */
  leftOut(limit: number): void;
  /** So much was read and checked that it is worth a moment to give back the memory that this took. */
  tidyUp(): void;
}

export interface ClosedFiles {
  /** The workspace was read: from now on its files are checked. */
  start(): void;
  /** The findings of these files may differ, or they are gone: because of an unsaved edit, or of something on disk. */
  changed(uris: readonly string[], by: 'edit' | 'disk'): void;
  /** From now on the findings are those of an open document. */
  opened(uri: string): void;
  /**
   * It is open no longer, and `changed` will tell of its file.
   * @param mayBeFile False: it can have none, so that its findings go at once.
   */
  released(uri: string, mayBeFile: boolean): void;
  /** A document was saved: what unsaved edits did to other files counts now. */
  saved(): void;
  setMode(mode: LintMode): void;
  setScope(scope: LintScope): void;
  dispose(): void;
}

/** How long typing rests, in milliseconds, before what it does to closed files is looked at. */
export const rest = 1000;

/** How long to wait, in milliseconds, while open documents are busy. */
export const patience = 200;

/** After so many files, and so many milliseconds in which nothing is done, memory is given back. */
export const manyFiles = 100;
export const tidyRest = 3000;

/** More closed files than this many are not checked: nobody mends thousands, and the client has to keep what is found. */
export const mostClosedFiles = 1000;

/** Stands for what is shown of a file where that was not found here. */
const unknown = '';

export function createClosedFiles(host: ClosedFilesHost): ClosedFiles {
  /** Files to check, in order; a set, so that a file waits once however often it is asked for. */
  const queue = new Set<string>();
  /** Files that an unsaved edit may have changed, in `onSave`. */
  const stale = new Set<string>();
  /** What is shown of each file, as one text; nothing is kept of those without findings. */
  const shown = new Map<string, string>();
  /** The files that are checked, at most `mostClosedFiles`. */
  const admitted = new Set<string>();
  let mode: LintMode = 'onType';
  let scope: LintScope = 'workspace';
  let started = false;
  let disposed = false;
  let pumping = false;
  let told = false;
  let cancelWait: (() => void) | undefined;
  /** Files that were read or checked since memory was given back. */
  let handled = 0;
  let cancelTidying: (() => void) | undefined;

  const isActive = (): boolean => started && !disposed && scope === 'workspace';

  const show = (uri: string, found: readonly Diagnostic[]): void => {
    const before = shown.get(uri);
    if (found.length === 0) {
      if (before === undefined) return;
      shown.delete(uri);
    } else {
      const text = JSON.stringify(found);
      if (text === before) return;
      shown.set(uri, text);
    }
    host.publish(uri, found);
  };

  const isAdmitted = (uri: string): boolean => {
    if (admitted.has(uri)) return true;
    if (admitted.size >= mostClosedFiles) {
      if (!told) host.leftOut(mostClosedFiles);
      told = true;
      return false;
    }
    admitted.add(uri);
    return true;
  };

  const check = (uri: string): void => {
    const isChecked = host.isClosedFile(uri) && isAdmitted(uri);
    if (!isChecked) admitted.delete(uri);
    show(uri, isChecked ? host.find(uri) : []);
    if (isChecked) handled++;
  };

  const tidySoon = (): void => {
    if (handled < manyFiles || disposed) return;
    cancelTidying?.();
    cancelTidying = host.after(tidyRest, () => {
      if (queue.size > 0 || host.isBusy()) return tidySoon();
      handled = 0;
      host.tidyUp();
    });
  };

  const wait = (milliseconds: number): void => {
    cancelWait?.();
    cancelWait = host.after(milliseconds, () => {
      cancelWait = undefined;
      void pump();
    });
  };

  const pump = async (): Promise<void> => {
    if (pumping) return;
    pumping = true;
    try {
      for (let next = first(queue); next !== undefined && isActive(); next = first(queue)) {
        if (host.isBusy()) return wait(patience);
        queue.delete(next);
        check(next);
        await host.yieldToInput();
      }
    } finally {
      pumping = false;
    }
    tidySoon();
  };

  const add = (uris: Iterable<string>): void => {
    for (const uri of uris) queue.add(uri);
  };

  const checkAll = (): void => {
    if (!isActive()) return;
    add(host.known());
    void pump();
  };

  return {
    start: () => {
      started = true;
      handled += [...host.known()].length;
      if (isActive()) checkAll();
      else tidySoon();
    },
    changed: (uris, by) => {
      if (!isActive() || uris.length === 0) return;
      if (by === 'disk') {
        add(uris);
        void pump();
      } else if (mode === 'onSave') {
        for (const uri of uris) stale.add(uri);
      } else {
        add(uris);
        wait(rest);
      }
    },
    opened: uri => {
      for (const files of [queue, stale, admitted]) files.delete(uri);
      shown.delete(uri);
    },
    released: (uri, mayBeFile) => {
      if (isActive() && mayBeFile) shown.set(uri, unknown);
      else host.publish(uri, []);
    },
    saved: () => {
      add(stale);
      stale.clear();
      void pump();
    },
    setMode: next => {
      mode = next;
      if (mode === 'onSave') return;
      add(stale);
      stale.clear();
      void pump();
    },
    setScope: next => {
      if (next === scope) return;
      scope = next;
      if (scope === 'workspace') return checkAll();
      for (const files of [queue, stale, admitted]) files.clear();
      for (const uri of shown.keys()) host.publish(uri, []);
      shown.clear();
    },
    dispose: () => {
      disposed = true;
      cancelWait?.();
      cancelTidying?.();
      for (const files of [queue, stale, admitted]) files.clear();
      shown.clear();
    },
  };
}

function first(uris: ReadonlySet<string>): string | undefined {
  for (const uri of uris) return uri;
  return undefined;
}
