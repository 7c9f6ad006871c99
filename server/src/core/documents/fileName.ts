/**
 * How a new document's file is called: as its neighbours are. Three dialects are told apart: numbered (`0007-use-yaml.md`, by adr-tools,
 * MADR and adrs), numbered with a word before it (`adr-007-use-yaml.md`), and dated (`20240131-use-yaml.md` by Log4brains, `2024-01-31-…`).
 */
import { slug } from '../model/values/identifier.ts';
import type { FoundFolder } from './folders.ts';
import type { DocumentKind } from './kinds.ts';

export interface FileNameRequest {
  readonly kind: DocumentKind;
  readonly title: string;
  /** `2024-01-31`: the local date for a decision, that of UTC for a post-mortem. */
  readonly date: string;
  readonly folder: Pick<FoundFolder, 'reason'>;
  /** The names in the folder, and those of the same folder on other branches as far as they are known. */
  readonly names: readonly string[];
}

/** A record's name, taken apart. */
interface RecordName {
  readonly before: string;
  readonly date: string | undefined;
  readonly number: string | undefined;
  readonly joint: string;
  readonly rest: string;
  readonly ending: string;
}

/** A name that none of `names` has, without a folder. Its number is the one behind the highest, so that a gap stays a gap. */
export function proposeFileName(request: FileNameRequest): string {
  const { kind, title, date, folder, names } = request;
  const records = names.flatMap(name => readName(name) ?? []);
  const numbered = records.filter(({ number }) => number !== undefined);
  const dated = records.filter(record => record.date !== undefined);
  const datesByDefault = kind === 'post-mortem' || folder.reason === '.log4brains.yml';
  const isDated = numbered.length === dated.length ? datesByDefault : dated.length > numbered.length;
  const stem = stemOf(title) || (kind === 'adr' ? 'decision' : 'post-mortem');
  const latest = isDated ? dated.at(-1) : highest(numbered);
  const { before = '', joint = '-', ending = '.md' } = latest ?? {};
  const words = latest !== undefined && /^[^-]*_[^-]*$/u.test(latest.rest) ? stem.replaceAll('-', '_') : stem;
  const mark = isDated ? dateMark(date, kind, folder, latest) : nextNumber(latest);
  return free(`${before}${mark}${joint}${words}`, ending, names);
}

/** The number that a file's name begins with; `undefined` where it has none, or a date. */
export function numberOf(fileName: string): number | undefined {
  const number = readName(fileName)?.number;
  return number === undefined ? undefined : Number(number);
}

function readName(name: string): RecordName | undefined {
  const form =
    /^(?<before>adr[-_ ]?)?(?:(?<date>\d{4}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01]))|(?<number>\d{1,7}))(?<joint>[-_. ]+)(?<rest>.*)(?<ending>\.(?:md|markdown))$/iu;
  const groups = form.exec(name)?.groups;
  if (groups === undefined) return undefined;
  const { before = '', date, number, joint = '-', rest = '', ending = '.md' } = groups;
  return { before, date, number, joint, rest, ending };
}

const highest = (records: readonly RecordName[]): RecordName | undefined =>
  records.reduce<RecordName | undefined>(
    (most, each) => (Number(each.number) > Number(most?.number ?? -1) ? each : most),
    undefined,
  );

/** As wide as the highest there is; four digits where there is none. */
function nextNumber(latest: RecordName | undefined): string {
  const width = latest?.number?.length ?? 4;
  return String(Number(latest?.number ?? 0) + 1).padStart(width, '0');
}

/** With hyphens where the last dated record has them; where there is none, as the tool or custom of that kind has it. */
function dateMark(
  date: string,
  kind: DocumentKind,
  folder: FileNameRequest['folder'],
  latest: RecordName | undefined,
): string {
  const hyphens =
    latest?.date === undefined
      ? kind === 'post-mortem' && folder.reason !== '.log4brains.yml'
      : latest.date.includes('-');
  return hyphens ? date : date.replaceAll('-', '');
}

/** The name, or with the first number behind it that makes it free. Case does not tell files apart everywhere. */
function free(name: string, ending: string, names: readonly string[]): string {
  const taken = new Set(names.map(each => each.toLowerCase()));
  for (let number = 1; ; number++) {
    const proposed = `${number === 1 ? name : `${name}-${number}`}${ending}`;
    if (!taken.has(proposed.toLowerCase())) return proposed;
  }
}

/** The title's words in a file's name, cut between two words; `''` where no Latin letter or digit is among them. */
function stemOf(title: string): string {
  const whole = slug(title);
  if (whole.length <= longestStem) return whole;
  const cut = whole.slice(0, longestStem + 1);
  const end = cut.lastIndexOf('-');
  return end > longestStem / 2 ? cut.slice(0, end) : whole.slice(0, longestStem);
}

/** In letters. */
const longestStem = 60;
