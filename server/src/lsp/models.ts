/** Keeps the language service's documents in step with the open texts, and tells the client what became new. */
import type { LanguageService, ProjectChange } from '../core/index.ts';
import type { OpenDocuments } from './openDocuments.ts';
import { chainsChangedMethod, type ModelChangedParams, modelChangedMethod } from './protocol.ts';

export interface Models {
  /** The document's text is new; nothing is read before someone needs it, so that a storm of edits costs one reading. */
  edited(uri: string): void;
  /** Brings every open document up to date, and says what that changed. */
  update(): readonly ProjectChange[];
  closed(uri: string): void;
  /** Sends `modelChanged` for each new model and each document that a change elsewhere affects, and `chainsChanged`. A file that is not open has the version 0. */
  announce(change: Pick<ProjectChange, 'documents' | 'affected' | 'chains'>): void;
}

/** `send` sends a notification. */
export function createModels(
  service: LanguageService,
  documents: OpenDocuments,
  send: (method: string, params: object) => void,
): Models {
  const waiting = new Set<string>();
  return {
    edited: uri => {
      waiting.add(uri);
    },
    update: () => {
      const changes: ProjectChange[] = [];
      for (const uri of waiting) {
        waiting.delete(uri);
        const document = documents.get(uri);
        if (document !== undefined) changes.push(service.setDocument(uri, document.version, document.text));
      }
      return changes;
    },
    closed: uri => {
      waiting.delete(uri);
    },
    announce: change => {
      // A change elsewhere brings new findings and handoffs into the graph of an open document, too.
      const own = new Set(change.documents);
      for (const uri of new Set([...own, ...change.affected])) {
        const document = documents.get(uri);
        const params: ModelChangedParams = {
          uri: document?.clientUri ?? uri,
          version: document?.version ?? 0,
          ...(!own.has(uri) && { elsewhere: true }),
        };
        send(modelChangedMethod, params);
      }
      if (change.chains) send(chainsChangedMethod, {});
    },
  };
}
