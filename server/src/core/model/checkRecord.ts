/** Holds the keys of one map against a record, or against the record that its discriminating key tells. */
import type { KeyDescription, RecordDescription, VariantShape } from '../../../../schemas/table.ts';
import type { Entry, MapNode } from '../syntax/tree.ts';
import { nearNames } from '../util/nearNames.ts';
import { nestedIn } from './nested.ts';
import { outdentedIn } from './outdented.ts';
import { firstEntries, fitting, keyPlace, mapPlace, type Walk } from './shapeWalk.ts';
import { isNothing } from './shapeWords.ts';
import { synonymsOf } from './synonyms.ts';
import { unlistedIn } from './unlisted.ts';

/** `<<`, which YAML of old read as the keys of another map. */
const isMerge = ({ key }: Entry): boolean => key.text === '<<' && key.style === 'plain';

export const isFree = (key: string): boolean => key.startsWith('x-');

/**
 * Gives every known key its description and its value its shape, but for entries that are left out; returns the entries
 * whose keys are not known.
 */
function readKeys(
  walk: Walk,
  map: MapNode,
  records: readonly RecordDescription[],
  leftOut: ReadonlySet<Entry> = new Set(),
): readonly Entry[] {
  const unknown: Entry[] = [];
  for (const entry of map.entries) {
    if (leftOut.has(entry)) continue;
    const key = keyOf(records, entry.key.text);
    if (key !== undefined) {
      walk.keys.set(entry, key);
      walk.pending.push({ node: entry.value, entry, shape: key.shape });
    } else if (!isFree(entry.key.text)) unknown.push(entry);
  }
  return unknown;
}

function keyOf(records: readonly RecordDescription[], text: string): KeyDescription | undefined {
  for (const record of records) {
    const key = record.keys.find(each => each.key === text);
    if (key !== undefined) return key;
  }
  return undefined;
}

/**
 * `renamed` is an entry that stands for a discriminating key it nearly spells, and `alias` the key it stands for:
 * it was reported as such already.
 */
export function checkRecord(walk: Walk, map: MapNode, record: RecordDescription, renamed?: Renamed): void {
  walk.records.set(map, record);
  const entries = firstEntries(walk, map);
  const present = new Set([...entries.keys(), ...(walk.strayed.get(map) ?? [])]);
  if (renamed !== undefined) present.add(renamed.key);
  const nested = nestedIn(map, record);
  if (nested !== undefined) {
    walk.problems.push(nested);
    readKeys(walk, map, [record], new Set([nested.entry]));
    return;
  }
  const outdented = reportOutdented(walk, map, record, present);
  const unlisted = reportUnlisted(walk, map, record, present, outdented, renamed);
  const leftOut = new Set([...outdented, ...unlisted]);
  const strange = readKeys(walk, map, [record], leftOut).filter(entry => entry !== renamed?.entry);
  // What other readers of the format know is theirs.
  const unknown = record.open === true ? [] : strange;
  const isForeign =
    map.parent !== undefined &&
    renamed === undefined &&
    unknown.length > 0 &&
    unknown.length === map.entries.length;
  if (isForeign && reportForeign(walk, unknown, record)) return;
  const meant = reportUnknown(walk, unknown, record, present);
  // What a merge key would bring is not known.
  if (!unknown.some(isMerge)) reportMissing(walk, map, record, present, meant);
  for (const { keys, atLeastOne } of record.oneOf ?? []) {
    if (atLeastOne === true) continue;
    const [first, ...others] = keys
      .flatMap(key => entries.get(key) ?? [])
      .sort((left, right) => left.span.start - right.span.start);
    const [entry] = others;
    if (first !== undefined && entry !== undefined) {
      walk.problems.push({
        code: 'conflicting-keys',
        span: entry.key.span,
        entry,
        first,
        record: record.title,
      });
    }
  }
}

/** Reports keys that lack their indentation; returns all entries that are then spoken for. */
function reportOutdented(
  walk: Walk,
  map: MapNode,
  record: RecordDescription,
  present: ReadonlySet<string>,
): ReadonlySet<Entry> {
  const spokenFor = new Set<Entry>();
  if (
    map.flow ||
    record.open === true ||
    map.entries.every(entry => keyOf([record], entry.key.text) !== undefined)
  )
    return spokenFor;
  const open = openKeys(record, present);
  const isMeant = (key: string): boolean => meantKeys(key, open).length > 0;
  for (const outdented of outdentedIn(map, record, walk.table, isMeant)) {
    const { entry, rest, children } = outdented;
    const [first] = children;
    if (first === undefined) continue;
    walk.problems.push({ code: 'outdented', span: keyPlace(first), ...outdented });
    for (const child of children) spokenFor.add(child);
    if (rest === undefined) spokenFor.add(entry);
    else
      walk.strayed.set(
        rest,
        children.map(child => child.key.text),
      );
  }
  return spokenFor;
}

/** Reports what belongs into a list of the map; returns all entries that are then spoken for, and counts the list as present. */
function reportUnlisted(
  walk: Walk,
  map: MapNode,
  record: RecordDescription,
  present: Set<string>,
  outdented: ReadonlySet<Entry>,
  renamed: Renamed | undefined,
): ReadonlySet<Entry> {
  const open = openKeys(record, present);
  const unknown = map.entries.filter(
    entry =>
      !outdented.has(entry) &&
      entry !== renamed?.entry &&
      !isFree(entry.key.text) &&
      !keyOf([record], entry.key.text),
  );
  const isForeign = unknown.length === map.entries.length;
  if (unknown.length === 0 || isForeign || record.open === true) return new Set();
  const unclear = unknown.filter(({ key }) => meantKeys(key.text, open).length === 0);
  const unlisted = unlistedIn(map, record, unclear, open, walk.table);
  const [first] = unlisted?.children ?? [];
  if (unlisted === undefined || first === undefined) return new Set();
  walk.problems.push({ code: 'unlisted', span: keyPlace(first), map, record, ...unlisted });
  present.add(unlisted.key.key);
  const { entry } = unlisted;
  return new Set(
    entry === undefined || !isNothing(entry.value) ? unlisted.children : [...unlisted.children, entry],
  );
}

/** A map of which no key is known stands in the wrong place: one finding says so. `false` where a key is nearly right. */
function reportForeign(walk: Walk, unknown: readonly Entry[], record: RecordDescription): boolean {
  const [entry] = unknown;
  const keys = record.keys.map(each => each.key);
  if (entry === undefined || unknown.some(each => meantKeys(each.key.text, keys).length > 0)) return false;
  walk.problems.push({ code: 'unknown-key', span: keyPlace(entry), entry, record, near: [] });
  return true;
}

interface Renamed {
  readonly entry: Entry;
  readonly key: string;
}

/** Behind this many problems nobody reads suggestions, and making them takes time. */
const suggestedProblems = 1000;

/** Keys that could still be written: those of the record that are neither there nor excluded by one that is. */
function openKeys(record: RecordDescription, present: ReadonlySet<string>): readonly string[] {
  const excluded = new Set<string>();
  for (const group of record.oneOf ?? []) {
    if (group.atLeastOne !== true && group.keys.some(key => present.has(key)))
      for (const key of group.keys) excluded.add(key);
  }
  return record.keys.map(each => each.key).filter(key => !present.has(key) && !excluded.has(key));
}

/** What `written` may stand for among `keys`: near spellings first, then words other tools use. */
export function meantKeys(written: string, keys: readonly string[]): readonly string[] {
  const synonyms = synonymsOf(written).filter(key => keys.includes(key));
  return [...new Set([...nearNames(written, keys), ...synonyms])];
}

/** Keys that take what is written behind the key before those that do not: `then: end` is a `go`, and no `steps`. */
function fittingFirst(
  keys: readonly string[],
  record: RecordDescription,
  { key, value }: Entry,
): readonly string[] {
  const isSpelling = !synonymsOf(key.text).includes(keys[0] ?? '');
  if (keys.length < 2 || isSpelling || value === undefined) return keys;
  const takes = (name: string): boolean => {
    const shape = keyOf([record], name)?.shape;
    return shape !== undefined && fitting(shape, value) !== undefined;
  };
  return [...keys.filter(takes), ...keys.filter(name => !takes(name))];
}

/** Reports unknown keys; returns the keys that they were probably meant to be, which are then not missing. */
function reportUnknown(
  walk: Walk,
  unknown: readonly Entry[],
  record: RecordDescription,
  present: ReadonlySet<string>,
): ReadonlySet<string> {
  const open = openKeys(record, present);
  const meant = new Set<string>();
  const reported = new Set<string>();
  for (const entry of unknown) {
    if (reported.has(entry.key.text)) continue;
    reported.add(entry.key.text);
    const isWorthIt = walk.problems.length < suggestedProblems;
    const keys = isWorthIt ? meantKeys(entry.key.text, open).filter(key => !meant.has(key)) : [];
    const near = fittingFirst(keys, record, entry);
    if (near[0] !== undefined) meant.add(near[0]);
    walk.problems.push({ code: 'unknown-key', span: keyPlace(entry), entry, record, near });
  }
  return meant;
}

function reportMissing(
  walk: Walk,
  map: MapNode,
  record: RecordDescription,
  present: ReadonlySet<string>,
  meant: ReadonlySet<string>,
): void {
  const isThere = (key: string): boolean => present.has(key) || meant.has(key);
  const groups = [
    ...record.keys.filter(each => each.required).map(each => [each.key]),
    ...(record.oneOf ?? []).map(group => group.keys),
  ];
  for (const keys of groups) {
    if (keys.some(isThere)) continue;
    walk.problems.push({ code: 'missing-key', span: mapPlace(map), map, record, keys });
  }
}

export function checkVariant(walk: Walk, map: MapNode, shape: VariantShape): void {
  const recordOf = (key: string): RecordDescription | undefined => {
    const name = Object.hasOwn(shape.by, key) ? shape.by[key] : undefined;
    return name === undefined ? undefined : walk.table.records[name];
  };
  const telling = map.entries.filter(entry => recordOf(entry.key.text) !== undefined);
  const records = [...new Set(telling.flatMap(entry => recordOf(entry.key.text) ?? []))];
  const [first] = telling;
  if (first === undefined) {
    checkUnknownVariant(walk, map, shape, recordOf);
    return;
  }
  // A discriminating key of one variant may be an ordinary key of another.
  const all = records.find(record => telling.every(entry => keyOf([record], entry.key.text) !== undefined));
  if (all !== undefined) {
    checkRecord(walk, map, all);
    return;
  }
  const record = recordOf(first.key.text);
  const entry = telling.find(each => record !== undefined && keyOf([record], each.key.text) === undefined);
  if (record === undefined || entry === undefined) return;
  walk.problems.push({ code: 'conflicting-keys', span: entry.key.span, entry, first, record: shape.name });
  walk.records.set(map, record);
  firstEntries(walk, map);
  const present = new Set(map.entries.map(each => each.key.text));
  reportUnknown(walk, readKeys(walk, map, [record, ...records]), record, present);
}

/**
 * A map without a discriminating key. Where one of its keys is nearly one, the map is read as that variant;
 * else as the one variant that knows most of its keys, and unknown keys are not reported besides.
 */
function checkUnknownVariant(
  walk: Walk,
  map: MapNode,
  shape: VariantShape,
  recordOf: (key: string) => RecordDescription | undefined,
): void {
  const names = Object.keys(shape.by);
  const merge = map.entries.find(isMerge);
  const [some] = Object.keys(shape.by).flatMap(name => recordOf(name) ?? []);
  if (merge !== undefined && some !== undefined) {
    walk.problems.push({ code: 'unknown-key', span: keyPlace(merge), entry: merge, record: some, near: [] });
    return;
  }
  const records = [...new Set(names.flatMap(name => recordOf(name) ?? []))];
  const problem = { code: 'unknown-variant', map, name: shape.name, keys: names } as const;
  for (const entry of map.entries) {
    if (keyOf(records, entry.key.text) !== undefined || isFree(entry.key.text)) continue;
    const keys = meantKeys(entry.key.text, names);
    const [key] = keys;
    const record = key === undefined ? undefined : recordOf(key);
    if (key === undefined || record === undefined) continue;
    walk.problems.push({ ...problem, span: keyPlace(entry), near: { entry, keys } });
    const described = keyOf([record], key);
    if (described !== undefined) walk.pending.push({ node: entry.value, entry, shape: described.shape });
    checkRecord(walk, map, record, { entry, key });
    return;
  }
  walk.problems.push({ ...problem, span: mapPlace(map) });
  firstEntries(walk, map);
  const counted = records.map(record => ({
    record,
    known: map.entries.filter(entry => keyOf([record], entry.key.text) !== undefined).length,
  }));
  const most = Math.max(0, ...counted.map(each => each.known));
  const best = counted.filter(each => each.known === most);
  const [only] = best;
  if (most === 0 || best.length !== 1 || only === undefined) return;
  walk.records.set(map, only.record);
  readKeys(walk, map, [only.record]);
}
