/** What a reader of the source documents types, and what must be among the first three hits. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { packedLibrary } from '../../../scripts/libraryPlugin.ts';
import { createLanguageService } from '../../../server/src/core/languageService.ts';
import { libraryFiles, textAt } from '../../support/library.ts';
import { memoryWorkspace } from '../../support/memoryWorkspace.ts';

const packed = { read: async () => packedLibrary(Object.entries(libraryFiles)) };
const service = createLanguageService(memoryWorkspace({}), packed);
await service.load();
await service.openLibrary();
const ids = new Map(service.libraryEntries().map(({ uri, id }) => [uri, id]));
const found = (query: string): readonly string[] =>
  service.searchLibrary(query).map(({ uri }) => ids.get(uri) ?? '');

const textOf = (uri: string): string => {
  const path = Object.keys(libraryFiles).find(each => decodeURIComponent(uri).endsWith(`/${each}`));
  assert.ok(path !== undefined, uri);
  return textAt(path);
};

/** By what is typed. */
const expected: Readonly<Record<string, string>> = {
  // Titles, as they stand and as they are remembered
  'SEV1 Production Incident': 'sev1-production-incident',
  'sev-1': 'sev1-production-incident',
  'SOC 2': 'soc-2-certification',
  soc2: 'soc-2-certification',
  'technology strategy (annual)': 'technology-strategy',
  okrs: 'quarterly-okr-planning',
  'build or buy': 'build-vs-buy-decision',
  'aws to gcp': 'platform-migration-aws-to-gcp',
  'post-mortem': 'post-mortem-follow-up',
  postmortem: 'post-mortem-follow-up',
  'proof of concept': 'enterprise-poc',
  'inner source': 'inner-source-program-launch',
  'platform evolution': 'platform-evolution',
  'security baseline': 'plan.security-baseline@v1',
  'plan.load-testing@v1': 'plan.load-testing@v1',
  P35: 'plan.anomaly-detection@v1',
  p17: 'plan.performance-benchmark@v1',
  'secrets management': 'plan.secrets-management@v1',
  // Figures
  '72 hours': 'data-breach-response-and-notification',
  '72h': 'data-breach-response-and-notification',
  '15 minutes infrastructure': 'gitops-and-infrastructure-automation',
  '37.5%': 'vendor-consolidation-initiative',
  $300K: 'vendor-consolidation-initiative',
  'time to fill 21 days': 'blitz-hiring-campaign',
  'touch target 44px': 'wcag-compliance-and-accessibility-remediation',
  'consumer lag': 'event-driven-architecture-implementation',
  'velocity 20-30%': 'agile-transformation',
  '16 weeks': 'platform-evolution',
  // Decisions, tables, named works and tools
  'go/no-go': 'feature-cost-benefit-analysis',
  'risk score': 'acquisition-evaluation',
  'decision matrix': 'build-vs-buy-decision',
  'board deck': 'technology-strategy',
  'promotion packet': 'staff-engineer-promotion-path',
  blameless: 'production-incident-response',
  canary: 'plan.canary-rollback@v1',
  'strangler pattern': 'microservices-migration-from-monolith',
  'auto-shutdown': 'multi-environment-strategy',
  collibra: 'data-governance-framework-implementation',
  terraform: 'gitops-and-infrastructure-automation',
  'article 22': 'ai-bias-audit-and-remediation',
  'game days': 'chaos-engineering-program-launch',
  elasticsearch: 'search-implementation',
  // Parts of a programme, by what a reader calls them
  'team assignments': 'platform-evolution',
  'capacity planning': 'platform-evolution',
  'resource allocation': 'platform-evolution',
  'contingency plans': 'platform-evolution',
  'communication plan': 'platform-evolution',
  'risk management': 'platform-evolution',
  // Skills, categories, domains
  'staff+ ic advisor': 'staff-engineer-promotion-path',
  'due-diligence-specialist': 'acquisition-evaluation',
  'vendor management': 'vendor-consolidation-initiative',
  'open source strategy': 'commercial-open-source-strategy',
  'performance & reliability': 'plan.performance-benchmark@v1',
  'handoff patterns': 'dependency-workflows',
  // With errors, and in part
  acquisiton: 'acquisition-evaluation',
  'microservces vs monolit': 'microservices-vs-monolith',
  'complience audit': 'gdpr-compliance-audit',
  onbording: 'team-onboarding-program',
  'obsrevability rollout': 'observability-platform-rollout',
  'desi sys crea': 'design-system-creation',
  'threat mod': 'plan.threat-modeling@v1',
};

/** What the text of each of the first three hits has: a shortcut leads to what shows the thing. */
const shortcuts: Readonly<Record<string, RegExp>> = {
  '/workflow': /^category: (?:Handoff Patterns|Design)/m,
  '/phase': /^ *- (?:id: .*\n *)?phase: /m,
  '/timeline': /^(?:timeline|milestones):/m,
  '/parallel': /^ *- parallel:|^ *parallel:/m,
  '/checkpoint': /^ *- (?:id: .*\n *)?checkpoint:/m,
  '/retrospective': /^retrospective:/m,
  '/sequence': /^ *- then:/m,
  '/converge': /^ *synthesize:|^ *- joins:/m,
  '/dependency': /^ *(?:- )?(?:after|waits-for|needs):/m,
};

/** Of shortcuts that name a pattern: it is the first chain. */
const patterns: Readonly<Record<string, string>> = {
  '/parallel': 'parallel-workflows-with-convergence',
  '/sequence': 'sequential-workflow-chain',
  '/converge': 'parallel-workflows-with-convergence',
  '/dependency': 'dependency-workflows',
};

describe('The search of the library', () => {
  for (const [query, id] of Object.entries(expected))
    it(`leads from ${query} to ${id}`, () => {
      const first = found(query).slice(0, 3);
      assert.ok(first.includes(id), first.join(', '));
    });

  for (const [query, shown] of Object.entries(shortcuts))
    it(`leads from ${query} to what shows it`, () => {
      const texts = service.searchLibrary(query).slice(0, 3);
      assert.equal(texts.length, 3);
      for (const { uri } of texts) {
        const path = decodeURIComponent(uri.slice(uri.indexOf(':/') + 2));
        assert.match(libraryFiles[path] ?? '', shown, path);
      }
      const pattern = patterns[query];
      if (pattern !== undefined) assert.equal(found(query)[0], pattern);
    });

  it('has the title itself first', () => {
    const titled = service.libraryEntries().filter(({ kind }) => kind !== 'plan');
    for (const { title, id } of titled) assert.equal(found(title)[0], id, title);
  });

  it('has the plan itself first for the id by which its programme calls it', () => {
    const plans = service.libraryEntries().filter(entry => entry.kind === 'plan');
    for (const { item, id } of plans) assert.equal(found(item ?? '')[0], id, item);
  });

  it('shows the passage in which a figure stands', () => {
    const [hit] = service.searchLibrary('72 hours');
    assert.match(hit?.passage ?? '', /72 hours/);
    const [title] = service.searchLibrary('soc 2');
    assert.deepEqual([title?.passage, title?.range], [undefined, undefined]);
  });

  // In a row of a table, in a map and on a line of a template.
  for (const query of [
    '72 hours',
    '47 tools',
    'DPA 72 hours',
    'p99 <500ms',
    'mutation testing',
    'click-through rate',
  ]) {
    it(`leads to where "${query}" stands`, () => {
      const hits = service.searchLibrary(query).filter(({ passage }) => passage !== undefined);
      assert.ok(hits.length > 0);
      for (const { uri, passage, range } of hits.slice(0, 5)) {
        assert.ok(range);
        const text = textOf(uri);
        const lines = text
          .split('\n')
          .slice(range.start.line, range.end.line + 1)
          .join(' ');
        const words = (passage ?? '').split(/[^\p{L}\d]+/u).filter(word => word.length > 3);
        for (const word of words.slice(0, 4)) assert.ok(lines.includes(word), `${word} is not in ${lines}`);
      }
    });
  }
});
