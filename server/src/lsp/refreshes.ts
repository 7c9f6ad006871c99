/** Tells the client to ask again for what it shows beside a text, where that follows from other files or from settings. */
import type { ProjectChange } from '../core/index.ts';
import type { Refreshed } from './clientTraits.ts';

export interface Refreshes {
  /** Documents are new, here or elsewhere. */
  changed(change: Pick<ProjectChange, 'documents' | 'affected' | 'gone' | 'closed'>): void;
  /** A person wants to see other hints. */
  settingsChanged(): void;
  dispose(): void;
}

interface RefreshHost {
  after(milliseconds: number, run: () => void): () => void;
  supports(): ReadonlySet<Refreshed>;
  /** Canonical addresses. */
  openDocuments(): readonly string[];
  request(method: string): void;
}

/** Milliseconds of quiet after which the client is told: it asks for all that it shows, and nobody looks at a text while typing in another. */
const pause = 300;

export function createRefreshes(host: RefreshHost): Refreshes {
  const due = new Set<Refreshed>();
  let takeBack: (() => void) | undefined;
  const tell = (): void => {
    const supported = host.supports();
    for (const what of due) if (supported.has(what)) host.request(`workspace/${what}/refresh`);
    due.clear();
  };
  const later = (what: readonly Refreshed[], milliseconds: number): void => {
    for (const each of what) due.add(each);
    takeBack?.();
    takeBack = host.after(milliseconds, tell);
  };
  return {
    changed: ({ documents, affected, gone, closed }) => {
      const isElsewhere = host.openDocuments().some(uri => !documents.includes(uri));
      // For a document that changed by itself the client asks anyway; who uses a skill or chain may stand in any other.
      if (affected.length > 0) later(['semanticTokens', 'inlayHint', 'codeLens'], pause);
      else if (isElsewhere || gone.length > 0 || closed.length > 0) later(['codeLens'], pause);
    },
    settingsChanged: () => later(['inlayHint'], 0),
    dispose: () => takeBack?.(),
  };
}
