/** The file kinds of the language. */
import type * as z from 'zod';
import { catalogue } from './catalogue.ts';
import { chain } from './chain.ts';
import { configuration } from './configuration.ts';
import { plan } from './plan.ts';
import { suite } from './suite.ts';
import type { Table } from './table.ts';

export interface KindDescription {
  readonly kind: Table['kinds'][number]['kind'];
  /** What the JSON Schema is called. */
  readonly title: string;
  /** The top-level keys that together tell the kind whatever the file is called; none: its name alone does. */
  readonly keys: readonly string[];
  /** The names of its files, in which `*` stands for anything. */
  readonly files: readonly string[];
  readonly root: z.ZodObject;
}

export const kinds: readonly KindDescription[] = [
  {
    kind: 'chain',
    title: 'Skill chain',
    keys: ['chain'],
    files: ['*.chain.yaml', '*.chain.yml'],
    root: chain,
  },
  {
    kind: 'catalogue',
    title: 'Skill catalogue',
    keys: ['skills'],
    files: ['*.skills.yaml'],
    root: catalogue,
  },
  { kind: 'suite', title: 'Suite', keys: ['suite'], files: ['*.suite.yaml'], root: suite },
  { kind: 'plan', title: 'Prompt plan', keys: ['meta', 'template'], files: ['plan.*@v*.yaml'], root: plan },
  {
    kind: 'configuration',
    title: 'Skill Chains configuration',
    keys: [],
    files: ['.skill-chains.yaml'],
    root: configuration,
  },
];
