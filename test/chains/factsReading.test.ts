/** What is taken from a document's sentences, and how a text is held against it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsOf } from '../../scripts/facts/check.ts';
import { figuresOf, holdsOf, namesOf, targetsOf } from '../../scripts/facts/extract.ts';
import type { Turn } from '../../scripts/facts/fact.ts';
import { hasFigure, hasName, lacking } from '../../scripts/facts/holds.ts';
import { align } from '../../scripts/facts/turns.ts';

describe('what a sentence has to hand over', () => {
  for (const [text, figures] of [
    ['20-30% cheaper in 90 days', ['20-30 %', '90 day']],
    ['a 24-month plan for $5K-10K', ['$5K-10K', '24 month']],
    ['WCAG 2.1 AA, OAuth 2.0, p99 <5ms', ['5 ms']],
    ['10+ services, 1.5x', ['1.5', '10+']],
    ['SEV1 without figures', []],
  ] as const) {
    it(`figures of ${text}`, () => assert.deepEqual(figuresOf(text), figures));
  }

  for (const [text, names] of [
    ['Set up Argo CD or Flux (GitOps)', ['Argo CD', 'Flux', 'GitOps']],
    ['Check the SLAs and DPAs', ['DPA', 'SLA']],
    ['**Vault:** Terraform Cloud', ['Terraform Cloud']],
    ['What PII was there?', ['PII']],
    ['Automated tests per PR', ['PR']],
  ] as const) {
    it(`names of ${text}`, () => assert.deepEqual(namesOf(holdsText(text)), names));
  }

  for (const [text, targets] of [
    ['Error rate <1%, p99 <500ms', ['<1 %', '<500 ms']],
    ['Retention >85% at 12 months', ['>85 %']],
    ['Told within 10 minutes', []],
  ] as const) {
    it(`targets of ${text}`, () => assert.deepEqual(targetsOf(text), targets));
  }
});

const holdsText = (text: string): string => text.replaceAll('**Vault', '**vault').replaceAll('**', '');

describe('a text', () => {
  it('holds a figure only as a whole, in any spelling of its unit', () => {
    assert.ok(hasFigure('in 20–30 % of cases', '20-30 %'));
    assert.ok(hasFigure('after three days', '3 day'));
    assert.ok(hasFigure('within 90-day windows', '90 day'));
    for (const [text, figure] of [
      ['25 %', '5 %'],
      ['$500', '500'],
      ['5.5 %', '5 %'],
      ['72 days', '72 hour'],
    ] as const) {
      assert.ok(!hasFigure(text, figure), `${text} has no ${figure}`);
    }
  });

  it('holds a name as itself or spelled out, and not within another', () => {
    assert.ok(hasName('Weigh the total cost of ownership', 'TCO'));
    assert.ok(hasName('argo cd', 'Argo CD'));
    assert.ok(!hasName('Fluxion', 'Flux'));
  });

  it('is told what it lacks', () => {
    assert.deepEqual(lacking('Write it down', holdsOf('Deploy Helm in 3 days, test it')), [
      '3 day',
      'Helm',
      'a word on depl…',
      'a word on test…',
    ]);
  });
});

describe('the order of skills', () => {
  const step = (skill: string): unknown => ({ skill, do: skill });
  const problem = (list: readonly unknown[], order: readonly Turn[]): string | undefined =>
    align(list, order, skill => skill).problem;

  it('is that of the text, and free among lanes', () => {
    assert.equal(problem([step('a'), step('b')], ['a', 'b']), undefined);
    assert.equal(problem([{ parallel: [step('c'), step('b')] }, step('d')], ['b', 'c', 'd']), undefined);
    assert.equal(problem([{ parallel: [step('b'), step('c')] }], [['c', 'b']]), undefined);
    assert.equal(
      problem([{ parallel: [step('a')], synthesize: step('a') }, step('b')], ['a', 'b']),
      undefined,
    );
  });

  it('is another where somebody acts too early, too late, or not at all', () => {
    assert.match(problem([step('b'), step('a')], ['a', 'b']) ?? '', /^b acts/);
    assert.match(problem([step('a')], ['a', 'b']) ?? '', /^b never acts/);
    assert.match(problem([step('a'), step('b'), step('z')], ['a', 'b']) ?? '', /^z acts/);
    assert.match(problem([{ parallel: [step('c'), step('d')] }, step('b')], ['b', 'c', 'd']) ?? '', /acts/);
  });
});

describe('a fact', () => {
  it('counts at its key alone, and the message names key and what is missing', () => {
    const facts = {
      id: 'a',
      facts: [
        { id: 'success 1', at: ['success'], targets: ['<1 %'], holds: { words: [['error']] } },
        { id: 'parts', at: ['reference'], items: [{ names: ['Helm'] }, { figures: ['3'] }] },
        { id: 'title', at: ['title'], is: 'A' },
      ],
    };
    const good = {
      title: 'A',
      success: [{ metric: 'Errors', target: '< 1 %' }],
      reference: [{ title: 'Parts', list: ['Helm', 'three nodes'] }],
    };
    assert.deepEqual(
      problemsOf(good, facts, skill => skill),
      [],
    );
    assert.deepEqual(
      problemsOf(
        { ...good, summary: 'errors < 1 %', success: [{ metric: 'x' }], title: 'B' },
        facts,
        skill => skill,
      ),
      ['success 1: success lacks the target <1 %; a word on error…', 'title: title lacks "A"'],
    );
    assert.deepEqual(
      problemsOf(
        { ...good, reference: [{ title: 'Parts', list: ['three nodes', 'Helm'] }] },
        facts,
        skill => skill,
      ),
      ['parts: reference lacks Helm in entry 1; 3 in entry 2'],
    );
  });
});
