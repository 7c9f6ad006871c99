/**
 * The fixtures of the language: pages of Markdown whose fenced texts are documents. `## id` begins a section, the paragraph
 * below it says what holds, and each fence is what its words say:
 *
 * - `yaml right`: a document without a finding; `yaml wrong`: one with exactly the findings that its lines of carets name.
 *   A rule that is not among the recommended ones is tried on a section whose lines of carets name it.
 *   `path=NAME` gives the document a path. Without one, a text that begins with no kind's key is the body of a chain `demo`.
 * - `yaml beside NAME`: another file of the workspace; in front of all sections it counts for the whole page.
 * - `yaml ships NAME`: a file of the library that ships.
 * - `text edges`, `text nodes`, `text times`, `text skills`, `yaml formatted`, `yaml mended`: what follows from the document above it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { marksIn } from './marks.ts';

/** What is asserted of a document besides what is found in it. */
export type Aspect = 'edges' | 'nodes' | 'times' | 'formatted' | 'mended' | 'skills';

export interface LanguageFixture {
  /** `section 2`: the second document of its section, counted from 1. */
  readonly name: string;
  readonly verdict: 'right' | 'wrong';
  /** The whole document as it is written, lines of carets included. */
  readonly text: string;
  /** The codes that the documents of its section name: their rules are tried even where they are none of the recommended ones. */
  readonly tries: readonly string[];
  /** Below the workspace folder; `undefined`: it was never saved. */
  readonly path: string | undefined;
  readonly files: Readonly<Record<string, string>>;
  /** What ships. */
  readonly library: Readonly<Record<string, string>>;
  readonly expected: readonly { readonly aspect: Aspect; readonly text: string }[];
  /** 0-based line of its fence in the page. */
  readonly line: number;
}

export interface FixtureSection {
  readonly id: string;
  /** The file of its page, `running.md`. */
  readonly page: string;
  /** What holds, in one paragraph. */
  readonly says: string;
  readonly fixtures: readonly LanguageFixture[];
}

const folder = path.join(import.meta.dirname, '..', 'pages');

/** Every section of every page, in the order of the pages' names. */
export const fixtureSections = (): readonly FixtureSection[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .sort()
    .flatMap(name => sectionsOf(name, readFileSync(path.join(folder, name), 'utf8')));

interface Fence {
  readonly words: readonly string[];
  readonly text: string;
  readonly line: number;
}

/** What a page says outside its fences, and the fences, by section; the first part is what stands in front of them all. */
interface Part {
  readonly id: string;
  readonly prose: readonly string[];
  readonly fences: readonly Fence[];
}

export function sectionsOf(page: string, text: string): readonly FixtureSection[] {
  const [front, ...parts] = partsOf(text);
  const shared = filesOf('beside', front?.fences ?? []);
  return parts.map(({ id, prose, fences }) => ({
    id,
    page,
    says: prose.join(' '),
    fixtures: fixturesOf(page, id, fences, { ...shared, ...filesOf('beside', fences) }),
  }));
}

function partsOf(text: string): readonly Part[] {
  const parts: { id: string; prose: string[]; fences: Fence[] }[] = [{ id: '', prose: [], fences: [] }];
  let open: { words: readonly string[]; lines: string[]; line: number } | undefined;
  for (const [at, line] of text.split('\n').entries()) {
    const part = parts.at(-1);
    if (open !== undefined && line !== '```') open.lines.push(line);
    else if (open !== undefined) {
      part?.fences.push({ words: open.words, text: `${open.lines.join('\n')}\n`, line: open.line });
      open = undefined;
    } else if (line.startsWith('```')) open = { words: line.slice(3).split(' '), lines: [], line: at };
    else if (line.startsWith('## ')) parts.push({ id: line.slice(3), prose: [], fences: [] });
    else if (line !== '' && !line.startsWith('#')) part?.prose.push(line);
  }
  return parts;
}

const filesOf = (kind: 'beside' | 'ships', fences: readonly Fence[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fences.flatMap(({ words: [, role, name], text }) =>
      role === kind && name !== undefined ? [[name, text]] : [],
    ),
  );

function fixturesOf(
  page: string,
  id: string,
  fences: readonly Fence[],
  files: Readonly<Record<string, string>>,
): readonly LanguageFixture[] {
  const made: (LanguageFixture & { expected: { aspect: Aspect; text: string }[] })[] = [];
  const tries = [...new Set(fences.flatMap(({ text }) => marksIn(text).marks.map(({ code }) => code)))];
  for (const { words, text, line } of fences) {
    const [, role = '', ...options] = words;
    const saved = options.find(each => each.startsWith('path='))?.slice('path='.length);
    if (role === 'right' || role === 'wrong') {
      made.push({
        name: `${id} ${made.length + 1}`,
        verdict: role,
        text: saved === undefined ? wholeDocument(text) : text,
        tries,
        path: saved,
        files,
        library: filesOf('ships', fences),
        expected: [],
        line,
      });
    } else if (isAspect(role)) made.at(-1)?.expected.push({ aspect: role, text });
    else if (role !== 'beside' && role !== 'ships')
      throw new Error(`${page}:${line + 1}: no fixture is called ${words.join(' ')}`);
  }
  return made;
}

const isAspect = (word: string): word is Aspect =>
  ['edges', 'nodes', 'times', 'formatted', 'mended', 'skills'].includes(word);

/** Keys that begin a document of some kind, or of none. */
const beginning =
  /^(?:chain|suite|skills|teams|delegation|never-overridden|may-override|meta|modelConfig|template|title|---|#)/;

/** Steps that stand alone are those of a chain; so are the other keys of one. Nothing is set in, so that carets stay in place. */
function wholeDocument(text: string): string {
  if (beginning.test(text)) return text;
  return `chain: demo\ntitle: Demo\n${/^(?:- |#\s*\^)/.test(text) ? 'steps:\n' : ''}${text}`;
}
