/** Chains that ship, with the keys of their maps shuffled: put in order again they say the same, and are formatted as before. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isMap, isScalar, parse, parseDocument, visit } from 'yaml';
import { createProject } from '../../server/src/core/project/project.ts';
import { type LintPolicy, lint } from '../../server/src/core/rules/lint.ts';
import { formattingEdits } from '../../server/src/core/syntax/format.ts';
import { applied } from '../support/check.ts';
import { sampleFiles } from '../support/library.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';

const policy: LintPolicy = { severityOf: ({ code }) => (code === 'key-order' ? undefined : 'off') };
const keepingTexts = { schema: 'failsafe' } as const;

function shuffled(text: string, numbers: readonly number[], flow: boolean): string {
  const document = parseDocument(text);
  let at = 0;
  visit(document, {
    Map(_, map) {
      const isRecord = map.items.every(({ key }) => isScalar(key));
      const by = numbers[at++ % numbers.length] ?? 0;
      if (isRecord)
        map.items = [...map.items.slice(by % map.items.length), ...map.items.slice(0, by % map.items.length)];
      map.flow = flow && map.items.every(({ value }) => isScalar(value)) && by % 2 === 0;
    },
  });
  return isMap(document.contents) ? document.toString({ lineWidth: 0 }) : text;
}

const format = (text: string): string =>
  applied(text, { title: '', edits: formattingEdits(text, { step: 2 }) ?? [] });

test('keys that were put in order', async () => {
  const workspace = memoryWorkspace({});
  const project = createProject(workspace);
  await project.load();
  const uri = workspace.uri('a.chain.yaml');
  let version = 0;
  const texts = Object.entries(sampleFiles).flatMap(([name, text]) =>
    name.endsWith('.chain.yaml') ? [text] : [],
  );
  let count = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(fc.nat(9), { minLength: 3, maxLength: 9 }),
      fc.boolean(),
      (text, numbers, flow) => {
        let now = format(shuffled(text, numbers, flow));
        const said = parse(now, keepingTexts);
        for (;;) {
          project.setDocument(uri, version++, now);
          const state = project.snapshot().documents.get(uri);
          assert.ok(state);
          const fix = lint(state, project.snapshot(), policy).findLast(({ fixes }) => fixes !== undefined)
            ?.fixes?.[0];
          if (fix === undefined) break;
          count++;
          now = applied(now, fix);
        }
        assert.deepEqual(parse(now, keepingTexts), said);
        assert.equal(format(now), now);
      },
    ),
    { numRuns: 25 },
  );
  assert.ok(count > 300, `${count} were put in order`);
});
