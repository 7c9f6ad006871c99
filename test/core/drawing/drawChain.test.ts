import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bottomOf, classesOf, drawingOf, elementOf, middleOf, placeOf, textsIn } from './drawings.ts';

const step = (id: string, rest = ''): string => `- { id: ${id}, skill: s, do: Do ${id}${rest} }`;

describe('a list', () => {
  const drawing = drawingOf(`${step('a')}\n${step('b')}\n${step('c')}`);
  test('stands on one spine below the start, which is the origin', () => {
    const start = placeOf(drawing, 'start');
    assert.deepEqual([middleOf(start), start.y + start.height / 2], [0, 0]);
    for (const id of ['a', 'b', 'c', 'end']) assert.equal(middleOf(placeOf(drawing, id)), 0, id);
  });
  test('runs in order, and the order of places is that of reading', () => {
    const ids = ['start', 'a', 'b', 'c', 'end'];
    assert.deepEqual([...drawing.places.keys()], ids);
    for (const [at, id] of ids.slice(1).entries()) {
      assert.ok(placeOf(drawing, id).y > bottomOf(placeOf(drawing, ids[at] ?? '')), id);
    }
  });
});

describe('lanes', () => {
  const drawing = drawingOf(`
    - id: p
      parallel:
        - { id: a, skill: s, do: It }
        - { lane: Law, steps: [{ id: b, skill: s, do: It }, { id: c, skill: s, do: It }] }
      join: { at-least: 1 }
      synthesize: { skill: s, do: It }
  `);
  test('stand side by side, the first on the spine', () => {
    assert.equal(middleOf(placeOf(drawing, 'a')), 0);
    assert.ok(placeOf(drawing, 'b').x > placeOf(drawing, 'a').x + placeOf(drawing, 'a').width);
    assert.equal(placeOf(drawing, 'b').y, placeOf(drawing, 'a').y);
    assert.equal(middleOf(placeOf(drawing, 'c')), middleOf(placeOf(drawing, 'b')));
  });
  test('lie in their group, which says how they join', () => {
    const group = elementOf(drawing, 'group:p');
    assert.deepEqual(textsIn(group), ['p · 1 of 2 lanes']);
    assert.ok(classesOf(group).includes('chain-parallel'));
    assert.deepEqual(textsIn(elementOf(drawing, 'group:law')), ['Law']);
    assert.ok(bottomOf(placeOf(drawing, 'c')) < bottomOf(placeOf(drawing, 'p')));
    assert.ok(placeOf(drawing, 'p.join').y > bottomOf(placeOf(drawing, 'p')));
    assert.ok(placeOf(drawing, 'p.synthesize').y > placeOf(drawing, 'p.join').y);
  });
});

describe('a decision', () => {
  const drawing = drawingOf(`
    - id: d
      decision: Which?
      routes:
        - { when: one, steps: [{ id: a, skill: s, do: It }] }
        - { when: two, go: stop }
        - { otherwise: next }
    - { id: b, skill: s, do: It }
  `);
  test('goes straight down where nothing is to be done, and its other exits to the right', () => {
    assert.equal(middleOf(placeOf(drawing, 'b')), 0);
    assert.ok(placeOf(drawing, 'a').x > 118);
    assert.ok(placeOf(drawing, 'b').y > bottomOf(placeOf(drawing, 'a')));
  });
  test('says at each exit when it is taken', () => {
    const words = ['d->a:route', 'd->stop:route', 'd->b:route:otherwise'].map(id =>
      textsIn(elementOf(drawing, `edge:${id}`)),
    );
    assert.deepEqual(words, [['one'], ['stop', 'two'], ['otherwise']]);
  });
  test('takes the other steps as its main way where no exit just goes on', () => {
    const other = drawingOf(`
      - id: d
        decision: Which?
        routes:
          - { when: one, steps: [{ id: a, skill: s, do: It }] }
          - { otherwise: [{ id: b, skill: s, do: It }] }
    `);
    assert.equal(middleOf(placeOf(other, 'b')), 0);
    assert.ok(middleOf(placeOf(other, 'a')) > 200);
  });
});

test('a loop says its words and its bound', () => {
  const drawing = drawingOf(`
    - { id: a, skill: s, do: It }
    - { checkpoint: Fine?, if-refused: { back-to: a, at-most: 2 } }
  `);
  const loop = elementOf(drawing, 'edge:fine->a:back:refused');
  assert.deepEqual(textsIn(loop), ['refused ↺ ≤ 2×']);
  assert.ok(classesOf(loop).includes('chain-loop'));
});
