import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepareRename, rename } from '../../server/src/core/features/rename.ts';
import { cursorIn } from '../support/fixture.ts';
import { contextOf } from './feature.ts';

const chain = `chain: draft
title: Draft
steps:
  - { skill: a, do: b, produces: &made [x] }
  - { skill: c, do: d, needs: *made }
  - { skill: c, do: e, produces: &other [y] }
  - { skill: c, do: f, needs: *made }
`;

/** The text after a rename at the cursor; a refusal in its words; `null` where nothing is renamed. */
function renamed(fixture: string, newName: string): string | null {
  const { text, position } = cursorIn(fixture);
  const context = contextOf(text);
  const result = rename(context, position, newName);
  if (result === null) return null;
  if ('refused' in result) return result.refused;
  const { lines } = context.document;
  return Object.values(result.changes)
    .flat()
    .toSorted((left, right) => lines.offset(right.range.start) - lines.offset(left.range.start))
    .reduce(
      (made, { range, newText }) =>
        made.slice(0, lines.offset(range.start)) + newText + made.slice(lines.offset(range.end)),
      text,
    );
}

const at = (place: string, text = chain): string => text.replace(place.replace('$0', ''), place);

test('an anchor and its aliases are renamed together', () => {
  const expected = chain.replaceAll('made', 'note');
  for (const place of ['&ma$0de', 'd, needs: *made$0', 'f, needs: $0*made'])
    assert.equal(renamed(at(place), 'note'), expected, place);
});

test('what is changed is the name alone', () => {
  const { text, position } = cursorIn(at('&ma$0de'));
  assert.deepEqual(prepareRename(contextOf(text), position), {
    range: { start: { line: 3, character: 34 }, end: { line: 3, character: 38 } },
    placeholder: 'made',
  });
});

test('a name is refused that means something else, or that YAML does not take', () => {
  assert.match(renamed(at('&ma$0de'), 'other') ?? '', /already/);
  for (const name of ['', 'two words', 'a,b', '*made', 'a:'])
    assert.match(renamed(at('&ma$0de'), name) ?? '', /letters/);
  assert.match(renamed(`${at('&ma$0de')}success: [half\n`, 'note') ?? '', /mistakes/);
  assert.match(renamed(`${at('&ma$0de')}x-keys: { *made : 1 }\n`, 'note') ?? '', /stands as a key/);
});

test('an alias without an anchor has no name to give', () => {
  assert.equal(renamed(at('*ma$0de', chain.replace('&made', '')), 'note'), null);
});
