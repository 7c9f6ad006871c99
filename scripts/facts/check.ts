/** Holds a file of the library, as plain values, against its facts. */
import type { Fact, FileFacts, Holds } from './fact.ts';
import { figurePattern, lacking, plainText } from './holds.ts';
import { type Aligned, align, isMapping, type Mapping, mappings } from './turns.ts';

/** Keys that name other things of the file, so that they say nothing of their own. */
const pointers: ReadonlySet<string> = new Set(['skill', 'team', 'needs', 'back-to', 'go', 'insert-after']);

/** All that a value says: its scalars and the names of its entries. */
export function wordsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsIn).join('\n');
  if (isMapping(value)) {
    return Object.entries(value)
      .map(([key, inner]) => (pointers.has(key) ? '' : `${key}: ${wordsIn(inner)}`))
      .join('\n');
  }
  return value === null || value === undefined ? '' : String(value);
}

interface Subject {
  readonly file: Mapping;
  readonly whole: Aligned | undefined;
  readonly phases: readonly Aligned[];
}

/** What stands at a place, as `fact.ts` writes places. A place that is not there has nothing. */
function valuesAt({ file, whole, phases }: Subject, place: string): readonly unknown[] {
  const [, name, first = '', second] = /^(step|near)\[(\d+)\](?:\[(\d+)\])?$/.exec(place) ?? [];
  if (name !== undefined) {
    const aligned = second === undefined ? whole : phases[Number(first)];
    const list = name === 'step' ? aligned?.nodes : aligned?.near;
    return list?.[Number(second ?? first)] ?? [];
  }
  if (place === 'checklists') return listsUnder(file, new Set(['checklist', 'done']));
  const path = place.split(/[.[\]]+/).filter(key => key !== '');
  const start = place.startsWith('#') ? nodeCalled(file, path.shift()?.slice(1) ?? '') : file;
  const value = path.reduce<unknown>((inner, key) => {
    if (Array.isArray(inner)) return inner[Number(key)];
    return isMapping(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined;
  }, start);
  return value === undefined || value === null ? [] : [value];
}

function listsUnder(value: unknown, keys: ReadonlySet<string>): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(inner => listsUnder(inner, keys));
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => (keys.has(key) ? [inner] : listsUnder(inner, keys)));
}

function nodeCalled(value: unknown, id: string): unknown {
  if (Array.isArray(value)) {
    for (const inner of value) {
      const found = nodeCalled(inner, id);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isMapping(value)) return undefined;
  return value['id'] === id ? value : nodeCalled(Object.values(value), id);
}

/** Durations, windows and short texts as they compare: small letters, units in the singular, no blanks in ranges. */
const settled = (value: unknown): string =>
  plainText(String(value))
    .replace(/\b(minute|hour|day|week|month|quarter|year)s\b/g, '$1')
    .replace(/\s*-\s*/g, '-')
    .trim();

/** Lists of as many entries anywhere in a value; the value itself may be a map of them. */
function listsOf(value: unknown, size: number): readonly (readonly unknown[])[] {
  const entries = isMapping(value) ? Object.entries(value) : [];
  return [...(entries.length === size ? [entries] : []), ...innerLists(value, size)];
}

function innerLists(value: unknown, size: number): readonly (readonly unknown[])[] {
  if (!Array.isArray(value)) {
    return isMapping(value) ? Object.values(value).flatMap(inner => innerLists(inner, size)) : [];
  }
  const below = value.flatMap(inner => innerLists(inner, size));
  return value.length === size ? [value, ...below] : below;
}

/** How a list falls short of what its entries are to hold. */
const shortfalls = (list: readonly unknown[], items: readonly Holds[]): readonly string[] =>
  items.flatMap((item, at) => lacking(wordsIn(list[at]), item).map(what => `${what} in entry ${at + 1}`));

const fewest = (results: readonly (readonly string[])[]): readonly string[] | undefined =>
  results.toSorted((left, right) => left.length - right.length)[0];

function missedBy(subject: Subject, fact: Fact): readonly string[] {
  const values = fact.at.flatMap(place => valuesAt(subject, place));
  if (values.length === 0) return ['nothing stands there'];
  if ('is' in fact) {
    return values.some(value => settled(value) === settled(fact.is)) ? [] : [`"${fact.is}"`];
  }
  if ('items' in fact) {
    const lists = values.flatMap(value => listsOf(value, fact.items.length));
    return (
      fewest(lists.map(list => shortfalls(list, fact.items))) ?? [`a list of ${fact.items.length} entries`]
    );
  }
  if ('windows' in fact) return windowsMissed(values, fact.windows);
  if ('table' in fact) return tableMissed(values, fact.table);
  if ('targets' in fact) return successMissed(values, fact.targets, fact.holds);
  return lacking(values.map(wordsIn).join('\n'), fact.holds);
}

function windowsMissed(
  values: readonly unknown[],
  windows: readonly { readonly window: string; readonly holds: Holds }[],
): readonly string[] {
  const results = values.map(value => {
    const entries = mappings(value);
    return windows.flatMap(({ window, holds }, at) => {
      const entry = entries[at];
      if (entry === undefined) return [`a window ${window}`];
      const is = settled(entry['window']) === settled(window) ? [] : [`the window ${window}`];
      return [...is, ...lacking(wordsIn(entry), holds)].map(what => `${what} in entry ${at + 1}`);
    });
  });
  return fewest(results) ?? [];
}

function tableMissed(
  values: readonly unknown[],
  { columns, rows }: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] },
): readonly string[] {
  const tables = values.flatMap(value => mappings(value)).flatMap(entry => mappings([entry['table']]));
  const results = tables.map(table => {
    const found = Array.isArray(table['rows']) ? table['rows'] : [];
    const heads = settled(wordsIn(table['columns'])) === settled(columns.join('\n'));
    return [
      ...(heads ? [] : [`the columns ${columns.join(', ')}`]),
      ...rows.flatMap((row, at) => {
        const cells: unknown = found[at];
        const says = Array.isArray(cells) ? cells.map(cell => settled(cell)) : [];
        return row.flatMap((cell, column) =>
          column === 0 || says[column]?.includes(settled(cell)) === true ? [] : [`${cell} in row ${at + 1}`],
        );
      }),
    ];
  });
  return fewest(results) ?? ['a table'];
}

function successMissed(
  values: readonly unknown[],
  targets: readonly string[],
  holds: Holds,
): readonly string[] {
  const entries = values.flatMap(value => (Array.isArray(value) ? value : [value]));
  const texts = entries.map(entry => (isMapping(entry) ? String(entry['target'] ?? '') : String(entry)));
  const compared = targets.filter(target => {
    const [comparison = '', ...figure] = target;
    const pattern = new RegExp(`${comparison}=?\\s*${figurePattern(figure.join(''))}`);
    return !texts.some(text => pattern.test(plainText(text)));
  });
  return [
    ...compared.map(target => `the target ${target}`),
    ...lacking(entries.map(wordsIn).join('\n'), holds),
  ];
}

function stagesMissed(file: Mapping, stages: readonly string[]): readonly string[] {
  const names = mappings(file['phases']).map(phase => settled(phase['phase']));
  if (names.join() === stages.map(settled).join()) return [];
  const ids = stages.filter(stage => nodeCalled(file, settled(stage).replaceAll(' ', '-')) === undefined);
  return ids.map(stage => `the stage ${stage}, as a phase or as the id of a node`);
}

/** What a file does not say of its facts, a line each; `idOf` gives the id of a skill by any spelling. */
export function problemsOf(
  file: Mapping,
  facts: FileFacts,
  idOf: (spelling: string) => string,
): readonly string[] {
  const inPhases = mappings(file['phases']);
  const nodes = file['steps'] ?? inPhases.flatMap(phase => mappings(phase['steps']));
  const subject: Subject = {
    file,
    whole: facts.order && align(nodes, facts.order, idOf),
    phases: (facts.phases ?? []).map(({ order }, at) => align(inPhases[at]?.['steps'], order, idOf)),
  };
  const orders = [subject.whole, ...subject.phases].flatMap(aligned => aligned?.problem ?? []);
  return [
    ...orders.map(problem => `steps: ${problem}`),
    ...stagesMissed(file, facts.stages ?? []).map(what => `phases or id: lacks ${what}`),
    ...facts.facts.flatMap(fact => {
      const missed = missedBy(subject, fact);
      return missed.length === 0 ? [] : [`${fact.id}: ${fact.at.join(' or ')} lacks ${missed.join('; ')}`];
    }),
  ];
}
