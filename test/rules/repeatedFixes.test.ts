/** Fixes of what an alias repeats change all places at once: see `rules/support/repeats.ts`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterAction, asking } from '../features/actions.ts';

const asked = await asking('own.chain.yaml', {
  'team.skills.yaml': 'skills:\n  writer: { title: Writer }\n',
});

interface Offered {
  readonly title: string;
  readonly isPreferred: boolean;
  readonly text: string;
}

/** What mends the findings of one code. */
function fixesOf(code: string, text: string): readonly Offered[] {
  asked.write(text);
  assert.ok(asked.codes().includes(code), asked.codes().join());
  return asked
    .actions(0, text.length, ['quickfix'])
    .filter(({ diagnostics, title }) => diagnostics?.[0]?.code === code && !title.startsWith('Ignore'))
    .map(action => ({
      title: action.title,
      isPreferred: action.isPreferred === true,
      text: afterAction(text, action, asked.uri),
    }));
}

const list = (...nodes: readonly string[]): string =>
  `chain: own\ntitle: Own\nsteps:\n${nodes.map(node => `  - ${node}\n`).join('')}`;
const step = (id: string, more = ''): string => `{ id: ${id}, skill: writer, do: Go${more} }`;

test('a form or a name is mended in all places', () => {
  for (const [code, wrong, right] of [
    ['missing-key', '{ id: b, skill: writer }', '{ id: b, skill: writer, do: To be written }'],
    ['unknown-key', '{ id: b, skil: writer, do: Go }', '{ id: b, skill: writer, do: Go }'],
    ['unknown-skill', '{ id: b, skill: wrter, do: Go }', step('b')],
    ['unknown-node', step('b', ', after: [frist]'), step('b', ', after: [first]')],
  ] as const) {
    const around = (node: string): string =>
      list(`parallel: [${step('first')}, &b ${node}, ${step('c')}]`, '*b');
    const [fix] = fixesOf(code, around(wrong));
    assert.deepEqual([fix?.isPreferred, fix?.text], [true, around(right)], code);
    assert.doesNotMatch(fix?.title ?? '', /repeated/);
  }
});

test('a name that nothing has is written once, however often it is repeated', () => {
  const around = (name: string): string =>
    list(step('a', ', produces: [timeline]'), `&b ${step('b', `, needs: [${name}]`)}`, '*b');
  assert.deepEqual(fixesOf('unknown-artefact', around('time-line')), [
    { title: 'Change to "timeline"', isPreferred: true, text: around('timeline') },
  ]);
});

test('what is mended by where it stands is no first choice, and says that it reaches further', () => {
  const around = (more: string): string =>
    list(
      step('a', ', produces: [log], when: it is wanted'),
      `&b { id: b, skill: writer, do: Go${more}, needs: [log] }`,
      step('c', ', produces: [log]'),
      '*b',
    );
  const [fix] = fixesOf('maybe-not-produced', around(''));
  assert.match(fix?.title ?? '', /, also where it is repeated$/);
  assert.equal(fix?.isPreferred, false);
});

test('it is not offered where it brings another finding', () => {
  const text = list(
    `parallel: [${step('a', ', produces: [log]')}, &b ${step('b', ', needs: [log]')}]`,
    `parallel: [${step('c')}, *b]`,
  );
  assert.deepEqual(fixesOf('needed-before-produced', text), []);
  const [fix] = fixesOf('needed-before-produced', text.replace(', *b', '').replace('&b ', ''));
  assert.equal(fix?.title, 'Wait for it with "after: [a]"');
});

test('a text that is something else in the other place is mended with care', () => {
  const text = list(
    `{ id: a, skill: writer, do: &text Look }`,
    '{ id: b, skill: writer, do: Go, done: *text }',
  );
  const turned = list(
    `{ id: a, skill: writer, do: Go, done: &text Look }`,
    '{ id: b, skill: writer, do: *text }',
  );
  assert.deepEqual(fixesOf('wrong-type', text), []);
  assert.deepEqual(fixesOf('wrong-type', turned), []);
});

test('it stays the first choice where every place has the finding', () => {
  const around = (more: string): string =>
    list(
      step('a'),
      `&b { decision: Good?, by: writer, routes: [{ when: it is good, go: end }${more}] }`,
      '*b',
    );
  const [fix] = fixesOf('decision-without-otherwise', around(''));
  assert.deepEqual([fix?.isPreferred, fix?.text], [true, around(', { otherwise: next }')]);
});

test("it is as ever where the text stands below a key of one's own, and an alias takes it from there", () => {
  const around = (version: string): string =>
    `chain: own\ntitle: Own\nx-needs: &needs [log@${version}]\nsteps:\n  - ${step('a', ', produces: [log@1]')}\n  - ${step('b', ', needs: *needs')}\n`;
  const [fix] = fixesOf('contract-version', around('2'));
  assert.deepEqual([fix?.title, fix?.isPreferred, fix?.text], ['Change to "log@1"', true, around('1')]);
});

test('a text that becomes a map keeps no anchor before it', () => {
  const text = 'chain: own\ntitle: Own\nsteps:\n  - &a writer\n  - *a\n';
  assert.deepEqual(fixesOf('wrong-type', text), []);
});
