import type { ItemTarget } from '../model/suite.ts';
import { pathBetween } from '../project/files.ts';
import type { DocumentState, ProjectSnapshot } from '../project/snapshot.ts';
import { isPath, type ResolvedTarget, resolveTarget } from '../project/targets.ts';
import type { Finding, Rule } from './rule.ts';
import { renameKey } from './support/edits.ts';
import { changesTo } from './support/scalars.ts';
import { suggester } from './support/suggester.ts';
import { didYouMean, quoted } from './support/words.ts';

const suite = (target: string): string => `suite: platform
title: Platform
items:
  threats:
    title: Threats
    ${target}
`;
const files = {
  'security/plan.threats@v1.yaml': 'meta: { id: plan.threats@v1 }\ntemplate: Look for threats.\n',
  'threats.chain.yaml': 'chain: threats\ntitle: Threats\nsteps:\n  - { team: security, do: Look }\n',
};
const path = 'platform.suite.yaml';

export const unknownFile: Rule = {
  code: 'unknown-file',
  family: 'suite',
  severity: 'error',
  reliesOn: 'place',
  summary: 'An item of a suite points at a prompt plan or chain that is not there.',
  details:
    'The path of a prompt plan or chain counts from the folder of the suite and stays in the workspace folder; a chain may also be named by its id. An item that points at nothing cannot be run. Of files whose names tell no kind nothing is reported.',
  valid: [
    { text: suite('plan: security/plan.threats@v1.yaml'), files, path },
    { text: suite('chain: threats'), files, path },
    { text: suite('chain: ./threats.chain.yaml'), files, path },
    { text: suite('plan: prompts/threats.txt'), files, path },
  ],
  invalid: [
    {
      text: suite('plan: security/plan.threat@v1.yaml\n#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^'),
      files,
      path,
      fixed: suite('plan: security/plan.threats@v1.yaml'),
    },
    {
      text: suite('plan: ../plan.threats@v1.yaml\n#         ^^^^^^^^^^^^^^^^^^^^^^^'),
      files,
      path,
    },
    {
      text: suite('plan: threats.chain.yaml\n#         ^^^^^^^^^^^^^^^^^^'),
      files,
      path,
      fixed: suite('chain: threats.chain.yaml'),
    },
    {
      text: suite('chain: threat\n#          ^^^^^^'),
      files,
      path,
      fixed: suite('chain: threats'),
    },
  ],
  *check({ document, project, suite: model }) {
    if (model === undefined || !project.complete || project.folderOf(document.uri) === undefined) return;
    const nearest = {
      plan: suggester(pathsOf(document, project, 'plan')),
      chain: suggester(pathsOf(document, project, 'chain')),
      id: suggester(project.chainsFor(document.uri).keys()),
    };
    for (const { target } of model.items) {
      if (target === undefined) continue;
      const resolved = resolveTarget(project, document.uri, target);
      const isId = target.kind === 'chain' && !isPath(target.word.text);
      const near = resolved.kind === 'missing' ? nearest[isId ? 'id' : target.kind](target.word.text) : [];
      const finding = findingOf(target, resolved, near);
      if (finding !== undefined) yield finding;
    }
  },
};

/** The paths of the workspace folder's documents of one kind, from the document's own folder. */
const pathsOf = (
  { uri }: DocumentState,
  project: ProjectSnapshot,
  kind: ItemTarget['kind'],
): readonly string[] =>
  project.neighboursOf(uri).flatMap(each => (each.kind === kind ? (pathBetween(uri, each.uri) ?? []) : []));

const kindWords = { plan: 'a prompt plan', chain: 'a chain' } as const;

function findingOf(
  { kind, word }: ItemTarget,
  resolved: ResolvedTarget,
  near: readonly string[],
): Finding | undefined {
  const { span, node } = word;
  const name = quoted(word.text);
  switch (resolved.kind) {
    case 'outside': {
      const message = `${name} leads out of the workspace folder. Write the path of a file within it.`;
      return { span, message };
    }
    case 'other': {
      const other = resolved.document.kind;
      if (other !== 'plan' && other !== 'chain')
        return { span, message: `${name} is not ${kindWords[kind]}. Write the path of one.` };
      const message = `${name} is ${kindWords[other]}. Write it behind ${quoted(other)} instead of ${quoted(kind)}.`;
      const entry = node.parent?.kind === 'entry' ? node.parent : undefined;
      if (entry === undefined || entry.key.text !== kind) return { span, message };
      const edits = renameKey(entry, other);
      const title = `Change ${quoted(kind)} to ${quoted(other)}`;
      return { span, message, fixes: [{ title, edits, preferred: true }] };
    }
    case 'missing': {
      const what =
        resolved.by === 'id'
          ? `No chain of this workspace folder is called ${name}.`
          : `There is no file ${name}, counted from the folder of this suite.`;
      const advice = near.length > 0 ? didYouMean(near) : 'Write one that is there, or add a file for it.';
      return { span, message: `${what} ${advice}`, fixes: changesTo(node, near) };
    }
    default:
      return undefined;
  }
}
