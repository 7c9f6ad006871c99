/** The facade: what the servers and the command line see of the core. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { maximumFindings } from '../../server/src/core/index.ts';
import { exampleFiles } from '../support/check.ts';
import { loadedService } from '../support/requests.ts';

const chain = (steps: string, id = 'restore-service'): string =>
  `chain: ${id}\ntitle: Restore\nsteps:\n${steps}`;
const step = '  - skill: site-reliability-engineer\n    do: Restore the service\n';
const everything = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

async function opened(text: string, files: Readonly<Record<string, string>> = exampleFiles) {
  const { service, workspace } = await loadedService(files);
  const uri = workspace.uri('restore-service.chain.yaml');
  service.setDocument(uri, 1, text);
  return { service, workspace, uri };
}

describe('diagnostics', () => {
  test('say what, where, how grave and from whom', async () => {
    const { service, uri } = await opened(chain(`${step}    takes: a while\n`));
    const [diagnostic, ...others] = service.diagnostics(uri);
    assert.deepEqual(others, []);
    assert.deepEqual(diagnostic?.range, {
      start: { line: 5, character: 11 },
      end: { line: 5, character: 18 },
    });
    assert.equal(diagnostic.code, 'bad-duration');
    assert.equal(diagnostic.source, 'skill-chains');
    assert.equal(diagnostic.severity, 1);
  });

  test('point into other files', async () => {
    const { service, uri, workspace } = await opened(chain(step), {
      'team.skills.yaml': 'skills:\n  site-reliability-engineer: {}\n',
      'old.chain.yaml': `# an old one\n${chain(step)}`,
    });
    const [diagnostic] = service.diagnostics(uri);
    assert.equal(diagnostic?.code, 'duplicate-id');
    assert.deepEqual(diagnostic.relatedInformation?.[0]?.location, {
      uri: workspace.uri('old.chain.yaml'),
      range: { start: { line: 1, character: 7 }, end: { line: 1, character: 22 } },
    });
  });

  test('mark what is not needed', async () => {
    const { service, uri } = await opened(
      chain(
        `${step}  - id: write\n    skill: technical-writer\n    do: Write\n    after: site-reliability-engineer\n`,
      ),
    );
    const [diagnostic] = service.diagnostics(uri);
    assert.equal(diagnostic?.code, 'redundant-after');
    assert.equal(diagnostic.severity, 4);
    assert.deepEqual(diagnostic.tags, [1]);
  });

  test('are never more than a person can read, and then say how many more there are', async () => {
    const { service, uri } = await opened(chain(`${step}    takes: long\n`.repeat(302)));
    const diagnostics = service.diagnostics(uri);
    assert.equal(diagnostics.length, maximumFindings);
    const last = diagnostics.at(-1);
    assert.equal(last?.code, 'more-findings');
    assert.equal(
      last.message,
      `There are ${302 - maximumFindings + 1} more findings from here on. Mend the ones above to see them.`,
    );
    const lines = diagnostics.map(each => each.range.start.line);
    assert.deepEqual(
      lines,
      lines.toSorted((left, right) => left - right),
    );
  });

  test('say nothing of missing names before everything is read', async () => {
    const { createLanguageService } = await import('../../server/src/core/index.ts');
    const { memoryWorkspace } = await import('../support/memoryWorkspace.ts');
    const workspace = memoryWorkspace(exampleFiles);
    const service = createLanguageService(workspace);
    const uri = workspace.uri('restore-service.chain.yaml');
    service.setDocument(uri, 1, chain('  - skill: astrologer\n    do: Read\n  - chain: nowhere\n'));
    assert.deepEqual(service.diagnostics(uri), []);
    const change = await service.load();
    assert.deepEqual(change.affected, [uri]);
    assert.deepEqual(
      service.diagnostics(uri).map(each => each.code),
      ['unknown-skill', 'unknown-chain'],
    );
  });
});

describe('code actions', () => {
  const text = chain(`${step}    prodces: [x]\n    takes: 4-2 h\n`);
  const inLine = (line: number) => ({ start: { line, character: 4 }, end: { line, character: 4 } });

  test('are the fixes of what is found there', async () => {
    const { service, uri } = await opened(text);
    const [first, ...others] = service.codeActions(uri, inLine(5), undefined);
    assert.equal(first?.title, 'Change "prodces" to "produces"');
    assert.equal(first.kind, 'quickfix');
    assert.equal(first.isPreferred, true);
    assert.deepEqual(
      first.diagnostics?.map(each => each.code),
      ['unknown-key'],
    );
    assert.deepEqual(first.edit, {
      changes: {
        [uri]: [
          {
            range: { start: { line: 5, character: 4 }, end: { line: 5, character: 11 } },
            newText: 'produces',
          },
        ],
      },
    });
    assert.ok(others.every(each => each.isPreferred === undefined));
    assert.deepEqual(service.codeActions(uri, inLine(4), ['quickfix']), []);
  });

  test('keep to the kinds that are asked for', async () => {
    const { service, uri } = await opened(text);
    const count = (only: readonly string[] | undefined): number =>
      service.codeActions(uri, everything, only).length;
    assert.ok(count(undefined) > 1);
    assert.equal(count([]), count(undefined));
    assert.equal(count(['']), count(undefined));
    assert.equal(count(['quickfix']), count(undefined));
    assert.equal(count(['refactor', 'quickfix']), count(undefined));
    assert.equal(count(['refactor']), 0);
    assert.equal(count(['quickfix.special']), 0);
  });
});

test('chains are listed by category and title', async () => {
  const { service } = await loadedService({
    'b.chain.yaml': 'chain: b\ntitle: B\ncategory: Two\nsteps: []\n',
    'a.chain.yaml': 'chain: a\ntitle: Z\ncategory: Two\nsteps: []\n',
    'c.chain.yaml': 'chain: c\ntitle: C\ncategory: One\nsteps: []\n',
    'd.chain.yaml': 'chain: d\nsteps: []\n',
    'e.chain.yaml': 'title: No id\n',
  });
  assert.deepEqual(
    service.chains().map(({ id, title, category }) => [id, title, category]),
    [
      ['d', 'd', undefined],
      ['c', 'C', 'One'],
      ['b', 'B', 'Two'],
      ['a', 'Z', 'Two'],
    ],
  );
});

test('the graph says the findings of its nodes', async () => {
  const { service, uri } = await opened(
    chain(`  - id: a\n    skill: SRE\n    do: x\n    takes: long\n${step}`),
  );
  const graph = service.graph(uri);
  assert.deepEqual(
    graph?.nodes.map(each => [each.id, each.problems.errors, each.problems.messages?.length ?? 0]),
    [
      ['start', 0, 0],
      ['a', 1, 1],
      ['site-reliability-engineer', 0, 0],
      ['end', 0, 0],
    ],
  );
  assert.equal(graph?.nodes[1]?.problems.messages?.[0], service.diagnostics(uri)[0]?.message);
  assert.equal(graph?.broken, undefined);
});

test('the graph of a broken text says where it breaks', async () => {
  const { service, uri } = await opened(`${chain(step)}    needs: [a\n`);
  const graph = service.graph(uri);
  assert.equal(graph?.complete, false);
  assert.equal(graph?.broken?.range.start.line, 5);
  assert.equal(graph?.broken?.message, service.diagnostics(uri)[0]?.message);
});

test('the graph knows the chains that it leads to', async () => {
  const { service, uri, workspace } = await opened(
    chain(`${step}  - chain: write-up\n  - chain: nowhere\n`),
    {
      ...exampleFiles,
      'write-up.chain.yaml': chain(step, 'write-up'),
    },
  );
  const opens = service.graph(uri)?.nodes.flatMap(each => (each.kind === 'chain' ? [each.opens] : []));
  assert.deepEqual(opens, [workspace.uri('write-up.chain.yaml'), undefined]);
});

test('of a document that is not there nothing is said', async () => {
  const { service } = await loadedService({});
  const uri = 'file:///workspace/gone.chain.yaml';
  const position = { line: 0, character: 0 };
  assert.deepEqual(service.diagnostics(uri), []);
  assert.deepEqual(service.codeActions(uri, everything, undefined), []);
  assert.deepEqual(service.completion(uri, position, { snippets: true }).items, []);
  assert.equal(service.hover(uri, position), null);
  assert.deepEqual(service.definition(uri, position), []);
  assert.deepEqual(service.documentSymbols(uri), []);
  assert.deepEqual(service.selectionRanges(uri, [position]), []);
  assert.equal(service.graph(uri), null);
});

test('the service cannot be changed from outside', async () => {
  const { service } = await loadedService({});
  assert.ok(Object.isFrozen(service));
});
