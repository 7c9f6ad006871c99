/** In which order the forms of a document are offered. */
import type { FolderReason } from './folders.ts';
import { type DocumentKind, type TemplateName, templates } from './kinds.ts';

/** The form that the folder's tool writes comes first. `reason`: why the folder is the one; `undefined`: there is none. */
export function templateOrder(kind: DocumentKind, reason: FolderReason | undefined): readonly TemplateName[] {
  const isNygards = reason === '.adr-dir' || reason === 'adrs.toml';
  const all: readonly TemplateName[] = templates[kind];
  return isNygards
    ? [...all].sort((left, right) => Number(right === 'nygard') - Number(left === 'nygard'))
    : all;
}
