/** Scalars whose text does not mean what its key wants, by the readers of the model. */
import type { Meaning } from '../../../../../schemas/table.ts';
import { isNothing } from '../../model/shapeWords.ts';
import { readDuration, readTimeline } from '../../model/values/duration.ts';
import type { Parsed } from '../../model/values/parsed.ts';
import { readTarget } from '../../model/values/target.ts';
import { readWindow } from '../../model/values/window.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import type { ScalarNode } from '../../syntax/tree.ts';
import type { Finding } from '../rule.ts';
import { replaceScalar } from './scalars.ts';
import { quoted } from './words.ts';

type Failure = Extract<Parsed<unknown>, { ok: false }>;

const readers: Partial<Readonly<Record<Meaning, (text: string) => Parsed<unknown>>>> = {
  duration: readDuration,
  timeline: readTimeline,
  target: readTarget,
  window: readWindow,
};

export interface Unreadable {
  readonly node: ScalarNode;
  readonly meaning: Meaning;
  readonly failure: Failure;
}

/** Every scalar that its reader refuses, in the order of the walk. */
export function* unreadable({ shape }: DocumentState): Iterable<Unreadable> {
  for (const [node, read] of shape.shapes) {
    if (node.kind !== 'scalar' || read.type !== 'scalar' || isNothing(node)) continue;
    const parsed = readers[read.meaning]?.(node.text);
    if (parsed?.ok === false) yield { node, meaning: read.meaning, failure: parsed };
  }
}

/** What is said of a text that its reader refuses, with the reader's own proposal as the fix. */
export function* unreadableFindings(document: DocumentState, ...meanings: readonly Meaning[]): Iterable<Finding> {
  for (const { node, meaning, failure } of unreadable(document)) {
    if (meanings.includes(meaning) && failure.code !== 'reversed-range') yield failureFinding(node, failure);
  }
}

export function failureFinding(node: ScalarNode, { message, suggestion }: Failure): Finding {
  if (suggestion === undefined) return { span: node.span, message };
  const edits = replaceScalar(node, suggestion);
  return { span: node.span, message, fixes: [{ title: `Change to ${quoted(suggestion)}`, edits, preferred: true }] };
}
