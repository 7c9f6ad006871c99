import { slug } from '../model/values/identifier.ts';
import { planSlug, resolveTarget } from '../project/targets.ts';
import { nearNames } from '../util/nearNames.ts';
import type { Rule } from './rule.ts';
import { quoted } from './support/words.ts';

const files = {
  'plan.build-artifact-optimization@v1.yaml':
    'meta: { id: plan.build-artifact-optimization@v1 }\ntemplate: Do it.\n',
};
const path = 'platform.suite.yaml';
const suite = (title: string): string => `suite: platform
title: Platform
items:
  P23:
    title: ${title}
    plan: plan.build-artifact-optimization@v1.yaml
`;

export const titleNotFileName: Rule = {
  code: 'title-not-file-name',
  family: 'suite',
  severity: 'information',
  reliesOn: 'place',
  fixless: 'Only the author knows which of the two is right.',
  summary: 'The title of an item and the file name of its prompt plan use different words.',
  details:
    'People look for a plan under the words that the suite shows them. Where the file has others, two names are in use for one thing. Other spellings of the same words are no difference.',
  valid: [{ text: suite('Build artefact optimisation'), files, path }],
  invalid: [{ text: suite('Build optimization\n#          ^^^^^^^^^^^^^^^^^^'), files, path }],
  *check({ document, project, suite: model }) {
    for (const { title, target } of model?.items ?? []) {
      if (title === undefined || target?.kind !== 'plan') continue;
      const resolved = resolveTarget(project, document.uri, target);
      const name = resolved.kind === 'found' ? planSlug(resolved.document.uri) : undefined;
      const words = wordsOf(slug(title.text));
      if (name === undefined || words.length === 0 || areAlike(words, wordsOf(slug(name)))) continue;
      yield {
        span: title.span,
        message: `This item is called ${quoted(title.text)}, but its plan ${quoted(name)}. Use the same words for both.`,
        related: [
          { uri: document.uri, span: target.word.span, message: 'The file of the plan is named here.' },
        ],
      };
    }
  },
};

const wordsOf = (name: string): readonly string[] => name.split('-').filter(word => word !== '');

/** Whether each word of one name has one like it in the other: the same, or another spelling of it. */
function areAlike(left: readonly string[], right: readonly string[]): boolean {
  const isIn = (words: readonly string[], others: readonly string[]): boolean =>
    words.every(word => nearNames(word, others).some(other => other.slice(0, 2) === word.slice(0, 2)));
  return isIn(left, right) && isIn(right, left);
}
