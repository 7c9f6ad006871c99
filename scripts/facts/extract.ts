/** Takes from a piece of a document what has to carry over: figures, names, and a trace of every clause. */
import type { Holds } from './fact.ts';

const amount = String.raw`[$]?\d[\d,]*(?:\.\d+)?(?:[KMB](?![a-z]))?`;
const unit = '%|ms|fps|px|minutes?|mins?|hours?|days?|weeks?|months?|quarters?|years?';
const figure = new RegExp(
  String.raw`(?<![\w.^-])(${amount})(?:\s*[-–]\s*(${amount}))?(\+)?(?:[\s-]*(${unit})(?![a-z]))?`,
  'gi',
);
/** Names that hold a number, which is no figure. */
const numbered =
  /\b(?:WCAG \d\.\d(?: AA)?|SOC ?2(?: Type II)?|OAuth \d\.\d|Articles? [\d-]+|Section \d+|EN \d+ \d+|Phase \d|Pattern \d|1-on-1s?|[A-Za-z]+\d+\b)/g;
const word = /[\p{L}\p{N}][\p{L}\p{N}.+#&'’]*/gu;

const stopWords = new Set(
  `a an and any are as at be between but by can e.g eg etc each for from has have how if i.e in into is it its
  like new non not of off on or our out over per so than that the their them then this to up use using via vs we what
  when where which who why will with within all across based one two three first only must should ensure define
  create design implement build set plus more most other same target`.split(/\s+/),
);
/** Abbreviations that a sentence spells out, by the beginning that both share. */
const beginnings: Readonly<Record<string, string>> = {
  docs: 'doc',
  infra: 'infra',
  apps: 'app',
  dev: 'dev',
  prod: 'prod',
  repos: 'repo',
  specs: 'spec',
  reqs: 'req',
  use: 'use',
};

const keep = <Value>(list: readonly Value[]): readonly Value[] | undefined =>
  list.length > 0 ? list : undefined;
const unique = (list: readonly string[]): readonly string[] => [...new Set(list)].sort();

/** The beginning of a word by which its other forms are known too. */
export function beginningOf(text: string): string {
  const plain = text.toLowerCase().replace(/['’]s?$/, '');
  const known = beginnings[plain];
  if (known !== undefined) return known;
  return plain.length > 6 ? plain.slice(0, 5) : plain.slice(0, 4);
}

/** The figures of a text, each as `<number> <unit>`, the unit in the singular. */
export function figuresOf(text: string): readonly string[] {
  const found = [...text.replace(numbered, ' ').matchAll(figure)].map(
    ([, from = '', to, plus = '', inUnit = '']) => {
      const range = to === undefined ? `${from}${plus}` : `${from}-${to}`;
      const singular = inUnit
        .toLowerCase()
        .replace(/^mins?$/, 'minute')
        .replace(/(?<=.{3})s$/, '');
      return `${range} ${singular}`.trim();
    },
  );
  return unique(found);
}

const isName = (token: string): boolean => /\p{Lu}/u.test(token.slice(1)) && !/^\d/.test(token);
const isCapital = (token: string): boolean => /^\p{Lu}/u.test(token);

/** Names that begin a piece of the documents, where a capital letter alone tells nothing. */
const beginsWithName =
  /^(?:Alation|Argo|Confluent|Elasticsearch|Kafka|Kubernetes|Saudi|Temporal|Terraform|Workato|Zapier)$/;
/** Common words that titles of the documents write with a capital letter. */
const ordinary: ReadonlySet<string> = new Set(
  'Cloud Cost Data Infra Level Pilot Platform Recovery Roll Security Store Team Time'.split(' '),
);
const asks = /^(?:what|how|which|when|who|why|if|are|is|per)$/i;

/** A token as it counts among names: whole, or its abbreviations alone; none where it is a common word. */
function nameIn(token: string, isFirst: boolean): readonly string[] {
  const parts = token.replace(/[.-]+$/, '').split('-');
  if (asks.test(token)) return [];
  if (parts.length > 1 && (asks.test(parts[0] ?? '') || !parts.every(isCapital)))
    return parts.filter(part => /^\p{Lu}{2,}s?$/u.test(part));
  const counts = isName(token) || (isCapital(token) && !isFirst) || beginsWithName.test(token);
  return counts ? [parts.join('-')] : [];
}

const separators = /[,;:()"“”→=×—?!\n]|\s[-–+]\s|(?<!CI|A)\/(?!CD\b|B\b)/;

/**
 * The proper names of a text: tools, laws, standards, places. The first word of a text, and of what follows a colon, counts
 * only if it is written as no common word is.
 */
export function namesOf(text: string): readonly string[] {
  const found: string[] = [...text.matchAll(numbered)]
    .map(([name]) => name)
    .filter(name => !/^(?:Phase|Pattern)/.test(name));
  for (const sentence of text.replace(numbered, ' , ').split(':')) {
    let isFirst = true;
    for (const part of sentence.split(separators)) {
      let run: string[] = [];
      const close = (): void => {
        if (run.length > 0) found.push(run.join(' '));
        run = [];
      };
      for (const [token] of part
        .replace(/\bCI\/CD\b/g, 'CI_CD')
        .matchAll(/[\p{L}\p{N}][\p{L}\p{N}_.+#&-]*/gu)) {
        const names = nameIn(token, isFirst);
        isFirst = false;
        if (names.length > 0) run.push(...names.map(name => name.replace('CI_CD', 'CI/CD')));
        else close();
      }
      close();
    }
  }
  const single = found.flatMap(name => (/^(?:\p{Lu}{2,}s?(?: |$))+$/u.test(name) ? name.split(' ') : [name]));
  return unique(
    single
      .map(name => name.replace(/(?<=\p{Lu}{2,})s$/u, ''))
      .filter(name => name.length > 1 && !ordinary.has(name)),
  );
}

/** One group for each clause of a text: beginnings of its words that carry meaning. */
export function wordsOf(text: string): readonly (readonly string[])[] {
  const names = new Set(namesOf(text).flatMap(name => name.toLowerCase().split(/[\s/]/)));
  const clauses = text
    .replace(numbered, ' ')
    .replace(figure, ' ')
    .split(/[,;:()→=—?]|\s[-–]\s|\s\+\s|\band\b/)
    .map(clause =>
      [...clause.matchAll(word)]
        .flatMap(([token]) => token.split(/[-/.]/))
        .map(token => token.toLowerCase())
        .filter(token => token.length > 2 && !/\d/.test(token) && !stopWords.has(token) && !names.has(token))
        .map(beginningOf),
    )
    .map(unique)
    .filter(clause => clause.length > 0);
  return [...new Map(clauses.map(clause => [clause.join(), clause])).values()];
}

/** All of it. `loose`: of the clauses, only one group for the whole text. */
export function holdsOf(text: string, loose = false): Holds {
  const plain = text
    .replace(/\*\*(.+?)\*\*/g, (_, label: string) =>
      label.replace(/\b\p{Lu}(?=\p{Ll}+\b)/gu, initial => initial.toLowerCase()),
    )
    .replace(/\[[ x]\]/g, '');
  const groups = wordsOf(plain);
  const words = loose ? [unique(groups.flat())].filter(group => group.length > 0) : groups;
  const figures = keep(figuresOf(plain));
  const names = keep(namesOf(plain));
  return {
    ...(figures ? { figures } : {}),
    ...(names ? { names } : {}),
    ...(words.length > 0 ? { words } : {}),
  };
}

const deadline =
  /\b(?:within|by|at|in)\s+(?:first\s+)?(?:\d[\d-]*\+?[\s-]*)?(?:minutes?|hours?|days?|weeks?|months?|years?)\b(?:\s\d+)?/gi;

/** What a criterion compares, as `<1 %`. A deadline ("within 30 days") is no comparison, and neither is a bare figure. */
export function targetsOf(text: string): readonly string[] {
  const body = text.replace(deadline, ' ').replace(numbered, ' ');
  return [...body.matchAll(/([<>])\s*(?=[$]?\d)/g)].map(match => {
    const first = body.slice(match.index + match[0].length).match(new RegExp(`^${figure.source}`, 'i'));
    return `${match[1] ?? ''}${first === null ? '' : (figuresOf(first[0])[0] ?? '')}`;
  });
}
