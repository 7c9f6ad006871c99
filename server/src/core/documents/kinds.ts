/** The forms in which the documents that a chain calls for are offered. */
import type { DocumentKind } from '../model/calledDocument.ts';

export type { DocumentKind } from '../model/calledDocument.ts';

/** By kind; the first is the one that is offered first. */
export const templates = {
  /** MADR 4 in full and in its minimal form, and Nygard's record. */
  adr: ['madr', 'madr-minimal', 'nygard'],
  /** The standard size. */
  'post-mortem': ['post-mortem'],
} as const satisfies Readonly<Record<DocumentKind, readonly string[]>>;

export type TemplateName = (typeof templates)[DocumentKind][number];
