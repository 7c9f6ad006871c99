/**
 * A fix mends what it is for and brings nothing new: tried on the library and on generated chains, each sound until one slip of a
 * person's is in it, under every rule. Made a second time it would change nothing: what it is for is not found any more.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createProject } from '../../server/src/core/project/project.ts';
import { type LintFinding, lint, strict } from '../../server/src/core/rules/lint.ts';
import type { Fix } from '../../server/src/core/rules/rule.ts';
import { workspaceSeeds } from '../core/grammar/draw.ts';
import { makeWorkspace } from '../core/grammar/workspace.ts';
import { applied, shown } from '../support/check.ts';
import { sampleFiles } from '../support/library.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';

interface Opened {
  /** Everything that is found in one of the files with this text. */
  find(path: string, text: string): { readonly findings: readonly LintFinding[]; readonly complete: boolean };
}

async function opened(files: Readonly<Record<string, string>>): Promise<Opened> {
  const workspace = memoryWorkspace(files);
  const project = createProject(workspace);
  await project.load();
  let version = 0;
  return {
    find: (path, text) => {
      const uri = workspace.uri(path);
      project.setDocument(uri, ++version, text);
      const snapshot = project.snapshot();
      const document = snapshot.documents.get(uri);
      assert.ok(document);
      return { findings: lint(document, snapshot, strict), complete: document.tree.complete };
    },
  };
}

/** What one moment of carelessness makes of a line; `undefined`: this line cannot be spoiled so. */
type Slip = (line: string, next: string) => string | undefined;

const replaced =
  (pattern: RegExp, into: string): Slip =>
  line =>
    pattern.test(line) ? line.replace(pattern, into) : undefined;

const slips: Readonly<Record<string, Slip>> = {
  'a key lacks a letter': replaced(/^( *(?:- )?[a-z])[a-z]([a-z-]+:)/, '$1$2'),
  'a key has a capital': line =>
    /^ *(?:- )?[a-z]/.test(line) ? line.replace(/[a-z]/, letter => letter.toUpperCase()) : undefined,
  'a name lacks a letter': replaced(/^( *(?:- )?[a-z-]+: [a-z]{3})[a-z]([a-z]+(?:-[a-z]+)+)$/, '$1$2'),
  'a name in a list lacks a letter': replaced(/(\[[a-z]{2})[a-z]([a-z-]{3,})/, '$1$2'),
  'a name has blanks': replaced(
    /^( *(?:- )?(?:skill|needs|by|from|at|go|back-to): .*[a-z])-([a-z])/,
    '$1 $2',
  ),
  'a sentence goes on behind a colon': replaced(
    /^( *(?:- )?(?:do|summary|trigger|title|what): \w.*\w)$/,
    '$1: and so on',
  ),
  'a sentence begins with a star': replaced(/^( *(?:- )?(?:do|summary|trigger): )(\w)/, '$1*$2'),
  'a target loses its quotes': replaced(/^( *(?:- )?target: )"(.*)"$/, '$1$2'),
  'a duration is short': replaced(
    /^( *(?:- )?takes: .*\d) ?(?:minutes?|hours?|days?|weeks?|months?)$/,
    '$1 m',
  ),
  'a duration is spelled otherwise': replaced(/^( *(?:- )?takes: .*\d) hours?$/, '$1 hrs'),
  'a range is turned round': replaced(/(\d+)-(\d+)( [a-z]+)$/, '$2-$1$3'),
  'a line is lost': () => '',
  'a line stands twice': line => `${line}\n${line}`,
  'two lines are swapped': (line, next) => (next === '' ? undefined : `${next}\n${line}`),
  'a list is a sentence': replaced(/^( *(?:- )?(?:needs|produces): )\[([^,\]]+)\]$/, '$1$2'),
  'a bound is lost': replaced(/, at-most: \d+/, ''),
  'a way back is for ever': replaced(/at-most: \d+/, 'at-most: 0'),
  'the version is a number': replaced(/^(version: \d+\.\d+)\.\d+$/, '$1'),
};

function slipped(text: string, slip: string, where: number): string | undefined {
  const lines = text.split('\n');
  const make = slips[slip];
  const from = Math.floor(where * lines.length);
  for (let step = 0; step < lines.length; step++) {
    const at = (from + step) % lines.length;
    const line = lines[at] ?? '';
    const next = lines[at + 1] ?? '';
    const isMarker = /^(?:---|\.\.\.|%)/.test(line) || /^(?:---|\.\.\.|%)/.test(next);
    const made = line.trim() === '' || isMarker ? undefined : make?.(line, next);
    if (made === undefined || made === line) continue;
    const parts = slip === 'two lines are swapped' ? 2 : 1;
    return lines.toSpliced(at, parts, ...(made === '' ? [] : [made])).join('\n');
  }
  return undefined;
}

const codesOf = (findings: readonly LintFinding[]): readonly string[] => findings.map(({ code }) => code);

/** The codes of `after` that are not among those of `before`, each as often as it is there more. */
function added(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...before];
  return after.filter(code => {
    const at = left.indexOf(code);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** How many fixes were tried; fails at the first that does harm. What was found before the slip is nothing new. */
function checkFixes(project: Opened, path: string, text: string, sound: string): number {
  const known = codesOf(project.find(path, sound).findings);
  const before = project.find(path, text);
  // In a text that parses no more, findings of what is behind the break come once it is mended.
  if (!before.complete) return 0;
  const tried: readonly { code: string; fix: Fix }[] = before.findings.flatMap(({ code, fixes = [] }) =>
    fixes.filter(({ preferred }) => preferred === true).map(fix => ({ code, fix })),
  );
  for (const { code, fix } of tried) {
    const mended = applied(text, fix);
    const after = project.find(path, mended);
    const what = `${path}, ${code}: ${fix.title}`;
    assert.ok(after.complete, `${what}\n${mended}`);
    const codes = codesOf(after.findings);
    const count = (all: readonly string[]): number => all.filter(each => each === code).length;
    assert.ok(
      count(codes) < count(codesOf(before.findings)),
      `${what} leaves it:\n${shown(mended, after.findings)}`,
    );
    assert.deepEqual(
      added([...codesOf(before.findings), ...known], codes),
      [],
      `${what}\nbefore:\n${shown(text, before.findings)}\nafter:\n${shown(mended, after.findings)}`,
    );
  }
  return tried.length;
}

const part = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const kindsOfSlips = fc.constantFrom(...Object.keys(slips));

test('in the library, with a slip in it', async () => {
  const library = await opened(sampleFiles);
  const paths = Object.keys(sampleFiles).filter(path => path.endsWith('.chain.yaml'));
  let count = 0;
  fc.assert(
    fc.property(fc.constantFrom(...paths), kindsOfSlips, part, (path, slip, where) => {
      const text = sampleFiles[path] ?? '';
      const spoiled = slipped(text, slip, where);
      if (spoiled !== undefined) count += checkFixes(library, path, spoiled, text);
      library.find(path, text);
    }),
    { numRuns: 600, endOnFailure: true },
  );
  assert.ok(count > 50, `${count} fixes were tried`);
});

test('in generated chains, with a slip in them', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      workspaceSeeds(3),
      fc.array(fc.tuple(kindsOfSlips, part), { minLength: 6, maxLength: 6 }),
      async (seed, several) => {
        const { chains, catalogue } = makeWorkspace(seed);
        const files = Object.fromEntries([...chains, catalogue].map(({ path, text }) => [path, text]));
        const project = await opened(files);
        for (const { path, text } of chains) {
          for (const [slip, where] of several) {
            const spoiled = slipped(text, slip, where);
            if (spoiled !== undefined) count += checkFixes(project, path, spoiled, text);
          }
          project.find(path, text);
        }
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
  assert.ok(count > 50, `${count} fixes were tried`);
});
