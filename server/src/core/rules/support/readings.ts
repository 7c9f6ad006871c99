/** Scalars whose text does not mean what its key wants, by the readers of the model. */
import type { Meaning } from '../../../../../schemas/table.ts';
import { readArtefact } from '../../model/values/artefact.ts';
import { readDuration, readTimeline } from '../../model/values/duration.ts';
import { isKebabCase, readIdentifier } from '../../model/values/identifier.ts';
import { readNumberRange } from '../../model/values/number.ts';
import type { Parsed } from '../../model/values/parsed.ts';
import { readTarget } from '../../model/values/target.ts';
import { readVersion, readVersionRange } from '../../model/values/version.ts';
import { readWindow } from '../../model/values/window.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import { withoutCurlyQuotes } from '../../syntax/traps/quoting.ts';
import type { ScalarNode } from '../../syntax/tree.ts';
import type { Finding } from '../rule.ts';
import { changesTo } from './scalars.ts';

export type Failure = Extract<Parsed<unknown>, { ok: false }>;

/** Words that are reserved among nodes are as good as any elsewhere. */
const readPlainId = (text: string): Parsed<string> =>
  isKebabCase(text) ? { ok: true, value: text } : readIdentifier(text);

const readers: Partial<Readonly<Record<Meaning, (text: string) => Parsed<unknown>>>> = {
  duration: readDuration,
  timeline: readTimeline,
  target: readTarget,
  window: readWindow,
  version: readVersion,
  'version-range': readVersionRange,
  'number-range': readNumberRange,
  'node-id': readIdentifier,
  'chain-id': readPlainId,
  'suite-id': readPlainId,
  'skill-id': readPlainId,
  'team-id': readPlainId,
  'artefact-product': readArtefact,
  'artefact-use': readArtefact,
};

export interface Unreadable {
  readonly node: ScalarNode;
  readonly meaning: Meaning;
  readonly failure: Failure;
}

/** Every scalar of these meanings that its reader refuses, one meaning after the other; by default of all meanings that have a reader. */
export function* unreadable(
  { shape }: DocumentState,
  meanings: Iterable<Meaning> = shape.scalars.keys(),
): Iterable<Unreadable> {
  for (const meaning of meanings) {
    const read = readers[meaning];
    if (read === undefined) continue;
    for (const node of shape.scalars.get(meaning) ?? []) {
      const parsed = read(node.text);
      if (!parsed.ok) yield { node, meaning, failure: curlyFailure(node, read) ?? parsed };
    }
  }
}

/** Of a text that only the quotes of a word processor keep from being read. */
function curlyFailure({ text }: ScalarNode, read: (text: string) => Parsed<unknown>): Failure | undefined {
  const suggestion = withoutCurlyQuotes(text);
  if (suggestion === undefined || !read(suggestion).ok) return undefined;
  const message = `YAML takes the curly quotes of ${text} for letters. Write ${suggestion}.`;
  return { ok: false, message, suggestion };
}

/** What is said of a text that its reader refuses, with the reader's own proposals as fixes. */
export function* unreadableFindings(
  document: DocumentState,
  ...meanings: readonly Meaning[]
): Iterable<Finding> {
  for (const { node, failure } of unreadable(document, meanings)) {
    if (failure.code !== 'reversed-range') yield failureFinding(document, node, failure);
  }
}

/**
 * What is said of one such text. Over several lines its words are more likely those of another key, which lost its place: they
 * become one value only by a person's own choice.
 */
export function failureFinding(
  { lines }: DocumentState,
  node: ScalarNode,
  { message, suggestion, alternatives = [] }: Failure,
): Finding {
  const { span } = node;
  const names = suggestion === undefined ? alternatives : [suggestion];
  if (names.length === 0) return { span, message };
  const { start, end } = lines.range(span);
  const fixes = changesTo(node, names);
  if (suggestion !== undefined && start.line === end.line) return { span, message, fixes };
  return { span, message, fixes: fixes.map(fix => ({ ...fix, preferred: false, safe: false })) };
}
