/** Completion, hover, definition, outline and links in suites. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { definition } from '../../server/src/core/features/definition.ts';
import { documentLinks } from '../../server/src/core/features/documentLinks.ts';
import { hover } from '../../server/src/core/features/hover.ts';
import { cursorIn } from '../support/fixture.ts';
import { checkCompletion } from './checkCompletion.ts';
import { catalogue, contextOf } from './feature.ts';

const plan = (id: string, purpose: string): string =>
  `meta:\n  id: ${id}\n  purpose: ${purpose}\ninputs:\n  repository: string\ntemplate: Look at {{repository}}.\n`;

const files = {
  'team.skills.yaml': catalogue,
  'chains/audit.chain.yaml':
    'chain: audit\ntitle: Yearly audit\nsteps:\n  - { team: infrastructure, do: Look }\n',
  'programme/security/plan.baseline@v1.yaml': plan('plan.baseline@v1', 'Find what is <b>missing</b>'),
  'plan.shared@v2.yaml': plan('plan.shared@v2', 'Shared by all'),
};
const options = { path: 'programme/platform.suite.yaml', files };

const suite = `suite: platform
title: Platform
items:
  P1:
    title: Security baseline
    plan: security/plan.baseline@v1.yaml
    domain: security
    priority: P0
    owner: Security
  P2: { title: Threats, plan: ../plan.shared@v2.yaml, owner: infrastructure, needs: [P1] }
  P3: { chain: audit, owner: Ops Hero, needs: [P2] }
phases:
  - phase: Foundation
    window: weeks 1-4
    items: [P1]
  - phase: Hardening
    items: [P2]
teams:
  Security: { primary: [P1], support: all }
`;

/** The text with the cursor behind the first place where `words` stand. */
const behind = (words: string, text = suite): string => text.replace(words, `${words}$0`);

describe('completion', () => {
  test('keys of an item', () =>
    checkCompletion(`suite: a\ntitle: A\nitems:\n  P1:\n    $0\n`, {
      ...options,
      first: ['plan', 'chain'],
      present: ['title', 'domain', 'priority', 'owner', 'needs'],
    }));

  test('priorities', () =>
    checkCompletion('suite: a\ntitle: A\nitems:\n  P1:\n    priority: $0\n', {
      ...options,
      labels: ['P0', 'P1', 'P2', 'P3'],
    }));

  test('items that an item may need: not itself, not what waits for it, not later ones', () => {
    checkCompletion(suite.replace('needs: [P1]', 'needs: [$0]'), { ...options, labels: ['P1'] });
    checkCompletion(suite.replace('needs: [P2]', 'needs: [$0]'), { ...options, labels: ['P1', 'P2'] });
  });

  test('items of a phase: first those in none', () =>
    checkCompletion(suite.replace('items: [P2]', 'items: [P2, $0]'), { ...options, labels: ['P3', 'P1'] }));

  test('items of a team: first those of none, and all where it helps', () => {
    checkCompletion(suite.replace('primary: [P1]', 'primary: [$0]'), {
      ...options,
      labels: ['P1', 'P2', 'P3'],
    });
    checkCompletion(suite.replace('support: all', 'support: [$0]'), {
      ...options,
      labels: ['P1', 'P2', 'P3', 'all'],
    });
  });

  test('prompt plans by path from the folder of the suite', () =>
    checkCompletion(suite.replace('plan: security/plan.baseline@v1.yaml', 'plan: $0'), {
      ...options,
      labels: ['../plan.shared@v2.yaml', 'security/plan.baseline@v1.yaml'],
      applied: {
        'security/plan.baseline@v1.yaml': suite.replace(
          'plan: security/plan.baseline@v1.yaml',
          'plan: security/plan.baseline@v1.yaml$0',
        ),
      },
    }));

  test('chains by id and by path', () =>
    checkCompletion(suite.replace('chain: audit', 'chain: $0'), {
      ...options,
      labels: ['audit', '../chains/audit.chain.yaml'],
    }));

  test('a path that leads to the chain, whatever signs are in the names of folders', () => {
    const path = '../round #2/v1.yaml#x/last.chain.yaml';
    const more = { ...files, 'round #2/v1.yaml#x/last.chain.yaml': 'chain: last\ntitle: Last\n' };
    const made = suite.replace('chain: audit', `chain: "${path}"`);
    checkCompletion(suite.replace('chain: audit', 'chain: $0'), {
      ...options,
      files: more,
      present: [path],
      applied: { [path]: suite.replace('chain: audit', `chain: "${path}"$$0`) },
    });
    const { position } = cursorIn(behind('#2/', made));
    const [found] = definition(contextOf(made, { ...options, files: more }), position);
    assert.equal(found?.targetUri, 'file:///workspace/round%20%232/v1.yaml%23x/last.chain.yaml');
  });

  test('owners: teams and owners of the suite, teams and skills of the catalogue', () =>
    checkCompletion(suite.replace('owner: Security', 'owner: $0'), {
      ...options,
      first: ['Security', 'infrastructure', 'Ops Hero'],
      present: ['technical-writer'],
    }));

  test('an owner or a field that is being written is none of those', () => {
    checkCompletion(suite.replace('owner: Security', 'owner: inf$0'), {
      ...options,
      present: ['infrastructure'],
      absent: ['inf'],
    });
    checkCompletion(suite.replace('domain: security', 'domain: secur$0'), { ...options, labels: [] });
  });

  test('fields that are in use', () =>
    checkCompletion(
      suite
        .replace('domain: security', 'domain: security\n    priority: P0')
        .replace('  P2: {', '  P2: { domain: $0,'),
      {
        ...options,
        labels: ['security'],
      },
    ));

  test('names of teams: owners that are none yet', () =>
    checkCompletion(`${suite}  $0\n`, {
      ...options,
      first: ['infrastructure', 'Ops Hero'],
      applied: { 'Ops Hero': `${suite}  Ops Hero:\n    primary: $0\n` },
    }));

  test('the window that follows', () =>
    checkCompletion(suite.replace('phase: Hardening', 'phase: Hardening\n    window: $0'), {
      ...options,
      first: ['weeks 5-8'],
    }));

  test('a whole suite in an empty file', () =>
    checkCompletion('$0', {
      ...options,
      first: ['new suite'],
      applied: {
        'new suite':
          'suite: $0platform\ntitle: Platform\nitems:\n  item-1:\n    title: \n    plan: \n    priority: P1\nphases:\n  - phase: \n    window: \n    items: [item-1]',
      },
    }));
});

describe('hover', () => {
  const said = (words: string): string => {
    const { text, position } = cursorIn(behind(words));
    const contents = hover(contextOf(text, options), position)?.contents;
    return contents !== undefined && typeof contents === 'object' && 'value' in contents
      ? contents.value
      : '';
  };

  test('an item, wherever it is named', () => {
    const expected = [
      '**Threats** · item `P2`',
      'Owner: infrastructure',
      'Runs the prompt plan `../plan.shared@v2.yaml`',
      'Phase: Hardening',
      'Needs: `P1`',
      'Needed by: `P3`',
      'Line 10',
    ].join('\n\n');
    assert.equal(said('  P2'), expected);
    assert.equal(said('needs: [P2'), expected);
    assert.equal(said('items: [P2'), expected);
    assert.match(
      said('items: [P1'),
      /P0 · security[\s\S]*Phase: Foundation \(weeks 1-4\)[\s\S]*Done by: `Security`/,
    );
  });

  test('a plan, with its words as words', () =>
    assert.equal(
      said('plan: security/plan'),
      'Prompt plan `plan.baseline@v1`\n\nFind what is \\<b>missing\\</b>\n\nInputs: `repository: string`\n\nIn `plan.baseline@v1.yaml`',
    ));

  test('a chain, an owner who is a team, one who is a skill, and a team', () => {
    assert.match(said('chain: aud'), /^\*\*Yearly audit\*\* · chain `audit`/);
    assert.match(
      said('owner: Secu'),
      /^\*\*Security\*\* · team of this suite\n\nDoes: `P1`\n\nHelps with all items/,
    );
    assert.match(said('owner: infra'), /^\*\*Infrastructure\*\* · team/);
    assert.match(said('owner: Ops'), /^\*\*SRE\*\* · skill/);
    assert.match(said('  Secu'), /team of this suite/);
  });

  test('keys', () => assert.match(said('prim'), /^`primary` · item or list of items/));
});

describe('definition', () => {
  const targets = (words: string): readonly string[] => {
    const { text, position } = cursorIn(behind(words));
    const context = contextOf(text, options);
    return definition(context, position).map(({ targetUri, targetSelectionRange: { start, end } }) => {
      const target = context.project.documents.get(targetUri);
      const name = target?.text.slice(target.lines.offset(start), target.lines.offset(end));
      return `${targetUri.replace('file:///workspace/', '')} ${name}`;
    });
  };
  const own = 'programme/platform.suite.yaml';

  for (const [words, expected] of [
    ['needs: [P1', [`${own} P1`]],
    ['items: [P2', [`${own} P2`]],
    ['plan: security/', ['programme/security/plan.baseline%40v1.yaml plan.baseline@v1']],
    ['plan: ../plan', ['plan.shared%40v2.yaml plan.shared@v2']],
    ['chain: au', ['chains/audit.chain.yaml audit']],
    ['owner: Sec', [`${own} Security`]],
    ['owner: infra', ['team.skills.yaml infrastructure']],
    ['owner: Ops', ['team.skills.yaml site-reliability-engineer']],
    ['support: al', []],
  ] as const) {
    test(words, () => assert.deepEqual(targets(words), expected));
  }
});

test('paths are links, ids are none, and nothing leads out of the folder', () => {
  const text = `${suite.replace('chain: audit', 'chain: ../chains/audit.chain.yaml')}`.replace(
    'security/plan.baseline@v1.yaml',
    '../../plan.outside@v1.yaml',
  );
  const context = contextOf(text, options);
  const { lines } = context.document;
  assert.deepEqual(
    documentLinks(context).map(({ range, target }) => [
      text.slice(lines.offset(range.start), lines.offset(range.end)),
      target,
    ]),
    [
      ['../plan.shared@v2.yaml', 'file:///workspace/plan.shared%40v2.yaml'],
      ['../chains/audit.chain.yaml', 'file:///workspace/chains/audit.chain.yaml'],
    ],
  );
});
