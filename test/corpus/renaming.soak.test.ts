/** Every name of the right files under another name: nothing is found then; and back again, which leaves what was there before. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { lineMap } from '../../server/src/core/util/lineMap.ts';
import { edited, findingsOf, type Opened, opened } from './support/opened.ts';
import { worldsIn } from './support/worlds.ts';

const newName = 'zzz-renamed';

/** Of each world so many names are tried: each makes it anew twice. */
const most = 12;

type Files = Readonly<Record<string, string>>;

interface Place {
  readonly path: string;
  readonly offset: number;
}

interface Renamed {
  readonly files: Files;
  /** Where the name stands then. */
  readonly place: Place;
}

/** All files after a rename, those that are to be moved under their new names; a text: why it is refused. */
function renamed({ service, workspace }: Opened, files: Files, place: Place, name: string): Renamed | string {
  const text = files[place.path] ?? '';
  const result = service.rename(workspace.uri(place.path), lineMap(text).position(place.offset), name);
  if (result === null) return 'Nothing is named there.';
  if ('refused' in result) return result.refused;
  const changes = new Map(Object.entries(result.changes));
  const moves = new Map(result.moves.map(({ from, to }) => [from, to]));
  const pathOf = (uri: string): string => decodeURIComponent(uri.slice(workspace.uri('').length));
  const lines = lineMap(text);
  const shift = (changes.get(workspace.uri(place.path)) ?? [])
    .filter(({ range }) => lines.offset(range.end) < place.offset)
    .reduce(
      (sum, { range, newText }) =>
        sum + newText.length - (lines.offset(range.end) - lines.offset(range.start)),
      0,
    );
  const target = (path: string): string => {
    const moved = moves.get(workspace.uri(path));
    return moved === undefined ? path : pathOf(moved);
  };
  return {
    files: Object.fromEntries(
      Object.entries(files).map(([path, before]) => [
        target(path),
        edited(before, changes.get(workspace.uri(path)) ?? []),
      ]),
    ),
    place: { path: target(place.path), offset: place.offset + shift },
  };
}

/** Where the new name stands; a title goes on naming a skill that has another id. */
function placeOf({ files, place }: Renamed): Place {
  if (files[place.path]?.startsWith(newName, place.offset)) return place;
  const [path = '', text = ''] = Object.entries(files).find(([, each]) => each.includes(newName)) ?? [];
  return { path, offset: text.indexOf(newName) };
}

/**
 * The values of the files by path, as other tools read them, but for the id `name`: what goes by its words gets one with its first other
 * name, and keeps it.
 */
const values = (files: Files, name: string): unknown =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      path.endsWith('.md')
        ? text
        : parse(text, (key, value) => (key === 'id' && value === name ? undefined : value), {
            schema: 'failsafe',
            logLevel: 'silent',
          }),
    ]),
  );

/** A place in each name that can be renamed. */
function* names({ service, documents }: Opened): Generator<Place & { readonly name: string }> {
  for (const { path, uri, text } of documents) {
    const lines = lineMap(text);
    let last = -1;
    for (const { index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (index < last) continue;
      const prepared = service.prepareRename(uri, lines.position(index));
      if (prepared === null || 'refused' in prepared) continue;
      last = lines.offset(prepared.range.end);
      yield { path, offset: index, name: prepared.placeholder };
    }
  }
}

describe('renaming and back again', () => {
  for (const { name: world, files } of worldsIn('right'))
    test(world, async t => {
      const before = await opened(files);
      const all = [...new Map([...names(before)].map(each => [`${each.path} ${each.name}`, each]))];
      let count = 0;
      for (const [key, { name, ...place }] of all.filter(
        (_, at) => at % Math.ceil(all.length / most) === 0,
      )) {
        const to = /^[^.]*@/u.test(name) ? `${newName}@9` : newName;
        const there = renamed(before, files, place, to);
        if (typeof there === 'string') continue;
        const says = `${key} at ${place.offset}`;
        const after = await opened(there.files);
        // Sentences stay as they are written, so that a product which only they speak of is taken by nobody any more.
        const found = findingsOf(after).filter(line => !line.includes(' unused-product: '));
        assert.deepEqual(found, [], says);
        // What several nodes say is no id, and of several versions of one name the way back is that of the one that is asked about.
        if (/[/~]|^[^.]*@/u.test(name)) continue;
        const back = renamed(after, there.files, placeOf(there), name);
        assert.ok(typeof back !== 'string', `${says}: ${back}`);
        assert.deepEqual(values(back.files, name), values(files, name), says);
        count++;
      }
      t.diagnostic(`${count} names`);
    });
});
