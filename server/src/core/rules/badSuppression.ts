import { ignoreFile, ignoreLine, type Suppression } from '../model/suppressions.ts';
import type { DocumentState } from '../project/snapshot.ts';
import { lineEndOf } from '../syntax/textLines.ts';
import { nearNames } from '../util/nearNames.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';
import { type Edit, removeEntry } from './support/edits.ts';
import { newSkill, oneStep } from './support/examples.ts';
import { changesTo, scalarsOf } from './support/scalars.ts';
import { removeCode, removeComment } from './support/suppressions.ts';
import { didYouMean, quoted } from './support/words.ts';

export const badSuppression: Rule = {
  code: 'bad-suppression',
  family: 'checking',
  severity: 'warning',
  reliesOn: 'place',
  silenced: 'by-configuration',
  summary: 'A comment or configuration that is meant to silence findings silences none.',
  details:
    'A comment names the rules whose findings it silences: # skill-chains-ignore CODE: reason, above the line or at its end, or # skill-chains-ignore-file CODE: reason, above everything else. A mistake in the YAML itself cannot be silenced, since everything after it is not read as it was meant. Findings about these comments can be silenced only by a configuration.',
  valid: [
    {
      text: `# skill-chains-ignore-file unknown-skill: they start in May
${newSkill()}`,
    },
  ],
  invalid: [
    {
      text: `${oneStep}    # skill-chains-ignore
#     ^^^^^^^^^^^^^^^^^^^
    because: It is down
`,
      fixed: `${oneStep}    because: It is down
`,
    },
    {
      text: `${oneStep}    # skill-chains-ingore timeline-without-room: it is tight
#     ^^^^^^^^^^^^^^^^^^^
    because: It is down
`,
      fixed: `${oneStep}    # skill-chains-ignore timeline-without-room: it is tight
    because: It is down
`,
    },
    {
      text: `${oneStep}    # skill-chains-ignore-file timeline-without-room: it is tight
#     ^^^^^^^^^^^^^^^^^^^^^^^^
    because: It is down
`,
      fixed: `# skill-chains-ignore-file timeline-without-room: it is tight
${oneStep}    because: It is down
`,
    },
    {
      text: `${oneStep}    # skill-chains-ignore yaml-syntax: it is meant so
#                         ^^^^^^^^^^^
    because: It is down
`,
      fixed: `${oneStep}    because: It is down
`,
    },
    {
      text: `preset: strict
rules:
  yaml-syntax: off
#              ^^^
`,
      path: '.skill-chains.yaml',
      fixed: `preset: strict
rules:
  yaml-syntax: error
`,
    },
  ],
  *check(context) {
    const { document, suppressing } = context;
    for (const suppression of suppressing.all) yield* ofComment(context, suppression);
    for (const node of scalarsOf(document, 'rule-code')) {
      const value = node.parent?.kind === 'entry' ? node.parent.value : undefined;
      if (value?.kind !== 'scalar' || value.text !== 'off') continue;
      if (context.silencedBy(node.text) !== 'never') continue;
      const removal = node.parent?.kind === 'entry' ? removeEntry(document, node.parent) : undefined;
      yield {
        span: value.span,
        message: `${quoted(node.text)} is never off, as what follows it is not read as it is meant. Remove it, or write another severity.`,
        fixes: [
          ...changesTo(value, ['error']),
          ...(removal === undefined ? [] : [{ title: `Remove ${quoted(node.text)}`, edits: removal }]),
        ],
      };
    }
  },
};

const words: readonly string[] = [ignoreLine, ignoreFile];

function* ofComment({ document, silencedBy }: RuleContext, suppression: Suppression): Iterable<Finding> {
  const { word, wordSpan, codes, counts } = suppression;
  const removal = { title: 'Remove the comment', edits: removeComment(document, suppression) };
  if (!words.includes(word)) {
    const near = nearNames(word, words, 1);
    const advice =
      near.length > 0 ? didYouMean(near) : `Write ${quoted(ignoreLine)}, or begin it with another word.`;
    const fixes = near.map(name => ({
      title: `Change to ${quoted(name)}`,
      edits: [{ span: wordSpan, newText: name }],
      preferred: true,
    }));
    yield { span: wordSpan, message: `No comment of ours begins with ${quoted(word)}. ${advice}`, fixes };
    return;
  }
  if (codes.length === 0) {
    const message =
      'This comment names no rule, so it takes nothing away. Write the code of the rule behind it.';
    yield { span: wordSpan, message, fixes: [removal] };
    return;
  }
  if (counts === 'nowhere') {
    const message =
      'What counts for all of a file stands above all else in it. Move the comment to the top, or let it count for a line.';
    const fixes = [
      { title: 'Move it to the top', edits: [...toTop(document, suppression), ...removal.edits] },
      { title: `Change to ${quoted(ignoreLine)}`, edits: [{ span: wordSpan, newText: ignoreLine }] },
    ];
    yield { span: wordSpan, message, fixes };
    return;
  }
  for (const code of codes) {
    if (silencedBy(code.text) === undefined) continue;
    yield {
      span: code.span,
      message: `What ${quoted(code.text)} finds is not taken away by a comment. Remove it here.`,
      fixes: [
        {
          title: codes.length === 1 ? 'Remove the comment' : `Remove ${quoted(code.text)}`,
          edits: removeCode(document, suppression, code),
        },
      ],
    };
  }
}

/** The comment as the first line of the file. */
function toTop({ text }: DocumentState, { span }: Suppression): readonly Edit[] {
  const at = text.startsWith('\uFEFF') ? 1 : 0;
  const comment = text.slice(span.start, span.end).trimEnd();
  return [{ span: { start: at, end: at }, newText: comment + lineEndOf({ text }) }];
}
