import type { LinkingFiles } from '../project/linkingFiles.ts';
import type { DocumentState, ProjectSnapshot } from '../project/snapshot.ts';

/** What every feature is given first: the document it is asked about, in its project. A feature is a synchronous, pure function. */
export interface FeatureContext {
  readonly document: DocumentState;
  readonly project: ProjectSnapshot;
  /** The Markdown that leads to documents, as far as it was read; absent where no answer depends on it. */
  readonly linking?: LinkingFiles;
  /** The rules of the linter, for where a document names them; absent: none is known. */
  readonly rules?: readonly KnownRule[];
}

/** What there is to know of a rule, as no feature knows the rules themselves. */
export interface KnownRule {
  readonly code: string;
  readonly severity: string;
  /** `undefined`: the recommended one. */
  readonly preset?: string;
  /** `never`: nothing takes its findings away. */
  readonly silenced?: string;
  readonly summary: string;
  readonly details: string;
}
