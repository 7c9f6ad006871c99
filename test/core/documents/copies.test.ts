/** Chains as Markdown and as instructions, word for word as they are made of the chains that ship. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { copyOf } from '../../../server/src/core/documentRequests.ts';
import { createProject } from '../../../server/src/core/project/project.ts';
import { sampleFiles } from '../../support/library.ts';
import { memoryWorkspace } from '../../support/memoryWorkspace.ts';

const project = createProject(memoryWorkspace());
const { uri } = memoryWorkspace();
for (const [name, text] of Object.entries(sampleFiles)) project.setDocument(uri(name), 1, text);
const chains = Object.keys(sampleFiles).filter(name => name.endsWith('.chain.yaml'));
const golden = (name: string): string => readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8');

describe('A chain that ships, copied', () => {
  for (const name of chains) {
    for (const format of ['markdown', 'instruction'] as const) {
      it(`${name} as ${format}`, () => {
        const expected = golden(`${name.replace('.chain.yaml', '')}.${format}.md`);
        assert.equal(copyOf(project.snapshot(), uri(name), format), expected);
      });
    }
  }
});

/** What the copy of a chain says of the text below its first lines. */
const copied = (text: string, format: 'markdown' | 'instruction'): string => {
  project.setDocument(uri('x.chain.yaml'), Date.now(), `chain: x\n${text}`);
  return copyOf(project.snapshot(), uri('x.chain.yaml'), format) ?? '';
};

describe('A copy', () => {
  const loop = `steps:
  - id: look
    skill: a
    do: Look
  - checkpoint: Is it good?
    if-refused: { back-to: look, at-most: 2 }
  - decision: Which way?
    routes:
      - when: x > 1
        go: stop
      - otherwise: end
`;
  const cases: readonly (readonly [what: string, text: string, markdown: RegExp, instruction: RegExp])[] = [
    [
      'says where a refusal leads, and how often',
      loop,
      /If refused: go back to “Look”, at most 2 times/,
      /Stop and ask\*\*: Is it good\?/,
    ],
    [
      'says where the routes of a decision lead',
      loop,
      /- If x > 1: stop the chain\n/,
      /- Otherwise: end the chain here\n/,
    ],
    [
      'says that a lane comes after another one',
      'steps:\n  - parallel:\n      - { id: build, skill: a, do: Build }\n      - { id: try, skill: b, do: Try, after: build }\n',
      /\*\*In parallel\*\*, until all/,
      /may run at the same time, but for what has to come after something in another of them; wait until all/,
    ],
    [
      'says how many lanes it waits for',
      'steps:\n  - parallel: [{ skill: a, do: b }, { skill: c, do: d }]\n    join: { at-least: 1 }\n',
      /until at least 1 of 2 are done/,
      /may run at the same time; wait until at least 1 of 2/,
    ],
    [
      'goes on counting from phase to phase',
      'phases:\n  - phase: One\n    steps: [{ skill: a, do: b }]\n  - phase: Two\n    steps: [{ skill: c, do: d }]\n',
      /## Phase: Two\n\n2\. \*\*c\*\*/,
      /Begin a phase only when the one before it is over/,
    ],
    [
      'has a bar in a cell of a table as text',
      'reference:\n  - title: T\n    table:\n      columns: [A, B]\n      rows: [[a | b, "|", c]]\n',
      /\| A \| B \| {2}\|\n\| --- \| --- \| --- \|\n\| a \\\| b \| \\\| \| c \|/,
      /### T/,
    ],
    [
      'tells what a variation adds',
      'variations:\n  - when: an app is involved\n    add: { skill: m, do: Revoke tokens }\n    insert-after: y\n',
      /- When an app is involved, behind “y”:\n {2}- \*\*m\*\*: Revoke tokens/,
      /Look at the steps that are added at times/,
    ],
    [
      'calls a parallel by the name under which another place leads there',
      `steps:
  - id: room
    parallel: [{ skill: a, do: b }, { lane: Press, steps: [{ skill: c, do: d, after: a }] }]
  - parallel: [{ skill: e, do: f, id: e }, { skill: g, do: h, after: e }]
  - checkpoint: Good?
    if-refused: { back-to: room, at-most: 2 }
`,
      /1\. \*\*In parallel\*\* \(“room”\), until all of them are done\n[\s\S]*2\. \*\*In parallel\*\*, until[\s\S]*go back to “room”/,
      /1\. \*\*In parallel\*\* \(“room”\): these parts/,
    ],
    [
      'calls a lane by its name',
      `steps:
  - parallel: [{ skill: a, do: b, after: press }, { lane: Press & TV, id: press, steps: [{ skill: c, do: d }] }]
`,
      /After: “Press & TV”/,
      /After: “Press & TV”/,
    ],
    [
      'says whether an escalation lets the chain wait',
      'steps: [{ skill: a, do: b }]\nhandoffs:\n  - { escalates-to: y, blocks: true }\n  - { escalates-to: z, blocks: false }\n',
      /Escalates to y\n {2}- This chain waits until that one is done\n- Escalates to z\n/,
      /Escalates to y\n {2}- This chain waits until that one is done\n- Escalates to z\n/,
    ],
    ['of a chain that says nothing yet is still a document', '', /^# x\n$/, /^# Carry out: x\n/],
  ];
  for (const [what, text, markdown, instruction] of cases) {
    it(what, () => {
      assert.match(copied(text, 'markdown'), markdown);
      assert.match(copied(text, 'instruction'), instruction);
    });
  }

  it('is made of chains alone', () => {
    project.setDocument(uri('x.skills.yaml'), 1, 'skills: {}\n');
    assert.equal(copyOf(project.snapshot(), uri('x.skills.yaml'), 'markdown'), null);
    assert.equal(copyOf(project.snapshot(), uri('gone.chain.yaml'), 'instruction'), null);
  });
});
