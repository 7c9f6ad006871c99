import type { Rule } from './rule.ts';
import { oneStep } from './support/examples.ts';
import { misspellsKey } from './support/missingKeys.ts';
import { quoted } from './support/words.ts';

const skills = { 'team.skills.yaml': 'skills: { site-reliability-engineer: { title: SRE } }\n' };
const files = {
  ...skills,
  'go-live.chain.yaml': `chain: go-live
title: Migration of the customers
steps: [{ skill: SRE, do: Move all of them }]
`,
};

export const handoffWithoutRollback: Rule = {
  code: 'handoff-without-rollback',
  family: 'handoff',
  preset: 'strict',
  severity: 'information',
  reliesOn: 'place',
  summary: 'A chain hands over to one that is hard to undo, and nothing says how it would be undone.',
  details:
    'A migration, a launch, a merger or a deletion changes what others already use. Before such a chain begins, somebody should know what is done if it has to be taken back: say so under rollback. What a chain does is told by its id and its title.',
  fixless: 'Only whoever hands over knows the way back.',
  valid: [
    { text: `${oneStep}handoffs: [{ then: go-live, rollback: Move them back within a day }]\n`, files },
    { text: `${oneStep}handoffs: [{ then: post-mortem }]\n` },
  ],
  invalid: [
    { text: `${oneStep}handoffs: [{ then: go-live }]\n#                  ^^^^^^^\n`, files },
    {
      text: `${oneStep}handoffs:\n  - then: product-launch\n#         ^^^^^^^^^^^^^^\n`,
      files: {
        ...skills,
        'product-launch.chain.yaml':
          'chain: product-launch\ntitle: To the market\nsteps: [{ skill: SRE, do: It }]\n',
      },
    },
  ],
  *check({ document, project, chain, soundness }) {
    for (const { kind, chain: next, rollback, syntax } of chain?.handoffs ?? []) {
      if (kind !== 'then' || rollback !== undefined || !soundness.holdsFor(syntax)) continue;
      if (misspellsKey(document, syntax, 'rollback')) continue;
      const [known, ...others] = project.chainsFor(document.uri).get(next.text) ?? [];
      if (known === undefined || others.length > 0) continue;
      const title = known.model.title?.text ?? '';
      const [what] = hardToUndo.exec(`${next.text} ${title.slice(0, longestTitle)}`) ?? [];
      if (what === undefined) continue;
      yield {
        span: next.span,
        message: `${quoted(next.text)} is hard to undo by its name, as it speaks of ${quoted(what.toLowerCase())}. Say under "rollback" what is done if it has to be taken back.`,
      };
    }
  },
};

/** UTF-16 units. */
const longestTitle = 300;

/** What changes things that others already use. */
const hardToUndo =
  /\b(?:migrations?|launch|merger|cut-?over|deletion|deprecation|decommission(?:ing)?|shut-?down|sunset(?:ting)?|off-?boarding|roll-?out)\b/i;
