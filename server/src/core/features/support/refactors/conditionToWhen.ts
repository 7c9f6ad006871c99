import { nodeAt } from '../../../model/references.ts';
import { columnOf, lineEndBehind, lineEndOf } from '../../../syntax/textLines.ts';
import { inQuotes, writeScalar } from '../../../util/yamlText.ts';
import type { ChainPlace, Refactor } from './refactor.ts';

/** UTF-16 units of a sentence that is looked at: a longer one is no sentence. */
const longestSentence = 300;

/** Forms of a sentence that begins or ends with the condition on which it counts. */
const forms: readonly RegExp[] = [
  /^(?:only )?(?:if|when|whenever|in case) (?<condition>[^,;:]+), (?:then )?(?<rest>\S.*)$/iu,
  /^(?<rest>[^()]*\S) \((?:only )?(?:if|when|whenever|in case) (?<condition>[^()]+)\)\.?$/iu,
  /^(?<rest>[^,;:()]*[^,;:()\s]),? only (?:if|when|in case) (?<condition>[^,;:()]+)$/iu,
  /^(?<rest>[^,;:()]*[^,;:()\s]), (?:if|when|in case) (?<condition>[^,;:()]+)$/iu,
];

/** Takes a condition out of what a step does and writes it as the step's `when`. */
export function conditionToWhen({ context: { document }, model, span }: ChainPlace): readonly Refactor[] {
  const node = nodeAt(model, span.start);
  if (node?.kind !== 'step' || node.when !== undefined || node.synthesizes !== undefined) return [];
  // What an alias repeats is written elsewhere.
  if (node.repeatedAt !== undefined) return [];
  const entry = node.does?.node.parent;
  const sentence = node.does && parted(node.does.text);
  if (node.does === undefined || sentence === undefined || entry?.kind !== 'entry') return [];
  const { style } = node.does.node;
  const { flow } = node.syntax;
  const isOneLine = !/[\r\n]/.test(document.text.slice(node.does.span.start, node.does.span.end));
  if (style === 'literal' || style === 'folded' || !isOneLine) return [];
  const rest = style === 'plain' ? writeScalar(sentence.rest, flow) : inQuotes(sentence.rest, style);
  const condition = writeScalar(sentence.condition, flow);
  const at = flow ? entry.span.end : lineEndBehind(document, entry);
  const lead = flow ? ', ' : lineEndOf(document) + ' '.repeat(columnOf(document, entry.span.start));
  return [
    {
      title: `Make “${sentence.condition}” the condition of this step`,
      kind: 'refactor.rewrite',
      edits: [
        { span: node.does.span, newText: rest },
        { span: { start: at, end: at }, newText: `${lead}when: ${condition}` },
      ],
    },
  ];
}

interface Sentence {
  readonly condition: string;
  readonly rest: string;
}

/** A sentence without its condition, which begins as the whole one did; `undefined` where it has none. */
function parted(text: string): Sentence | undefined {
  if (text.length > longestSentence) return undefined;
  const flat = text.replace(/\s+/gu, ' ').trim();
  for (const form of forms) {
    const { condition, rest } = form.exec(flat)?.groups ?? {};
    if (condition === undefined || rest === undefined) continue;
    const [first = ''] = rest;
    const isUpper = flat.charAt(0) !== flat.charAt(0).toLowerCase();
    return {
      condition: condition.trim(),
      rest: (isUpper ? first.toUpperCase() : first) + rest.slice(first.length),
    };
  }
  return undefined;
}
