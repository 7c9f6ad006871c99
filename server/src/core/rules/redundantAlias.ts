import { comparable } from '../util/comparable.ts';
import type { Rule } from './rule.ts';
import { removeItem } from './support/edits.ts';
import { scalarsOf } from './support/scalars.ts';
import { quoted } from './support/words.ts';

const catalogue = (aliases: string): string => `skills:
  site-reliability-engineer:
    title: Service Keeper
    aliases: ${aliases}
`;

export const redundantAlias: Rule = {
  code: 'redundant-alias',
  family: 'names',
  preset: 'strict',
  severity: 'hint',
  reliesOn: 'document',
  summary: 'An alias is the id or title of its own skill in another spelling.',
  details:
    'Names of skills are compared without regard to capitals, and blanks, hyphens and underscores count as the same. An alias that differs from the id, the title or another alias of its skill in nothing else adds nothing, and can go.',
  valid: [{ text: catalogue('[SRE, Service/Keeper]'), path: 'team.skills.yaml', files: {} }],
  invalid: [
    {
      text: catalogue('[SRE, Site Reliability Engineer]\n#                  ^^^^^^^^^^^^^^^^^^^^^^^^^'),
      path: 'team.skills.yaml',
      files: {},
      fixed: catalogue('[SRE]'),
    },
    {
      text: catalogue('\n      - service_keeper\n#       ^^^^^^^^^^^^^^\n      - SRE').replace(
        'aliases: \n',
        'aliases:\n',
      ),
      path: 'team.skills.yaml',
      files: {},
      fixed: catalogue('\n      - SRE').replace('aliases: \n', 'aliases:\n'),
    },
  ],
  *check({ document }) {
    const { model } = document;
    if (model?.kind !== 'catalogue') return;
    const nodes = new Map(scalarsOf(document, 'skill-alias').map(node => [node.span.start, node]));
    for (const { id, title, aliases } of model.skills) {
      const known = new Map(
        [id, ...(title === undefined ? [] : [title])].map(word => [comparable(word.text), word]),
      );
      for (const alias of aliases) {
        const same = known.get(comparable(alias.text));
        if (same === undefined) {
          known.set(comparable(alias.text), alias);
          continue;
        }
        const node = nodes.get(alias.span.start);
        const edits = node && removeItem(document, node);
        yield {
          span: alias.span,
          message: `This skill is called ${quoted(same.text)} already, and ${quoted(alias.text)} is the same name. Remove this alias.`,
          tag: 'unnecessary',
          related: [{ uri: document.uri, span: same.span, message: 'The name stands here.' }],
          fixes:
            edits === undefined
              ? []
              : [{ title: `Remove ${quoted(alias.text)}`, edits, preferred: true, safe: true }],
        };
      }
    }
  },
};
