/** The prompt plans of the library, held against one another: each is written for its own task, and none is a copy of another. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { libraryFiles } from '../support/library.ts';
import { isMapping, type Mapping, readYaml } from './support/yaml.ts';

/** So many words in a row are a sentence; fewer are a turn of phrase that anybody may use. */
const runLength = 10;
/** Where one paragraph, heading or entry of a list ends and the next begins. */
const paragraphEnd = /\n\s*\n|\n(?=\s*(?:[-#]|\d+\.) )/;

const planPaths = Object.keys(libraryFiles).filter(path => /\/plan\.[^/]+$/.test(path));

/** All that is written below a value, with neither the keys nor the figures. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isMapping(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** The runs of words in what a plan says. Its examples are data: two may well name the same tools. */
function runsOf({ examples: _, ...plan }: Mapping): ReadonlySet<string> {
  const paragraphs = textsIn(plan).flatMap(text => text.split(paragraphEnd));
  return new Set(
    paragraphs.flatMap(paragraph => {
      const words = paragraph.toLowerCase().match(/[\p{L}\p{N}_$%<>]+/gu) ?? [];
      return words.slice(runLength - 1).map((_word, at) => words.slice(at, at + runLength).join(' '));
    }),
  );
}

/** What stands in two plans, each run with the first two that have it. */
function sharedRuns(plans: Readonly<Record<string, Mapping>>): readonly string[] {
  const firstWith = new Map<string, string>();
  return Object.entries(plans).flatMap(([path, plan]) =>
    [...runsOf(plan)].flatMap(run => {
      const first = firstWith.get(run);
      if (first === undefined) firstWith.set(run, path);
      return first === undefined ? [] : [`${first} and ${path}: ${run}`];
    }),
  );
}

describe('the plans of the library', () => {
  const plans = Object.fromEntries(planPaths.map(path => [path, readYaml(path)]));

  it('are there', () => assert.ok(planPaths.length > 1));

  it(`share no ${runLength} words in a row`, () => assert.deepEqual(sharedRuns(plans), []));

  it('would be found to share a sentence that is copied, wherever its lines break', () => {
    const sentence = 'Take the last thirty outages and say which of them the alert would have told';
    const wrapped = sentence.replace('outages ', 'outages\n     ');
    const found = sharedRuns({
      'plan.one@v1.yaml': { meta: { guardrails: [sentence] } },
      'plan.two@v1.yaml': { template: `# Alerts\n\n  1. Read.\n  2. ${wrapped}.\n\n  ## Deliverables\n` },
    });
    assert.equal(found.length, sentence.split(' ').length - runLength + 1);
    assert.match(found[0] ?? '', /^plan\.one@v1\.yaml and plan\.two@v1\.yaml: take the last thirty outages/);
  });

  it('may name the same things in their examples', () => {
    const plan = {
      examples: [{ name: 'One, two, three, four, five, six, seven, eight, nine, ten, eleven' }],
    };
    assert.deepEqual(sharedRuns({ 'plan.one@v1.yaml': plan, 'plan.two@v1.yaml': plan }), []);
  });
});
