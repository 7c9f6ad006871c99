/** Whatever the text is, every request answers, in time, and says no more than a person can read. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { maximumFindings } from '../../server/src/core/index.ts';
import { sampleFiles as bundled, cataloguePath, libraryFiles, textAt } from '../support/library.ts';
import { costOf } from '../support/processorTime.ts';
import { askEverything, costOfEverything, loadedService, whole } from '../support/requests.ts';

const chains = Object.entries(bundled).filter(([name]) => name.endsWith('.chain.yaml'));

const smallChain = `chain: restore-service
title: Restore the service
inputs:
  alert: What fired
steps:
  - id: restore
    skill: site-reliability-engineer
    do: Restore the service
    needs: [alert]
    produces: [report]
    takes: 1-2 hours
  - checkpoint: Service is back
    by: [incident-commander]
    if-refused: { back-to: restore, at-most: 2 }
  - decision: Are customers hit?
    routes:
      - when: they are
        steps:
          - skill: technical-writer
            do: Tell the customers
      - otherwise: next
`;

describe('the chains that come with the extension', () => {
  test('are there', () => assert.ok(chains.length >= 5));

  for (const [name, text] of chains) {
    test(`${name}, cut after each line, goes through every request`, async () => {
      const { service, workspace } = await loadedService(bundled);
      const uri = workspace.uri(name);
      let version = 0;
      for (const { index } of text.matchAll(/\n/g)) {
        const cut = text.slice(0, index + 1);
        service.setDocument(uri, ++version, cut);
        askEverything(service, uri, cut, [cut.length, cut.length - 1]);
      }
    });
  }

  test('the others of the library, cut after every fourth line, go through every request too', async () => {
    const others = Object.entries(libraryFiles).filter(([name]) => name.endsWith('.chain.yaml'));
    assert.ok(others.length > 80);
    for (const [at, [name, text]] of others.entries()) {
      const { service, workspace } = await loadedService({
        [name]: text,
        [cataloguePath]: textAt(cataloguePath),
      });
      const uri = workspace.uri(name);
      // Not the same lines of each, as many begin alike.
      for (const [line, { index }] of [...text.matchAll(/\n/g)].entries()) {
        if ((line + at) % 4 !== 0) continue;
        const cut = text.slice(0, index + 1);
        service.setDocument(uri, line, cut);
        askEverything(service, uri, cut, [cut.length]);
      }
    }
  });

  test('one of them, cut after each character, goes through every request', async () => {
    const [shortest] = chains.toSorted(([, left], [, right]) => left.length - right.length);
    assert.ok(shortest);
    const [name, text] = shortest;
    const { service, workspace } = await loadedService(bundled);
    const uri = workspace.uri(name);
    for (let length = 0; length <= text.length; length++) {
      service.setDocument(uri, length, text.slice(0, length));
      askEverything(service, uri, text.slice(0, length), [length]);
    }
  });
});

/** One edit: replaces `removed` characters at a part of the text with another text. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(12),
  inserted: fc.oneof(
    fc.constantFrom(
      '\n',
      '  ',
      '- ',
      ': ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '#',
      '&a ',
      '*a',
      '|',
      '>',
      '---\n',
      '\r\n',
      '\t',
    ),
    fc.constantFrom(
      'skill: x',
      'do: y',
      'steps:',
      'id: restore',
      'go: stop',
      'parallel:\n',
      'chain: z',
      '😀',
      'x-a: 1',
    ),
    fc.string({ maxLength: 6 }),
    fc.constant(''),
  ),
});

test('ten thousand random edits end in what the same text gives when it is opened fresh', async () => {
  await fc.assert(
    // A seed, not the edits themselves: five hundred of them would drown what a failure has to say.
    fc.asyncProperty(fc.integer(), async seed => {
      const files = { 'team.skills.yaml': 'skills:\n  technical-writer: {}\n' };
      const { service, workspace } = await loadedService(files);
      const uri = workspace.uri('restore-service.chain.yaml');
      let text = smallChain;
      let version = 0;
      for (const { at, removed, inserted } of fc.sample(edit, { numRuns: 500, seed })) {
        const offset = Math.floor(at * text.length);
        text = text.slice(0, offset) + inserted + text.slice(offset + removed);
        // A text that was edited away is replaced, so that most edits meet something that means something.
        if (text.length < 80 || version % 50 === 49) text = smallChain;
        version++;
        // As an editor does while someone types fast: several edits come in one change.
        if (version % 10 === 0) service.setDocument(uri, version, text);
        if (version % 100 === 0) whole(service, uri);
      }
      const fresh = await loadedService(files);
      fresh.service.setDocument(uri, 1, text);
      assert.deepEqual(whole(service, uri), whole(fresh.service, uri));
    }),
    { numRuns: 20 },
  );
});

const head = 'chain: hostile\ntitle: Hostile\n';
const deep = (opening: string, closing: string): string =>
  `${head}steps: ${opening.repeat(3000)}x${closing.repeat(3000)}\n`;

const planHead = 'meta: { id: plan.a@v1 }\ninputs: { a: string }\n';

/** `finds`: whether something is wrong that a person should be told. */
const hostile: Readonly<Record<string, { readonly text: () => string; readonly finds: boolean }>> = {
  'a scalar of 5 MB': { text: () => `${head}summary: ${'word '.repeat(1_000_000)}\n`, finds: true },
  'a quoted scalar of 5 MB': { text: () => `${head}summary: "${'word '.repeat(1_000_000)}"\n`, finds: true },
  '200,000 lines': {
    text: () => `${head}steps:\n${'  - { skill: a, do: b }\n'.repeat(200_000)}`,
    finds: true,
  },
  '200,000 unknown keys': {
    text: () => head + Array.from({ length: 200_000 }, (_, at) => `key${at}: 1\n`).join(''),
    finds: true,
  },
  'an alias bomb': {
    text: () =>
      `${head}x-0: &a0 [x, x]\n${Array.from({ length: 60 }, (_, at) => `x-${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`).join('')}steps: *a60\n`,
    finds: true,
  },
  'deep flow lists': { text: () => deep('[', ']'), finds: true },
  'deep flow maps': { text: () => deep('{a: ', '}'), finds: true },
  'deep block maps': {
    text: () => head + Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}a:\n`).join(''),
    finds: true,
  },
  'deep block lists': { text: () => `${head}steps:\n${'- '.repeat(3000)}x\n`, finds: true },
  'deep parallels': {
    text: () =>
      `${head}steps:\n${Array.from({ length: 400 }, (_, at) => `${' '.repeat(2 * at)}- parallel:\n`).join('')}`,
    finds: true,
  },
  'open brackets': { text: () => `${head}steps: ${'['.repeat(3000)}`, finds: true },
  'a byte order mark': { text: () => `\uFEFF${smallChain}`, finds: false },
  'a NUL': { text: () => smallChain.replace('Restore the service', 'Restore\0the service'), finds: true },
  'lone surrogates': {
    text: () => smallChain.replace('What fired', 'What \uD800 fired \uDC00'),
    finds: false,
  },
  'keys of every object': {
    text: () =>
      `${smallChain}__proto__: { polluted: true }\nconstructor: 1\ntoString: 2\nhasOwnProperty: 3\n`,
    finds: true,
  },
  'ids of every object': {
    text: () =>
      `${head}inputs:\n  __proto__: a\n  constructor: b\nsteps:\n  - id: constructor\n    skill: __proto__\n    do: d\n    needs: [__proto__, toString]\n`,
    finds: true,
  },
  'text from right to left': {
    text: () => smallChain.replaceAll('Restore the service', 'שחזור השירות \u202Eabc\u202C'),
    finds: false,
  },
  'conflict markers': {
    text: () =>
      smallChain
        .replace('  - checkpoint', '<<<<<<< HEAD\n  - checkpoint')
        .replace('  - decision', '=======\n>>>>>>> other\n  - decision'),
    finds: true,
  },
  'binary data': {
    text: () => Array.from({ length: 20_000 }, (_, at) => String.fromCharCode((at * 7919) % 256)).join(''),
    finds: true,
  },
  'tabs for indentation': { text: () => smallChain.replaceAll('  ', '\t'), finds: true },
  'carriage returns alone': { text: () => smallChain.replaceAll('\n', '\r'), finds: false },
  'a line of 900,000 characters in a comment': {
    text: () => `${smallChain}# ${'x'.repeat(900_000)}\n`,
    finds: false,
  },
  'a million blank lines': { text: () => smallChain + '\n'.repeat(1_000_000), finds: true },
  'ten thousand findings': {
    text: () => `${head}steps:\n${'  - { skill: a, do: b, takes: long, neds: [x], go: y }\n'.repeat(3000)}`,
    finds: true,
  },
  'a template of 900,000 characters': {
    text: () => `${planHead}template: |\n${'  Look at {{a}}: `{{b}}` # and on\n'.repeat(11_000)}`,
    finds: false,
  },
  'a template of open braces': {
    text: () => `${planHead}template: |\n  ${'{{'.repeat(100_000)} {{a}}\n`,
    finds: false,
  },
  'a template of placeholders': {
    text: () =>
      `${planHead}template: ${Array.from({ length: 20_000 }, (_, at) => `a{{b${at}}}`).join(' ')}\n`,
    finds: true,
  },
  'an alias bomb of examples': {
    text: () =>
      `${planHead}template: "{{a}}"\nx-i: &i { a: 1, b: 2 }\nexamples: &e [${'{ inputs: *i }, '.repeat(2000)}]\n`,
    finds: true,
  },
  'examples without thousands of inputs': {
    text: () =>
      `meta: { id: plan.a@v1 }\ninputs:\n${Array.from({ length: 4000 }, (_, at) => `  a${at}: string\n`).join('')}template: a\nexamples:\n${'  - inputs: { b: c }\n'.repeat(2000)}`,
    finds: true,
  },
  'a suite whose items all need each other': {
    text: () => {
      const ids = Array.from({ length: 150 }, (_, at) => `i${at}`);
      const items = ids.map(id => `  ${id}: { chain: x, needs: [${ids.join(', ')}] }\n`).join('');
      return `suite: a\ntitle: A\nitems:\n${items}phases: [{ phase: b, items: [${ids.join(', ')}], capacity: { active: 1 } }]\n`;
    },
    finds: true,
  },
  'items called like parts of every object': {
    text: () =>
      'suite: a\ntitle: A\nitems:\n  __proto__: { chain: x, needs: [constructor] }\nteams:\n  toString: { primary: [__proto__] }\n',
    finds: true,
  },
  'many nodes called alike': {
    text: () => `${head}steps:\n${'  - skill: a\n    do: b\n    after: a\n'.repeat(2000)}`,
    finds: true,
  },
};

describe('hostile input', () => {
  for (const [name, { text: make, finds }] of Object.entries(hostile)) {
    test(name, async () => {
      const text = make();
      const { service, workspace } = await loadedService({
        'team.skills.yaml':
          'skills:\n  site-reliability-engineer: {}\n  incident-commander: {}\n  technical-writer: {}\n  a: {}\n',
      });
      const uri = workspace.uri('restore-service.chain.yaml');
      const reading = costOf(() => service.setDocument(uri, 1, text));
      const asking = costOfEverything(service, uri, text, [0, Math.floor(text.length / 2), text.length]);
      assert.ok(reading < 2000, `read in ${Math.round(reading)} ms`);
      assert.ok(asking < 2000, `the dearest request took ${Math.round(asking)} ms`);
      const findings = service.diagnostics(uri);
      assert.ok(findings.length <= maximumFindings);
      const wrong = findings.filter(each => each.severity === 1 || each.severity === 2);
      assert.equal(
        wrong.length > 0,
        finds,
        findings
          .map(each => `${each.code}: ${each.message}`)
          .join('\n')
          .slice(0, 2000),
      );
      assert.equal('polluted' in {}, false);
    });
  }
});
