/** Random suites and prompt plans that are as they should be give no finding; damaged at random they are answered all the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createProject } from '../../server/src/core/project/project.ts';
import { lint } from '../../server/src/core/rules/lint.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';

const runs = 1500;

async function findingsOf(path: string, text: string): Promise<readonly string[]> {
  const workspace = memoryWorkspace({
    'x.chain.yaml': 'chain: x\ntitle: X\nsteps:\n  - { team: a, do: b }\n',
  });
  const project = createProject(workspace);
  await project.load();
  const uri = workspace.uri(path);
  project.setDocument(uri, 1, text);
  const snapshot = project.snapshot();
  const document = snapshot.documents.get(uri);
  assert.ok(document);
  return lint(document, snapshot).map(({ code, message }) => `${code}: ${message}`);
}

interface RandomItem {
  readonly phase: number;
  readonly needs: readonly number[];
  readonly priority: number;
  readonly flow: boolean;
}

/** Items in the order of their phases; each needs earlier ones, and is no more urgent than they are. */
const suites = fc
  .array(
    fc.record({
      phase: fc.nat({ max: 3 }),
      needs: fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 3 }),
      priority: fc.nat({ max: 3 }),
      flow: fc.boolean(),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map(items => items.toSorted((left, right) => left.phase - right.phase))
  .map(suiteText);

function suiteText(items: readonly RandomItem[]): string {
  const ranks: number[] = [];
  const lines = items.map(({ needs, priority, flow }, at) => {
    const needed = [...new Set(needs.filter(() => at > 0).map(each => each % at))];
    const rank = Math.max(priority, ...needed.map(each => ranks[each] ?? 0));
    ranks.push(rank);
    const words = needed.map(each => `i${each}`).join(', ');
    return flow
      ? `  i${at}: { chain: x, priority: P${rank}, owner: Team, needs: [${words}] }\n`
      : `  i${at}:\n    chain: x.chain.yaml\n    priority: P${rank}\n    owner: Team\n    needs: [${words}]\n`;
  });
  const phases = [0, 1, 2, 3].map(phase => {
    const own = items.flatMap((item, at) => (item.phase === phase ? [at] : []));
    const [first] = own;
    const success = first === undefined ? '' : `\n    success: [100% of P${ranks[first]}]`;
    return `  - phase: Phase ${phase}\n    window: weeks ${4 * phase + 1}-${4 * phase + 4}\n    items: [${own.map(at => `i${at}`).join(', ')}]${success}\n    capacity: { active: ${own.length + 1} }\n`;
  });
  const all = items.map((_, at) => `i${at}`).join(', ');
  return `suite: random\ntitle: Random\nitems:\n${lines.join('')}phases:\n${phases.join('')}teams:\n  Team: { primary: [${all}], support: all }\n`;
}

const names = ['repo', 'stack_2', 'über', 'a-b', '_x'] as const;
const line = fc.oneof(
  fc.constantFrom(...names.flatMap(name => [`Look at {{${name}}}.`, `- {{ ${name} }}: *all* # of it`])),
  fc.constantFrom(
    '# A heading: "quoted"',
    '',
    `\`{{ other }}\` and $${'{{ other }}'} and {{other.name}}`,
    '```yaml\n  a: {{ other }}\n\n  - b: "c\n  ```',
    '{{#each files}}{{other}}{{/each}}',
    '| {a: 1} | [b] |',
    '--- : > | & ! % @ `unpaired',
  ),
);
const plans = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 25 }), fc.constantFrom('|', '|-', '>', '>+'))
  .map(planText);

function planText([lines, header]: readonly [readonly string[], string]): string {
  const template = lines.map(each => `  ${each}\n`.replace(/^ +\n$/, '\n')).join('');
  const used = names.filter(name => new RegExp(`\\{\\{ ?${name} ?\\}\\}`, 'u').test(template));
  const inputs = used.map(name => `  ${name}: string\n`).join('');
  const given = used.map(name => `${name}: a`).join(', ');
  return `meta: { id: plan.random@v1, other: key }\n${inputs === '' ? '' : `inputs:\n${inputs}`}template: ${header}\n  Begin.\n${template}  End.\nexamples:\n  - inputs: { ${given} }\n`;
}

test('sound suites', () =>
  fc.assert(
    fc.asyncProperty(suites, async text =>
      assert.deepEqual(await findingsOf('random.suite.yaml', text), [], text),
    ),
    { numRuns: runs },
  ));

test('sound plans', () =>
  fc.assert(
    fc.asyncProperty(plans, async text =>
      assert.deepEqual(await findingsOf('plan.random@v1.yaml', text), [], text),
    ),
    { numRuns: runs },
  ));

test('damaged ones', () =>
  fc.assert(
    fc.asyncProperty(
      fc.oneof(suites, plans),
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.nat({ max: 20 }),
          fc.constantFrom('', ':', '{{', '\n', '  ', '- ', '[', '"', '*a', '&a ', '`', '}}'),
        ),
        {
          maxLength: 5,
        },
      ),
      async (text, edits) => {
        const damaged = edits.reduce((now, [at, removed, added]) => {
          const offset = at % (now.length + 1);
          return now.slice(0, offset) + added + now.slice(offset + removed);
        }, text);
        assert.ok((await findingsOf('random.suite.yaml', damaged)).length <= 200);
      },
    ),
    { numRuns: runs },
  ));
