/** One helper for all tests of completion: what is offered at `$0`, and what the text becomes when an item is chosen. */
import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { completion } from '../../server/src/core/features/completion.ts';
import { cursorIn } from '../support/fixture.ts';
import { applyItem, type ContextOptions, contextOf } from './feature.ts';

export interface CompletionExpectation extends ContextOptions {
  /** All labels, in their order. */
  readonly labels?: readonly string[];
  /** The first labels, in their order. */
  readonly first?: readonly string[];
  /** Labels that are among the others. */
  readonly present?: readonly string[];
  /** Labels that must not be there. */
  readonly absent?: readonly string[];
  /** Label to the text after it was chosen, with `$0` where the cursor then stands. */
  readonly applied?: Readonly<Record<string, string>>;
  /** The client inserts tab stops; it does unless this is false. */
  readonly snippets?: boolean;
  /** The character that brought the list up; without it, it was asked for. */
  readonly typed?: string;
}

/** The items at `$0`, in the order in which an editor shows them before anything is typed. */
export function itemsAt(fixture: string, options: CompletionExpectation = {}): readonly CompletionItem[] {
  const { text, position } = cursorIn(fixture);
  const { items } = completion(contextOf(text, options), position, {
    snippets: options.snippets ?? true,
    ...(options.typed !== undefined && { typed: options.typed }),
  });
  return items.toSorted((left, right) => ((left.sortText ?? '') < (right.sortText ?? '') ? -1 : 1));
}

export function checkCompletion(fixture: string, expected: CompletionExpectation): void {
  const { text } = cursorIn(fixture);
  const items = itemsAt(fixture, expected);
  const labels = items.map(item => item.label);
  assert.equal(new Set(labels).size, labels.length, `offered twice: ${labels.join(', ')}`);
  if (expected.labels !== undefined) assert.deepEqual(labels, expected.labels);
  if (expected.first !== undefined) assert.deepEqual(labels.slice(0, expected.first.length), expected.first);
  for (const label of expected.present ?? [])
    assert.ok(labels.includes(label), `${label} is not in ${labels.join(', ')}`);
  for (const label of expected.absent ?? [])
    assert.ok(!labels.includes(label), `${label} is in ${labels.join(', ')}`);
  for (const [label, result] of Object.entries(expected.applied ?? {})) {
    const item = items.find(each => each.label === label);
    assert.ok(item !== undefined, `${label} is not in ${labels.join(', ')}`);
    const after = applyItem(text, item);
    assert.equal(`${after.text.slice(0, after.offset)}$0${after.text.slice(after.offset)}`, result);
  }
}
