/** Whose findings may differ because of a change elsewhere: nobody is forgotten, and few are asked in vain. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createProject } from '../../../server/src/core/project/project.ts';
import type { ProjectSnapshot } from '../../../server/src/core/project/snapshot.ts';
import { lint } from '../../../server/src/core/rules/lint.ts';
import { libraryFiles } from '../../support/library.ts';
import { memoryWorkspace } from '../../support/memoryWorkspace.ts';

const ids = ['a', 'b', 'c', 'd'];
const id = fc.constantFrom(...ids, 'e');
const name = fc.constantFrom('first-draft', 'final-text', 'risk-list', 'go');

/** Parts of a chain that look at others, or that others look at. */
const step = fc.oneof(
  name.map(made => `  - { skill: writer, do: Write it, produces: [${made}] }`),
  name.map(needed => `  - { skill: editor, do: Read it, needs: [${needed}] }`),
  id.map(other => `  - { chain: ${other} }`),
  fc.tuple(id, name, name).map(([other, to, from]) => `  - { chain: ${other}, with: { ${to}: ${from} } }`),
  fc
    .tuple(id, name)
    .map(([other, made]) => `  - { chain: ${other}, version: 1.0.0, takes: 2d, produces: [${made}] }`),
  fc.constant(
    '  # skill-chains-ignore unused-product: kept\n  - { skill: writer, do: Keep it, produces: [go] }',
  ),
);
const handoff = fc.oneof(
  id.map(other => `  - { then: ${other} }`),
  fc.tuple(id, name).map(([other, given]) => `  - { then: ${other}, delivers: [${given}] }`),
  fc.tuple(id, name).map(([other, needed]) => `  - { waits-for: ${other}, needs: [${needed}] }`),
  id.map(other => `  - { escalates-to: ${other}, if: it burns }`),
  id.map(other => `  - { cycles-to: ${other} }`),
);
const chain = (own: string): fc.Arbitrary<string> =>
  fc
    .record({
      timeline: fc.constantFrom('', 'timeline: 1d\n', 'timeline: 3 weeks\n'),
      version: fc.constantFrom('', 'version: 1.0.0\n', 'version: 2.0.0\n'),
      inputs: fc.array(name, { maxLength: 2 }),
      output: fc.array(name, { maxLength: 1 }),
      steps: fc.array(step, { minLength: 1, maxLength: 5 }),
      handoffs: fc.array(handoff, { maxLength: 3 }),
    })
    .map(({ timeline, version, inputs, output, steps, handoffs }) =>
      [
        `chain: ${own}\ntitle: The chain ${own}\n${version}${timeline}`,
        ...(inputs.length > 0 ? [`inputs: [${[...new Set(inputs)].join(', ')}]\n`] : []),
        `steps:\n${steps.join('\n')}\n`,
        ...(output.length > 0 ? [`output: [${output.join(', ')}]\n`] : []),
        ...(handoffs.length > 0 ? [`handoffs:\n${handoffs.join('\n')}\n`] : []),
      ].join(''),
    );

/** Lines that make a text another one, unsound or broken. */
const odd = fc.constantFrom(
  '# a comment',
  'titel: x',
  'do: "go',
  'summary: the first-draft goes on',
  '  - { skill: writer, do: Go, produces: [risk-list] }',
  '  - { checkpoint: Done, by: editor, criteria: go }',
);
const edit = fc.oneof(
  fc.tuple(fc.nat(20), fc.oneof(odd, step, handoff)).map(([at, line]) => (text: string) => {
    const lines = text.split('\n');
    return lines.toSpliced(at % lines.length, 0, line).join('\n');
  }),
  fc.nat(20).map(at => (text: string) => {
    const lines = text.split('\n');
    return lines.toSpliced(at % lines.length, 1).join('\n');
  }),
  fc.tuple(name, name).map(
    ([from, to]) =>
      (text: string) =>
        text.replace(from, to),
  ),
  fc.tuple(id, id).map(
    ([from, to]) =>
      (text: string) =>
        text.replace(`: ${from}`, `: ${to}`),
  ),
);

const catalogue = 'skills:\n  writer: { title: Writer }\n  editor: { title: Editor }\n';

/** The findings of each document, places in other documents included. */
const findings = (project: ProjectSnapshot): ReadonlyMap<string, string> =>
  new Map([...project.documents.values()].map(state => [state.uri, JSON.stringify(lint(state, project))]));

test('an edit tells of every document whose findings differ with it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(...ids.map(chain)),
      fc.array(fc.tuple(fc.nat(ids.length - 1), edit), { minLength: 1, maxLength: 10 }),
      async (texts, edits) => {
        const workspace = memoryWorkspace({
          'team.skills.yaml': catalogue,
          ...Object.fromEntries(ids.map((own, at) => [`${own}.chain.yaml`, texts[at] ?? ''])),
        });
        const project = createProject(workspace);
        await project.load();
        project.configure({ preset: 'strict' });
        let before = findings(project.snapshot());
        for (const [version, [at, change]] of edits.entries()) {
          const uri = workspace.uri(`${ids[at]}.chain.yaml`);
          const text = project.snapshot().documents.get(uri)?.text ?? '';
          const told = project.setDocument(uri, version + 1, change(text));
          const after = findings(project.snapshot());
          const reached = new Set([...told.documents, ...told.affected, ...told.closed]);
          for (const [each, found] of after)
            if (!reached.has(each)) assert.equal(found, before.get(each), `${each} after an edit of ${uri}`);
          before = after;
        }
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
});

test('of the library few are told of a mistake that comes and goes', async t => {
  const workspace = memoryWorkspace(libraryFiles);
  const project = createProject(workspace);
  await project.load();
  const chains = Object.entries(libraryFiles).filter(([path]) => path.endsWith('.chain.yaml'));
  const told = chains.map(([path, text], at) => {
    const uri = workspace.uri(path);
    project.setDocument(uri, 3 * at, text);
    const mistake = project.setDocument(uri, 3 * at + 1, text.replace(/\n(steps|phases):/, '\nparts:'));
    project.setDocument(uri, 3 * at + 2, text);
    return mistake.affected.length + mistake.closed.length;
  });
  const all = told.reduce((sum, each) => sum + each, 0);
  t.diagnostic(`${all} of ${chains.length * (chains.length - 1)} were told`);
  assert.ok(all < (chains.length * chains.length) / 10);
});
