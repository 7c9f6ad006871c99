import type { ChainModel } from '../model/chain.ts';
import { readVersion, readVersionRange, satisfies } from '../model/values/version.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';
import { head, oneStep } from './support/examples.ts';
import { needsIn } from './support/needs.ts';
import { changesTo } from './support/scalars.ts';
import { enumerated, quoted } from './support/words.ts';

const steps = (first: string, second: string): string => `${head}steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
${first}  - id: write
    skill: technical-writer
    do: Write down what happened
${second}`;

export const contractVersion: Rule = {
  code: 'contract-version',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A version is wanted that is not to be had.',
  details:
    'An artefact or a chain may be asked for by version, and what is there has another one. Adapt to the version that is there, or ask for it. Without a version any will do.',
  valid: [
    {
      text: steps('    produces: [report@1]\n', '    needs: [report]\n'),
    },
    {
      text: `${oneStep}  - chain: post-mortem
    version: ^2
`,
      path: 'restore-service.chain.yaml',
    },
  ],
  invalid: [
    {
      text: steps('    produces: [report@1]\n', '    needs: [report@2]\n#           ^^^^^^^^\n'),
      fixed: steps('    produces: [report@1]\n', '    needs: [report@1]\n'),
    },
    {
      text: `${oneStep}  - chain: post-mortem
    version: ^1
#            ^^
`,
      fixed: `${oneStep}  - chain: post-mortem
    version: ^2
`,
      path: 'restore-service.chain.yaml',
    },
  ],
  *check(context) {
    for (const { word, producers } of needsIn(context, 'version')) {
      const made = [...new Set(producers.map(each => each.artefact.text))];
      yield {
        span: word.span,
        message: `${quoted(word.text)} is needed, but what is made is ${enumerated(made, 'and')}. Ask for a version that is made.`,
        related: producers.map(({ artefact }) => ({
          uri: context.document.uri,
          span: artefact.span,
          message: `${quoted(artefact.text)} is made here.`,
        })),
        fixes: changesTo(word.node, made.slice(0, 3)),
      };
    }
    if (context.chain !== undefined) yield* subChains(context, context.chain);
  },
};

/** Nothing is said of a chain that is there twice, or whose version cannot be read. */
function* subChains({ document, project }: RuleContext, model: ChainModel): Iterable<Finding> {
  const chains = project.chainsFor(document.uri);
  for (const node of model.nodes) {
    if (node.kind !== 'chain' || node.version === undefined) continue;
    const [known, ...others] = chains.get(node.chain.text) ?? [];
    const word = known?.model.version;
    const range = readVersionRange(node.version.text);
    const version = word === undefined ? undefined : readVersion(word.text);
    if (known === undefined || word === undefined || others.length > 0) continue;
    if (!range.ok || version?.ok !== true || satisfies(version.value, range.value)) continue;
    const { major, minor } = version.value;
    yield {
      span: node.version.span,
      message: `The chain ${quoted(node.chain.text)} has the version ${word.text}, which is not in the range ${quoted(node.version.text)}. Ask for a range that holds it.`,
      related: [{ uri: known.uri, span: word.span, message: `Its version is ${word.text}.` }],
      fixes: changesTo(node.version.node, [major > 0 ? `^${major}` : `^0.${minor}`]),
    };
  }
}
