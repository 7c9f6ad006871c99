import type { Meaning } from '../../../../../../schemas/table.ts';
import { quoteNode } from '../../../syntax/traps/quoting.ts';
import { wordAt } from '../symbolAt.ts';
import type { Refactor, RefactorPlace } from './refactor.ts';

/** What stands here may be put in quotes and is the same still. */
const quotable: ReadonlySet<Meaning> = new Set<Meaning>([
  'text',
  'condition',
  'target',
  'version',
  'version-range',
  'owner',
  'domain',
  'skill-alias',
  'path',
]);

/** Texts that tools for YAML take for something else: yes and no, nothing, numbers in any notation, dates and times of day. */
const typed =
  /^(?:y|n|yes|no|on|off|true|false|null|~|[-+]?(?:0x[\da-f]+|0o?[0-7]+|[\d_]+(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.\d+|\.inf|\.nan)|\d{4}-\d\d?-\d\d?.*|\d+(?::[0-5]?\d)+)$/i;

/** Signs that mean something to YAML beside a blank or between brackets: one more of these, and the text reads otherwise. */
const signs = /[#:{}[\]]/;

/** Puts a text in quotes that reads safely only by luck: one more edit, or another tool, and it is something else. */
export function quoteText({ context, span }: RefactorPlace): readonly Refactor[] {
  const word = wordAt(context, span.start);
  if (word === undefined || word.keyOf !== undefined || word.shape === undefined) return [];
  const { scalar, shape } = word;
  if (span.end > scalar.span.end) return [];
  if (!quotable.has(shape.meaning) || !(typed.test(scalar.text) || signs.test(scalar.text))) return [];
  const edits = quoteNode(context.document.tree, scalar);
  return edits === undefined ? [] : [{ title: 'Quote this text', kind: 'refactor.rewrite', edits }];
}
