/** Whatever happens to a valid chain: every request answers, all that it says lies in the text, and a fix breaks nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { maximumFindings } from '../../../server/src/core/index.ts';
import { parseSyntax } from '../../../server/src/core/syntax/parse.ts';
import { lineMap } from '../../../server/src/core/util/lineMap.ts';
import { askEverything, loadedService } from '../../support/requests.ts';
import { workspaceSeeds } from './draw.ts';
import { makeWorkspace } from './workspace.ts';

const hostile: readonly string[] = [
  ...[
    '',
    '~',
    '*a',
    '&a',
    '!x',
    '|',
    '>',
    '%',
    '@x',
    '`',
    '"',
    "'",
    '[',
    '{ a',
    '- - -',
    '? a',
    '#',
    '...',
    '---',
  ],
  ...[
    '__proto__',
    'constructor',
    '999999999999999999999',
    '-1',
    '1e309',
    '2 m',
    '4-2 weeks',
    '>= ',
    'stop',
    'end',
  ],
  ...['\uD800', '\u202Ex', '\0', '\t', '😀', 'x'.repeat(5000), '{{'.repeat(50), '['.repeat(300)],
];

interface Edit {
  readonly kind:
    | 'cut'
    | 'drop'
    | 'repeat'
    | 'swap'
    | 'indent'
    | 'scalar'
    | 'key'
    | 'splice'
    | 'bytes'
    | 'insert';
  readonly at: number;
  readonly to: number;
  readonly word: string;
}

const part = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      ...(['drop', 'cut', 'repeat', 'swap', 'indent', 'scalar', 'key', 'splice', 'bytes', 'insert'] as const),
    ),
    at: part,
    to: part,
    word: fc.constantFrom(...hostile),
  }),
  { minLength: 1, maxLength: 4 },
);

/** The text after an edit; `other` is a second chain to splice it with. */
function edited(text: string, other: string, { kind, at, to, word }: Edit): string {
  const lines = text.split('\n');
  const line = Math.floor(at * lines.length);
  const second = Math.floor(to * lines.length);
  const offset = Math.floor(at * text.length);
  const current = lines[line] ?? '';
  const withLine = (instead: string): string => lines.with(line, instead).join('\n');
  switch (kind) {
    case 'cut':
      return text.slice(0, offset);
    case 'drop':
      return lines.toSpliced(line, 1 + Math.floor(to * 3)).join('\n');
    case 'repeat':
      return lines.toSpliced(second, 0, ...lines.slice(line, line + 3)).join('\n');
    case 'swap':
      return lines
        .with(line, lines[second] ?? '')
        .with(second, current)
        .join('\n');
    case 'indent':
      return withLine(to < 0.5 ? ` ${current}` : current.replace(/^ {1,3}/, ''));
    case 'scalar':
      return withLine(current.replace(/(?<=: )\S.*$/, () => word));
    case 'key':
      return withLine(current.replace(/[\w-]+(?=:)/, key => (to < 0.5 ? key.slice(1) : word)));
    case 'splice':
      return text.slice(0, offset) + other.slice(Math.floor(to * other.length));
    case 'bytes':
      return text.slice(0, offset) + String.fromCharCode(Math.floor(to * 65_536)) + text.slice(offset + 1);
    default:
      return text.slice(0, offset) + word + text.slice(offset);
  }
}

/** Every range anywhere in an answer, as pairs of positions. */
function* rangesIn(value: unknown): Generator<{ readonly line: number; readonly character: number }> {
  if (typeof value !== 'object' || value === null) return;
  if ('line' in value && 'character' in value)
    yield { line: Number(value.line), character: Number(value.character) };
  for (const each of Object.values(value)) yield* rangesIn(each);
}

test('six hundred damaged chains are answered everywhere, in ranges of the text, and mended without harm', async () => {
  let mends = 0;
  await fc.assert(
    fc.asyncProperty(
      workspaceSeeds(3),
      fc.array(edits, { minLength: 4, maxLength: 4 }),
      part,
      async (seed, all, where) => {
        const { chains, catalogue } = makeWorkspace(seed);
        const { service, workspace } = await loadedService(
          Object.fromEntries([...chains, catalogue].map(({ path, text }) => [path, text])),
        );
        const [first] = chains;
        const other = chains.at(-1)?.text ?? '';
        assert.ok(first !== undefined);
        const uri = workspace.uri(first.path);
        let version = 0;
        for (const several of all) {
          const text: string = several.reduce((before, edit) => edited(before, other, edit), first.text);
          service.setDocument(uri, ++version, text);
          const lines = lineMap(text);
          const offset = lines.offset(lines.position(Math.floor(where * text.length)));
          askEverything(service, uri, text, [offset]);
          const whole = lines.range({ start: 0, end: text.length });
          const findings = service.diagnostics(uri);
          assert.ok(findings.length <= maximumFindings);
          const own = findings.map(({ range }) => range);
          const said = [
            own,
            service.documentSymbols(uri),
            // Links lead to other texts.
            service.inlayHints(uri, whole, { schedule: true, skills: true, producers: true }, true),
            service.codeLenses(uri, []),
          ];
          for (const position of rangesIn(said)) {
            assert.deepEqual(
              lines.position(lines.offset(position)),
              position,
              `in the text of ${JSON.stringify(text)}`,
            );
          }
          const isSound = parseSyntax(text).problems.length === 0;
          for (const action of service.codeActions(uri, whole, undefined).slice(0, 3)) {
            const [edit] = Object.entries(action.edit?.changes ?? {});
            if (edit === undefined || edit[0] !== uri) continue;
            const changes = edit[1]
              .map(({ range, newText }) => ({
                start: lines.offset(range.start),
                end: lines.offset(range.end),
                newText,
              }))
              .toSorted((left, right) => right.start - left.start);
            const mended = changes.reduce(
              (result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end),
              text,
            );
            // Of several breaks, one that is mended may lay another one bare.
            assert.ok(
              !isSound || parseSyntax(mended).problems.length === 0,
              `${action.title} in ${JSON.stringify(text)} gives ${JSON.stringify(mended)}`,
            );
            mends++;
            service.setDocument(uri, ++version, mended);
            service.diagnostics(uri);
          }
        }
      },
    ),
    { numRuns: 150 },
  );
  assert.ok(mends > 150, `${mends} fixes`);
});
