import type { ChainModel, Word } from '../model/chain.ts';
import type { Likeness } from '../project/snapshot.ts';
import type { Rule, RuleContext } from './rule.ts';
import { head } from './support/examples.ts';
import { enumerated, quoted } from './support/words.ts';

const steps = (last: string): string => `steps:
  - { skill: incident-commander, do: Open the incident }
  - { skill: site-reliability-engineer, do: Find what has changed }
  - { skill: site-reliability-engineer, do: Take it back }
  - { checkpoint: The service is back, by: incident-commander }
  - { skill: technical-writer, do: ${last} }
`;

const skills = {
  'team.skills.yaml':
    'skills:\n  site-reliability-engineer: {}\n  incident-commander: {}\n  technical-writer: {}\n',
};

const beside = (title: string, body: string): Readonly<Record<string, string>> => ({
  ...skills,
  'roll-back.chain.yaml': `chain: roll-back\ntitle: ${title}\n${body}`,
});

export const nearDuplicateChain: Rule = {
  code: 'near-duplicate-chain',
  family: 'names',
  preset: 'strict',
  severity: 'information',
  reliesOn: 'document',
  summary: 'Two chains of a workspace folder say nearly the same.',
  details:
    'A chain that was copied from another, or written twice, is corrected in one place and forgotten in the other. Two chains are nearly the same if at least four steps in five say the same in the same order, or if their titles or their summaries use the same words. Make one chain of the two, let one run the other as a sub-chain, or say in both what tells them apart.',
  fixless: 'Only people know which of the two should stay, or what tells them apart.',
  valid: [
    {
      text: head + steps('Write down what happened'),
      path: 'restore-service.chain.yaml',
      files: beside('Roll back', 'steps:\n  - { skill: site-reliability-engineer, do: Take it back }\n'),
    },
    {
      text: head + steps('Write down what happened'),
      path: 'restore-service.chain.yaml',
      files: beside(
        'Restore the database',
        'steps:\n  - { skill: site-reliability-engineer, do: Take it back }\n',
      ),
    },
  ],
  invalid: [
    {
      text:
        head.replace('restore-service\n', 'restore-service\n#      ^^^^^^^^^^^^^^^\n') +
        steps('Write down what happened'),
      path: 'restore-service.chain.yaml',
      files: beside('Roll back', steps('Tell what happened')),
    },
    {
      text: `chain: restore-service
title: Restore the service
#      ^^^^^^^^^^^^^^^^^^^
steps: [{ skill: site-reliability-engineer, do: Restore it }]
`,
      path: 'restore-service.chain.yaml',
      files: beside('"The service: restore"', steps('Tell what happened')),
    },
  ],
  *check(context) {
    const { document, project, chain } = context;
    if (chain === undefined || !project.complete) return;
    for (const by of ['steps', 'title', 'summary'] as const) {
      const place = placeOf(chain, by);
      const others = project
        .chainsLike(document.uri)
        .filter(each => each.by === by)
        .flatMap(({ uri }) => otherChain(context, uri) ?? []);
      if (place === undefined || others.length === 0) continue;
      const ids = others.map(({ id }) => id.text);
      yield {
        span: place.span,
        message: `${sayings[by](enumerated(ids, 'and'))} Make one chain of them, or say what tells them apart.`,
        related: others.slice(0, 8).map(({ uri, model, id }) => ({
          uri,
          span: (placeOf(model, by) ?? id).span,
          message: `${quoted(id.text)} is here.`,
        })),
      };
    }
  },
};

const sayings: Readonly<Record<Likeness['by'], (ids: string) => string>> = {
  steps: ids => `Nearly all steps of this chain are those of ${ids}, in the same order.`,
  title: ids => `The title of this chain is of the same words as that of ${ids}.`,
  summary: ids => `The summary of this chain is that of ${ids}.`,
};

const placeOf = ({ id, title, summary }: ChainModel, by: Likeness['by']): Word | undefined =>
  ({ steps: id, title, summary })[by];

function otherChain({ project }: RuleContext, uri: string) {
  const model = project.documents.get(uri)?.model;
  return model?.kind === 'chain' && model.id !== undefined ? { uri, model, id: model.id } : undefined;
}
