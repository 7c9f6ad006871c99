/** The file kinds that the schemas know. Suites and prompt plans are not among them yet. */
import type * as z from 'zod';
import { catalogue } from './catalogue.ts';
import { chain } from './chain.ts';
import type { Table } from './table.ts';

export interface KindDescription {
  readonly kind: Table['kinds'][number]['kind'];
  /** What the JSON Schema is called. */
  readonly title: string;
  /** The top-level key that tells the kind whatever the file is called. */
  readonly key: string;
  readonly files: readonly string[];
  readonly root: z.ZodObject;
}

export const kinds: readonly KindDescription[] = [
  { kind: 'chain', title: 'Skill chain', key: 'chain', files: ['*.chain.yaml', '*.chain.yml'], root: chain },
  { kind: 'catalogue', title: 'Skill catalogue', key: 'skills', files: ['*.skills.yaml'], root: catalogue },
];
