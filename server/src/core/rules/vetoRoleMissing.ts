import type { CheckpointNode, Word } from '../model/chain.ts';
import type { DocumentState } from '../project/snapshot.ts';
import { searchWords } from '../util/searchWords.ts';
import type { Fix, Rule } from './rule.ts';
import { dutiesFile, lastWords, skillId } from './support/duties.ts';
import { addItem } from './support/edits.ts';
import { head } from './support/examples.ts';
import { isPlainInFlow } from './support/scalars.ts';
import { quoted } from './support/words.ts';

const files = { 'team.skills.yaml': dutiesFile };
const path = 'restore-service.chain.yaml';
const checkpoint = (by: string, criterion: string): string => `${head}steps:
  - checkpoint: Fit to go live
    by: ${by}
    criteria:
      - ${criterion}
`;

export const vetoRoleMissing: Rule = {
  code: 'veto-role-missing',
  family: 'people',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'A checkpoint decides on a matter in which a skill has the last word, without that skill.',
  details:
    'Under never-overridden a catalogue says in which matters one skill has the last word. A checkpoint speaks of such a matter where its name or one of its criteria has every word of it; of a matter that is a single word only its name counts. It passes when all of by accept, so the skill has to be among them. Where by names a team, or somebody who is not known, nothing is reported.',
  valid: [
    { text: checkpoint('[SRE, security-sentinel]', 'No critical vulnerability is left'), files, path },
    { text: checkpoint('SRE', 'Critical paths are tested'), files, path },
  ],
  invalid: [
    {
      text: checkpoint('SRE\n#       ^^^', 'No critical vulnerability is left'),
      fixed: checkpoint('[SRE, security-sentinel]', 'No critical vulnerability is left'),
      files,
      path,
    },
    {
      text: `${head}steps: [{ checkpoint: Critical vulnerabilities are closed, by: [SRE, technical-writer] }]
#                                                               ^^^
`,
      fixed: `${head}steps: [{ checkpoint: Critical vulnerabilities are closed, by: [SRE, technical-writer, security-sentinel] }]
`,
      files,
      path,
    },
  ],
  *check(context) {
    const { document, project, chain, soundness } = context;
    const matters = chain === undefined ? [] : lastWords(context);
    if (chain === undefined || matters.length === 0) return;
    const index = project.skillsFor(document.uri);
    const sought = matters.map(each => ({ ...each, words: wordsOf(each.duty.about.text) }));
    for (const node of chain.nodes) {
      const [first] = node.kind === 'checkpoint' ? node.by : [];
      if (node.kind !== 'checkpoint' || first === undefined || !soundness.hasRead(node)) continue;
      const there = node.by.map(word => skillId(index, word));
      if (there.includes(undefined)) continue;
      const texts = [node.label, ...node.criteria.map(({ text }) => text)].map(
        text => new Set(wordsOf(text)),
      );
      for (const { uri, duty, skill, words } of sought) {
        if (there.includes(skill) || words.length === 0) continue;
        const among = words.length === 1 ? texts.slice(0, 1) : texts;
        if (!among.some(text => words.every(word => text.has(word)))) continue;
        yield {
          span: first.span,
          message: `This decides on ${quoted(duty.about.text)}, in which ${quoted(skill)} has the last word. Add that skill to those who decide.`,
          related: [{ uri, span: duty.about.span, message: 'This rule says so.' }],
          fixes: adding(document, node, first, skill),
        };
      }
    }
  },
};

const small = new Set(['a', 'an', 'the', 'of', 'in', 'on', 'and', 'or', 'to', 'for', 'any', 'all']);

/** The words of a text that say something, in the singular. */
const wordsOf = (text: string): readonly string[] =>
  text.length > longestSentence ? [] : searchWords(text).filter(word => !small.has(word));

/** UTF-16 units. */
const longestSentence = 300;

/** Puts a skill behind the others, in the way in which these are written. */
function adding(
  document: DocumentState,
  { syntax }: CheckpointNode,
  first: Word,
  skill: string,
): readonly Fix[] {
  const by = syntax.entries.find(({ key }) => key.text === 'by')?.value;
  const raw = document.text.slice(first.span.start, first.span.end);
  const edits =
    by?.kind === 'list'
      ? addItem(document, by, { block: skill, flow: skill })
      : by?.kind === 'scalar' && (isPlainInFlow(raw) || by.style === 'single' || by.style === 'double')
        ? [{ span: by.span, newText: `[${raw}, ${skill}]` }]
        : undefined;
  return edits === undefined ? [] : [{ title: `Add ${quoted(skill)} to those who decide`, edits }];
}
