/** The words beside nodes, and those on loops: whole where there is room, and no wider in what stands side by side. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Drawing } from '../../../server/src/core/drawing/drawing.ts';
import { bottomOf, drawingOf, elementOf, middleOf, placeOf, textsIn } from './drawings.ts';
import { geometryOf } from './geometry.ts';

const long = 'regulatory-compliance-specialist-for-medical-devices';
const step = (id: string, rest = ''): string => `- { id: ${id}, skill: s, do: Do ${id}${rest} }`;

describe('names beside a checkpoint or a decision', () => {
  test('are whole where nothing stands at their right', () => {
    const drawing = drawingOf(`- { id: ok, checkpoint: Fine?, by: [${long}, me] }`);
    assert.deepEqual(textsIn(elementOf(drawing, 'side:ok')), [long, 'me']);
    const decision = drawingOf(
      `- { id: d, decision: Which?, by: ${long}, routes: [{ when: x, go: stop }, { otherwise: next }] }\n${step('b')}`,
    );
    assert.deepEqual(textsIn(elementOf(decision, 'side:d')), [long]);
  });
  test('break at a hyphen where something does', () => {
    const drawing = drawingOf(`
      - parallel:
          - { lane: One, steps: [{ id: ok, checkpoint: Fine?, by: [${long}] }] }
          - ${step('b').slice(2)}
    `);
    const [first = '', second = ''] = textsIn(elementOf(drawing, 'side:ok'));
    assert.match(first, /-$/);
    assert.ok(`${first}${second}`.startsWith('regulatory-compliance-specialist'));
  });
});

test('what starts a chain and what comes of it take two lines', () => {
  const words =
    'People leave the product to find its content elsewhere, or the database can no longer answer them';
  const drawing = drawingOf(step('a'));
  const asked = drawingOf(`trigger: ${words}\nsteps: [${step('a').slice(2)}]`);
  const said = textsIn(elementOf(asked, 'side:start'));
  assert.equal(said.length, 2);
  assert.equal(said.join(' '), words);
  assert.deepEqual(placeOf(asked, 'a'), placeOf(drawing, 'a'));
});

describe('a lane', () => {
  const lanes = (rest: string, after = ''): Drawing =>
    drawingOf(`
      - id: p
        parallel:
          - { id: a, skill: s, do: It${rest} }
          - { id: b, skill: s, do: It }
      ${after}`);
  const plain = lanes('');
  test('is no wider for a document, which stands below its card', () => {
    const drawing = lanes(', document: post-mortem');
    assert.equal(placeOf(drawing, 'b').x, placeOf(plain, 'b').x);
    const document = geometryOf(drawing).texts.find(({ text }) => text === 'post-mortem');
    const card = placeOf(drawing, 'a');
    assert.ok(document !== undefined && document.y > bottomOf(card));
    assert.ok(document.x > middleOf(card) && document.x + document.width <= card.x + card.width);
    assert.ok(document.y + document.height < bottomOf(placeOf(drawing, 'p')));
  });
  test('is little wider for a handoff, which takes two lines', () => {
    const drawing = drawingOf(`
      steps:
        - id: p
          parallel:
            - { id: a, skill: s, do: It }
            - { id: b, skill: s, do: It }
      handoffs:
        - { escalates-to: data-breach-response-and-notification, if: personal-data-exposed, from: a }
    `);
    assert.ok(placeOf(drawing, 'b').x - placeOf(plain, 'b').x <= 212);
    const texts = textsIn(elementOf(drawing, 'node:escalates-to:data-breach-response-and-notification'));
    assert.deepEqual(texts, ['⇱ escalates to data-breach-', 'response-and-notification']);
  });
});

test('however many handoffs stand beside a parallel, they stand in its phase', () => {
  const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
  const drawing = drawingOf(`
    phases:
      - phase: First
        steps:
          - { id: p, parallel: [${step('a').slice(2)}] }
      - phase: Second
        steps: [${step('b').slice(2)}]
    handoffs:
      ${names.map(name => `- { escalates-to: ${name}, if: ${name}-burns, from: p }`).join('\n      ')}
  `);
  const first = placeOf(drawing, 'first');
  for (const name of names) assert.ok(bottomOf(placeOf(drawing, `escalates-to:${name}`)) < bottomOf(first));
});

describe('the words of a loop', () => {
  const drawing = drawingOf(`
    ${step('a')}
    ${step('b')}
    - id: d
      decision: Which?
      routes:
        - { when: planned-load > 100 % or planned-spend > 100 %, go: a, at-most: 2 }
        - { otherwise: next }
    - { checkpoint: Fine?, if-refused: { back-to: b, at-most: 2 } }
  `);
  test('are whole, in two lines where they are long', () => {
    assert.deepEqual(textsIn(elementOf(drawing, 'edge:d->a:back')), [
      'planned-load > 100 % or',
      'planned-spend > 100 % ↺ ≤ 2×',
    ]);
  });
  test('stand at the left of their line, apart from every card and bar', () => {
    const { chips, cards, diamonds } = geometryOf(drawing);
    const loops = chips.filter(({ owner }) => owner.includes('back'));
    assert.equal(loops.length, 2);
    for (const chip of loops) {
      for (const node of [...cards, ...diamonds]) assert.ok(chip.x + chip.width < node.x, node.owner);
    }
  });
});

test('the title of a parallel keeps what its condition compares with', () => {
  const drawing = drawingOf(`
    - id: p
      when: customers-affected-by-the-outage-of-the-service >= 1000
      parallel: [${step('a').slice(2)}]
  `);
  const [title = ''] = textsIn(elementOf(drawing, 'group:p'));
  assert.match(title, /^p · all lanes · when cust.*….* >= 1000$/);
});
