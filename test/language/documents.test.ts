/**
 * The defects that a machine can see in the programmes and chains this language was made for, as their documents have them. Each
 * is found by name at its place; the numbers are those of the inventory that was made of the documents.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureSections } from './support/fixtures.ts';
import { marksIn } from './support/marks.ts';

interface Defect {
  readonly what: string;
  readonly inventory: string;
  /** Its rule, by code. */
  readonly code: string;
  readonly section: string;
  /** A text of each line in which it is found, with what the finding covers there. */
  readonly at: Readonly<Record<string, string>>;
}

const programme = 'programme-of-33-plans';

const defects: readonly Defect[] = [
  {
    what: 'an urgent item needs one that is less urgent',
    inventory: 'I086',
    code: 'priority-inversion',
    section: programme,
    at: { 'P40:': 'P36' },
  },
  {
    what: 'an item needs one of a later phase, once it stands where its priority puts it',
    inventory: 'I088',
    code: 'needs-later-phase',
    section: 'urgent-item-where-it-belongs',
    at: { 'P40:': 'P36' },
  },
  {
    what: 'more items are in a phase than can be active',
    inventory: 'I080',
    code: 'over-capacity',
    section: programme,
    at: { 'active: 4': '4' },
  },
  {
    what: 'a success measure speaks of priorities that the phase has not',
    inventory: 'I089',
    code: 'vacuous-success',
    section: programme,
    at: { '50% of P2': '"all of P0-P1, 50% of P2"' },
  },
  {
    what: 'a window lies within that of the part before it',
    inventory: 'I033, I056',
    code: 'windows-overlap',
    section: 'week-within-a-window',
    at: { 'Human-in-the-loop': 'week 4', 'month 5': 'month 5' },
  },
  {
    what: 'thresholds leave a gap',
    inventory: 'I028',
    code: 'decision-without-otherwise',
    section: 'score-between-the-routes',
    at: { 'decision: Which': 'decision' },
  },
  {
    what: 'an owner has no row among the teams',
    inventory: 'I082',
    code: 'owner-without-team',
    section: programme,
    at: {
      'P22:': 'SRE',
      'P23:': 'DevOps',
      'P30:': 'Legal',
      'P37:': 'Product',
      'P38:': 'QA',
      'P39:': 'ML',
      'P40:': 'Privacy',
      'P43:': 'Design',
      'P45:': 'Engineering',
    },
  },
  {
    what: 'one skill is spelled in two ways',
    inventory: 'I098, I103',
    code: 'similar-skill-names',
    section: 'one-skill-in-two-spellings',
    at: {
      'aliases: [Backend/': 'Backend/Distributed Systems Engineer',
      'title: DevOps/': 'DevOps/IaC Specialist',
    },
  },
  {
    what: 'a chain spells a skill otherwise than the catalogue',
    inventory: 'I099, I100',
    code: 'unknown-skill',
    section: 'spelling-that-no-catalogue-has',
    at: {
      'skill: Backend': 'Backend/Distributed Systems Engineer',
      'skill: Visual': 'Visual Design Specialist',
    },
  },
  {
    what: 'an item is called otherwise than its file',
    inventory: 'I084',
    code: 'title-not-file-name',
    section: programme,
    at: { 'P23:': 'Build Optimization', 'P42:': 'Accessibility' },
  },
  {
    what: 'items of one phase wait for each other though all are to be active',
    inventory: 'I085, I087',
    code: 'same-phase-dependency',
    section: programme,
    at: { 'P37:': 'P36', 'P40:': 'P36' },
  },
];

const sections = fixtureSections();

for (const { what, inventory, code, section, at } of defects) {
  test(`${inventory}: ${what}`, () => {
    const found = (sections.find(({ id }) => id === section)?.fixtures ?? []).flatMap(fixture => {
      const { text, marks } = marksIn(fixture.text);
      return marks
        .filter(mark => mark.code === code)
        .map(({ span }) => ({
          line: text.slice(text.lastIndexOf('\n', span.start) + 1, text.indexOf('\n', span.start)),
          covers: text.slice(span.start, span.end),
        }));
    });
    assert.deepEqual(
      found.map(({ covers }) => covers),
      Object.values(at),
    );
    for (const [index, part] of Object.keys(at).entries()) assert.ok(found[index]?.line.includes(part), part);
  });
}

test('the programme has no other defect than these', () => {
  const fixture = sections.find(({ id }) => id === programme)?.fixtures[0];
  const known = new Set(defects.filter(({ section }) => section === programme).map(({ code }) => code));
  const others = marksIn(fixture?.text ?? '').marks.filter(({ code }) => !known.has(code));
  assert.ok(fixture !== undefined);
  assert.deepEqual(others, []);
});
