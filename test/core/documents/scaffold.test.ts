/** Documents as they are made of the chains that ship, word for word; and what holds for every one of them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { scaffoldDocument, sourcesOf } from '../../../server/src/core/documentRequests.ts';
import type { TemplateName } from '../../../server/src/core/documents/kinds.ts';
import { createProject } from '../../../server/src/core/project/project.ts';
import { cataloguePath, sampleFiles } from '../../support/library.ts';
import { memoryWorkspace } from '../../support/memoryWorkspace.ts';
import { allTemplates, documentOf, insertedBy, modelOf } from './documents.ts';

const file = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Each chain with the node that its decision record comes from; `undefined`: the chain as a whole. */
const chains: readonly (readonly [chain: string, node: string | undefined, title: string])[] = [
  ['acquisition-evaluation', 'verdict', 'Acquire, pass or negotiate'],
  ['data-breach-response-and-notification', 'people-at-risk', 'Are people at high risk'],
  ['microservices-migration', 'weigh.synthesize', 'Migrate to services in four phases'],
  ['new-feature-idea-to-launch', 'design', 'Design of the feature'],
  ['sev1-production-incident', undefined, 'Mitigate before the cause is known'],
];

const project = createProject(memoryWorkspace());
const workspace = memoryWorkspace();
const chainText = (chain: string): string => sampleFiles[`${chain}.chain.yaml`] ?? '';
project.setDocument(workspace.uri(`chains/${cataloguePath}`), 1, sampleFiles[cataloguePath] ?? '');
for (const [chain] of chains) {
  const path = `chains/${chain}.chain.yaml`;
  project.setDocument(workspace.uri(path), 1, chainText(chain));
}

function documentFrom(chain: string, node: string | undefined, template: TemplateName, title: string) {
  const folder = template === 'post-mortem' ? 'docs/post-mortems' : 'docs/adr';
  return scaffoldDocument(project.snapshot(), {
    ...{ template, title, date: '2024-01-31', time: '08:15', number: 12, author: 'Jane Doe' },
    chain: { uri: workspace.uri(`chains/${chain}.chain.yaml`), node },
    target: workspace.uri(`${folder}/new.md`),
  });
}

/** The step that writes a chain's post-mortem. */
const writerOf = (chain: string): string | undefined =>
  sourcesOf(project.snapshot(), 'post-mortem', workspace.uri(`chains/${chain}.chain.yaml`))[0]?.node;

describe('A document of a chain that ships', () => {
  for (const [chain, node, title] of chains) {
    for (const template of allTemplates) {
      it(`${template} from ${chain}`, () => {
        const made = documentFrom(
          chain,
          template === 'post-mortem' ? writerOf(chain) : node,
          template,
          title,
        );
        assert.equal(made?.text, file(`golden/${chain}.${template}.md`));
      });
    }
  }

  it('never tells the steps of a plan as what happened', () => {
    for (const [chain] of chains) {
      const model = modelOf(chainText(chain));
      const text = documentFrom(chain, undefined, 'post-mortem', 'Outage')?.text ?? '';
      const timeline = text.slice(text.indexOf('## Timeline'), text.indexOf('## Detection'));
      assert.match(timeline, /\| note +\| This post-mortem was begun \|/);
      for (const { label } of model.nodes) assert.ok(!timeline.includes(label), label);
    }
  });
});

describe('Every document', () => {
  const model = modelOf('chain: a\ntitle: A\nsteps:\n  - skill: b\n    do: c\n');
  for (const template of allTemplates) {
    for (const [what, wanted] of Object.entries({ alone: {}, 'of a small chain': { model, node: 'b' } })) {
      it(`${template} ${what} has three to six places, and the text that its snippet inserts`, () => {
        const made = documentOf({ template, ...wanted });
        const { text, places } = insertedBy(made.snippet);
        assert.equal(text, made.text);
        assert.ok(places.length >= 3 && places.length <= 6, String(places.length));
        assert.doesNotMatch(text, /\n\n\n|[ \t]\n|\n\n$|undefined/);
      });
    }
  }

  it('names an option once that several routes lead to, with the condition of each', () => {
    const model = modelOf(`chain: a
title: A
steps:
  - id: which
    decision: Which way?
    routes:
      - when: it rains
        to: next
      - when: it snows
        steps:
          - skill: b
            do: Stay at home
      - otherwise: next
  - skill: b
    do: Go
`);
    const { text } = documentOf({ template: 'madr', model, node: 'which' });
    assert.match(text, /\n- Go on with “Go”\n- Stay at home\n\n/);
    assert.equal(text.match(/^### Go on with “Go”$/gm)?.length, 1);
    assert.match(text, /\nThe chain takes it when it rains, or when no other condition holds\.\n/);
  });

  it('of a chain that has neither id nor title yet still names it', () => {
    const unfinished = modelOf('title: ""\nsteps:\n  - decision: Which?\n');
    const { text } = documentOf({ template: 'nygard', model: unfinished, node: 'which', link: 'a.yaml' });
    assert.match(text, /\nIt comes up in the chain \[without a title\]\(a\.yaml\)\.\n/);
    assert.match(text, /\n<!-- from chain:#which decision [0-9a-f]{8} -->\n/);
  });

  it('of an unknown chain is none, and of an unknown node that of its chain', () => {
    assert.equal(documentFrom('no-such-chain', undefined, 'madr', 'A'), null);
    const whole = documentFrom('acquisition-evaluation', undefined, 'madr', 'A');
    assert.deepEqual(documentFrom('acquisition-evaluation', 'gone', 'madr', 'A'), whole);
  });

  it('points to its chain only within one folder of the workspace', () => {
    const chain = { uri: workspace.uri('chains/acquisition-evaluation.chain.yaml') };
    const linked = (target: string | undefined) =>
      scaffoldDocument(project.snapshot(), {
        template: 'madr',
        title: 'A',
        date: '2024-01-31',
        chain,
        target,
      })?.text.match(/It comes up in the chain (.{60})/)?.[1];
    const link = '[Acquisition Evaluation (Technical Due Diligence)](../../chai';
    assert.equal(linked(workspace.uri('docs/adr/a.md')), link.slice(0, 60));
    const words = '“Acquisition Evaluation (Technical Due Diligence)”: Learn wha';
    assert.equal(linked('file:///elsewhere/a.md'), words.slice(0, 60));
    assert.equal(linked(undefined), words.slice(0, 60));
  });
});

describe('What a document may come from', () => {
  const rows = (kind: 'adr' | 'post-mortem') =>
    sourcesOf(project.snapshot(), kind, undefined).map(({ uri, node, title }) => [
      uri.replace(/^.*\/(.*)\.chain\.yaml$/, '$1'),
      node,
      title,
    ]);

  it('are the decisions and the steps that write a record, then the chain', () => {
    const adr = rows('adr');
    assert.deepEqual(adr.slice(0, 2), [
      ['acquisition-evaluation', 'verdict', 'Acquire, pass or negotiate'],
      ['acquisition-evaluation', undefined, 'Acquisition Evaluation (Technical Due Diligence)'],
    ]);
    assert.ok(
      adr.some(([chain, node]) => chain === 'microservices-migration' && node === 'weigh.synthesize'),
    );
  });

  it('is for a post-mortem each chain, with the step that writes it', () => {
    const written = rows('post-mortem').map(([chain, node]) => [chain, node]);
    assert.deepEqual(written, [
      ['acquisition-evaluation', undefined],
      ['data-breach-response-and-notification', 'write-up'],
      ['microservices-migration', undefined],
      ['new-feature-idea-to-launch', undefined],
      ['sev1-production-incident', 'write-up'],
    ]);
  });
});
