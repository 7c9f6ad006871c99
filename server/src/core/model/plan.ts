/** The meaning of one prompt plan. Made from any tree; what cannot be read is absent. */
import type { MapNode, ScalarNode } from '../syntax/tree.ts';
import type { Span } from '../util/span.ts';
import type { Word } from './chain.ts';
import type { TemplateContent } from './values/template.ts';

export interface PlanInput {
  readonly name: Word;
  readonly type?: Word;
  readonly description?: Word;
  /** It has a default, or its type or `required` says that it may be left out. */
  readonly optional: boolean;
  /** The whole entry. */
  readonly span: Span;
}

export interface PlanExample {
  readonly name?: Word;
  /** The inputs that it gives, as written. */
  readonly inputs: readonly Word[];
  /** The map that holds them; `undefined` where there is none. */
  readonly inputsSyntax?: MapNode;
  readonly span: Span;
  readonly syntax: MapNode;
}

/** The template, where its text stands, and what stands in it; all places are those of the document. */
export interface PlanTemplate extends TemplateContent {
  readonly node: ScalarNode;
}

export interface PlanModel {
  readonly kind: 'plan';
  /** The `id` of `meta`. */
  readonly id?: Word;
  readonly owner?: Word;
  readonly purpose?: Word;
  readonly inputs: readonly PlanInput[];
  /** Of two inputs with one name the first, as the second is a finding. */
  readonly inputsByName: ReadonlyMap<string, PlanInput>;
  readonly template?: PlanTemplate;
  readonly examples: readonly PlanExample[];
  readonly syntax: MapNode;
}
