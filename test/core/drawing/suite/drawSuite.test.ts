import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { drawnToSvg } from '../../../../server/src/core/drawing/drawingToSvg.ts';
import { drawSuite, suiteLayoutGraph } from '../../../../server/src/core/drawing/suite/drawSuite.ts';
import { layoutKey } from '../../../../server/src/core/drawing/suite/freeGraph.ts';
import { layOutSimply } from '../../../../server/src/core/drawing/suite/layOutSimply.ts';
import { classesOf, elementOf, placeOf, plainly, textsIn } from '../drawings.ts';
import { drawnSimply, graphOfSuite, suiteOf } from './suites.ts';

/** The ids in each row, from the top. */
function rowsOf(phases: string, needs = ''): readonly string[] {
  const drawing = drawnSimply(suiteOf(phases, needs));
  const rows = new Map<number, string[]>();
  for (const [id, { y, width }] of drawing.places) {
    if (width > 300) continue;
    rows.set(y, [...(rows.get(y) ?? []), id]);
  }
  return [...rows].toSorted(([one], [other]) => one - other).map(([, ids]) => ids.join(' '));
}

describe('rows', () => {
  const tables: readonly (readonly [name: string, phases: string, needs: string, rows: readonly string[]])[] =
    [
      ['of a phase hold three', 'One: a b c d', '', ['a b c', 'd']],
      ['follow what is needed', 'One: a b c', 'a > c', ['a b', 'c']],
      ['follow it against the text too', 'One: a b c', 'c > a', ['b c', 'a']],
      ['of phases follow one another, whatever is needed', 'One: a; Two: b', 'b > a', ['a', 'b']],
      ['of a circle follow the text', 'One: a b c', 'a > b, b > c, c > a', ['a', 'b', 'c']],
      ['of what is in no phase come last', 'In none: x; One: a', '', ['a', 'x']],
      ['stand without phases', 'In none: a b', 'a > b', ['a', 'b']],
      ['of nothing are none', '', '', []],
    ];
  for (const [name, phases, needs, rows] of tables)
    test(name, () => assert.deepEqual(rowsOf(phases, needs), rows));
});

test('a phase says its window, its count and its capacity', () => {
  const graph = graphOfSuite(`suite: demo
items:
  a: { title: First, chain: x, priority: P0, owner: Somebody, domain: security }
phases:
  - phase: Foundation of everything that comes later on
    window: weeks 1-4
    items: [a]
    capacity: { active: 4 }
  - phase: Empty
`);
  const drawing = drawnSimply(graph);
  const group = elementOf(drawing, 'group:foundation-of-everything-that-comes-later-on');
  assert.deepEqual(textsIn(group), [
    'Foundation of',
    'everything that co…',
    'weeks 1-4',
    '1 item',
    'at most 4 at a time',
  ]);
  assert.deepEqual(textsIn(elementOf(drawing, 'group:empty')), ['Empty', '0 items', 'No items yet']);
  const card = elementOf(drawing, 'node:a');
  assert.deepEqual(textsIn(card), ['a · security', 'First', 'Somebody', 'chain', 'P0']);
  assert.equal(card.attributes['aria-label'], 'Item: a, First, owner Somebody, priority P0, domain security');
});

test('what cannot hold is told by line and word', () => {
  const drawing = drawnSimply(suiteOf('One: a b; Two: c d', 'c > a, b > b, c > d'));
  const [later, circle, sound] = ['edge:c->a', 'edge:b->b', 'edge:c->d'].map(key => elementOf(drawing, key));
  assert.ok(later !== undefined && circle !== undefined && sound !== undefined);
  assert.ok(classesOf(later).includes('chain-later'));
  assert.deepEqual(textsIn(later), ['later phase']);
  assert.ok(classesOf(circle).includes('chain-circle'));
  assert.deepEqual(textsIn(sound), []);
});

test('a phase folds into a card that keeps its edges and names its items', () => {
  const graph = suiteOf('One: a b; Two: c', 'a > c');
  const drawing = drawnSimply(graph, ['one']);
  assert.deepEqual(textsIn(elementOf(drawing, 'node:one')), ['2 items', 'a, b']);
  assert.equal(placeOf(drawing, 'a'), placeOf(drawing, 'one'));
  assert.ok(drawing.elements.some(({ key }) => key === 'edge:a->c'));
  // Its name and the sign that unfolds it stay where they were.
  const [band, before] = [drawing, drawnSimply(graph)].map(each => elementOf(each, 'group:one'));
  assert.equal(band?.attributes['transform'], before?.attributes['transform']);
});

test('words and ids ask for no other layout, and move nothing', () => {
  const [before, after] = [
    suiteOf('One: a b; Two: c', 'a > c'),
    suiteOf('One: aa bb; Another: cc', 'aa > cc'),
  ];
  const keys = [before, after].map(graph => layoutKey(suiteLayoutGraph(graph, new Set())));
  assert.equal(keys[0], keys[1]);
  assert.deepEqual(placeOf(drawnSimply(after), 'cc'), placeOf(drawnSimply(before), 'c'));
});

test('the layout is that of the engine, put to the origin', () => {
  const graph = suiteOf('One: a; Two: b', 'a > b');
  const wanted = suiteLayoutGraph(graph, new Set());
  const simple = layOutSimply(wanted);
  const moved = ({ x, y }: { x: number; y: number }) => ({ x: x + 1000, y: y - 500 });
  const layout = { places: simple.places.map(moved), routes: simple.routes.map(route => route.map(moved)) };
  assert.deepEqual(drawSuite(graph, plainly, layout), drawnSimply(graph));
});

test('as a picture it says what it is', () => {
  const graph = suiteOf('One: a; Two: b', 'a > b');
  const svg = drawnToSvg(graph, drawnSimply(graph));
  assert.match(svg, />Items and dependencies of the suite demo: 2 phases, 2 items\.</);
  assert.equal(svg, drawnToSvg(graph, drawnSimply(graph)));
});
