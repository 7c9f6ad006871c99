import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadedService } from '../../support/requests.ts';

const suite = `suite: platform
title: Platform
items:
  P1: { title: Baseline, plan: plan.baseline@v1.yaml, priority: P0, owner: Security }
  P2: { chain: audit, needs: [P1, P1, P9] }
  hardening: { plan: plan.gone@v1.yaml, needs: [P2] }
phases:
  - phase: Foundation
    window: weeks 1-4
    items: [P1]
  - phase: Hardening
    items: [P2, P1]
  - phase: Foundation
  - phase: 基礎
`;

const files = {
  'platform.suite.yaml': suite,
  'plan.baseline@v1.yaml': 'meta: { id: plan.baseline@v1 }\ntemplate: Look\n',
  'audit.chain.yaml': 'chain: audit\ntitle: Audit\nsteps:\n  - { team: a, do: b }\n',
};

test('phases, items in their first phase, and who needs whom once', async () => {
  const { service, workspace } = await loadedService(files);
  const graph = service.graph(workspace.uri('platform.suite.yaml'));
  assert.deepEqual(graph?.subject, {
    kind: 'suite',
    id: 'platform',
    title: 'Platform',
    uri: workspace.uri('platform.suite.yaml'),
  });
  assert.deepEqual(
    graph.nodes.map(({ kind, id, parent, label, opens }) => [kind, id, parent, label, opens]),
    [
      ['phase', 'foundation', undefined, 'Foundation', undefined],
      ['phase', 'hardening~2', undefined, 'Hardening', undefined],
      ['phase', 'foundation~2', undefined, 'Foundation', undefined],
      ['phase', 'phase', undefined, '基礎', undefined],
      ['item', 'P1', 'foundation', 'Baseline', workspace.uri('plan.baseline@v1.yaml')],
      ['item', 'P2', 'hardening~2', 'P2', workspace.uri('audit.chain.yaml')],
      ['item', 'hardening', undefined, 'hardening', undefined],
    ],
  );
  assert.deepEqual(
    graph.edges.map(({ id, kind }) => [id, kind]),
    [
      ['P1->P2', 'data'],
      ['P2->hardening', 'data'],
    ],
  );
  const [first] = graph.nodes.filter(node => node.id === 'hardening');
  assert.equal(first?.problems.errors, 1);
  assert.equal(first?.range?.start.line, 5);
});

test('what is said of items and phases, and what is wrong with dependencies', async () => {
  const { service, workspace } = await loadedService({
    ...files,
    'platform.suite.yaml': `suite: platform
items:
  a: { plan: plan.baseline@v1.yaml, domain: security, needs: [d] }
  b: { chain: audit, needs: [c, a] }
  c: { needs: [b] }
  d: { needs: [d] }
phases:
  - { phase: One, items: [a, b], capacity: { active: 2, people-per-item: 1 } }
  - { phase: Two, items: [c, d] }
  - { phase: Three, items: [a], capacity: { active: many } }
`,
  });
  const graph = service.graph(workspace.uri('platform.suite.yaml'));
  assert.deepEqual(
    graph?.nodes.map(({ id, domain, runs, capacity }) => [id, domain ?? runs ?? capacity]),
    [
      ['one', 2],
      ['two', undefined],
      ['three', undefined],
      ['a', 'security'],
      ['b', 'chain'],
      ['c', undefined],
      ['d', undefined],
    ],
  );
  assert.deepEqual(
    graph?.edges.map(({ id, conflict }) => [id, conflict]),
    [
      ['d->a', 'later phase'],
      ['c->b', 'circle'],
      ['a->b', undefined],
      ['b->c', 'circle'],
      ['d->d', 'circle'],
    ],
  );
});

test('suites are listed by title, and a plan has no graph', async () => {
  const { service, workspace } = await loadedService({
    ...files,
    'a.suite.yaml': 'suite: a\nitems: {}\n',
    'b.suite.yaml': 'title: No id\n',
  });
  assert.deepEqual(
    service.suites().map(({ id, title }) => [id, title]),
    [
      ['platform', 'Platform'],
      ['a', 'a'],
    ],
  );
  assert.equal(service.graph(workspace.uri('audit.chain.yaml'))?.subject.kind, 'chain');
  assert.equal(service.graph(workspace.uri('plan.baseline@v1.yaml')), null);
});

test('a change of a title or the coming of a suite is a change of the list', async () => {
  const { service, workspace } = await loadedService(files);
  const uri = workspace.uri('platform.suite.yaml');
  assert.equal(service.setDocument(uri, 1, suite.replace('title: Baseline', 'title: Base')).chains, false);
  assert.equal(service.setDocument(uri, 2, suite.replace('title: Platform', 'title: Base')).chains, true);
});
