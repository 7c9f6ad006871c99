import type { DocumentState, ProjectSnapshot } from '../project/snapshot.ts';
import type { ScalarNode } from '../syntax/tree.ts';
import type { Fix, Rule } from './rule.ts';
import { head, oneStep } from './support/examples.ts';
import { changesTo, isPlainInFlow, scalarsOf, singleQuoted } from './support/scalars.ts';
import { didYouMean, quoted } from './support/words.ts';

export const unknownSkill: Rule = {
  code: 'unknown-skill',
  family: 'names',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'A chain or another file names a skill that nobody knows.',
  details:
    'A step is done by a skill that the workspace knows by its id, its title or an alias: from a catalogue, or from the folders in which agents keep their skills, such as .claude/skills. If there is neither, single names cannot be checked, and one note per file says so.',
  valid: [{ text: oneStep }, { text: oneStep.replace('site-reliability-engineer', 'SRE') }],
  invalid: [
    {
      text: `${head}steps:
  - skill: incident-comander
#          ^^^^^^^^^^^^^^^^^
    do: Restore the service
`,
      fixed: `${head}steps:
  - skill: incident-commander
    do: Restore the service
`,
    },
    {
      text: `${head}steps:
  - skill: astrologer
#          ^^^^^^^^^^
    do: Read the stars
`,
    },
    {
      text: `${head}steps:
  - skill: site-reliability-engineer
#          ^^^^^^^^^^^^^^^^^^^^^^^^^
    do: Restore the service
  - skill: astrologer
    do: Read the stars
`,
      files: {},
    },
    {
      text: `${head}steps:
  - skill: star-reader
    do: Read the stars
  - skill: astrologer
#          ^^^^^^^^^^
    do: Say what they mean
`,
      files: {
        '.claude/skills/star-reader/SKILL.md': '---\nname: star-reader\ndescription: Reads the stars\n---\n',
      },
    },
  ],
  *check({ document, project, soundness }) {
    if (!project.complete || !areCataloguesRead(document, project)) return;
    const index = project.skillsFor(document.uri);
    let isNoted = false;
    for (const node of scalarsOf(document, 'skill-reference')) {
      const { text, span } = node;
      const resolved = index.resolve(text);
      if (resolved.kind !== 'unknown' || (document.kind === 'catalogue' && soundness.mayDeclare(text)))
        continue;
      const several = severalIn(node, name => index.resolve(name).kind === 'known');
      if (several !== undefined) {
        yield { span, ...severalFinding(document, node, several) };
        continue;
      }
      const near = resolved.near.map(each => each.declaration.id.text);
      if (index.hasSources || near.length > 0) {
        const advice =
          near.length > 0 ? didYouMean(near) : 'Write one that is there, or add it to a skill catalogue.';
        yield {
          span,
          message: `This workspace has no skill called ${quoted(text)}. ${advice}`,
          fixes: changesTo(node, near),
        };
      } else if (!isNoted) {
        isNoted = true;
        yield {
          span,
          severity: 'information',
          message:
            'Nothing in this workspace says which skills there are, so those of this file are not checked. To have them checked, describe them in a file that ends in .skills.yaml, or where agents keep skills, such as .claude/skills.',
        };
      }
    }
  },
};

/** The names of a text that are skills one by one; `undefined`: it is not made of such names. */
function severalIn({ text }: ScalarNode, isKnown: (name: string) => boolean): readonly string[] | undefined {
  const names = text.split(/\s*(?:,|;|&|\+|\/|\band\b)\s*/).filter(name => name !== '');
  return names.length > 1 && names.every(isKnown) ? names : undefined;
}

function severalFinding(
  { shape }: DocumentState,
  node: ScalarNode,
  names: readonly string[],
): { readonly message: string; readonly fixes?: readonly Fix[] } {
  const wanted = node.parent?.kind === 'entry' ? shape.keys.get(node.parent)?.shape : undefined;
  const takesMany = wanted?.type === 'choice' && wanted.options.some(({ type }) => type === 'list');
  const what = `${quoted(node.text)} is no skill, but the names of ${names.length}.`;
  if (!takesMany)
    return { message: `${what} Write one of them here, and an entry of its own for each of the others.` };
  const list = `[${names.map(name => (isPlainInFlow(name) ? name : singleQuoted(name))).join(', ')}]`;
  const edits = [{ span: node.span, newText: list }];
  return { message: `${what} Write ${list}.`, fixes: [{ title: 'Make it a list', edits, preferred: true }] };
}

/** Whether every other catalogue is without mistakes that may hide a skill. */
const areCataloguesRead = (document: DocumentState, project: ProjectSnapshot): boolean =>
  [...project.documents.values()].every(
    ({ uri, kind, tree, shape }) =>
      kind !== 'catalogue' ||
      uri === document.uri ||
      (tree.complete && shape.problems.every(problem => problem.code === 'wrong-value')),
  );
