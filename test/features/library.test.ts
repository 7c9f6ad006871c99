import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packedLibrary } from '../../scripts/libraryPlugin.ts';
import { createLanguageService } from '../../server/src/core/languageService.ts';
import { isLibraryUri, unpackLibrary } from '../../server/src/core/project/library.ts';
import { cataloguePath, textAt } from '../support/library.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';

/** A small library: a chain of the one that ships, and its skills. */
const chainPath = 'incident-management/sev1-production-incident.chain.yaml';
const chainText = textAt(chainPath);
const skillsOfChain = new Set([...chainText.matchAll(/skill: ([a-z0-9-]+)/g)].map(([, id]) => id));
const libraryFiles: Readonly<Record<string, string>> = {
  [chainPath]: chainText,
  [cataloguePath]: `skills:\n${[...skillsOfChain].map(id => `  ${id}: {}\n`).join('')}`,
};
const packed = { read: async () => packedLibrary(Object.entries(libraryFiles)) };
const sev1 = `skill-chains-library:/${chainPath}`;

async function serviceOf(files: Readonly<Record<string, string>>) {
  const workspace = memoryWorkspace(files);
  const service = createLanguageService(workspace, packed);
  await service.load();
  return { service, workspace };
}

test('the same files in any order, with any line ends, are packed to the same bytes', () => {
  const files = [['b/a.chain.yaml', 'chain: a\n'] as const, ['a.skills.yaml', 'skills: {}\n'] as const];
  const other = files.toReversed().map(([path, text]) => [path, text.replaceAll('\n', '\r\n')] as const);
  assert.equal(packedLibrary(files), packedLibrary(other));
  assert.deepEqual(
    [...unpackLibrary(packedLibrary(files))],
    [
      ['skill-chains-library:/a.skills.yaml', 'skills: {}\n'],
      ['skill-chains-library:/b/a.chain.yaml', 'chain: a\n'],
    ],
  );
});

test('what is no packed library is an empty one', () => {
  for (const text of ['', '{', 'null', '[]', '3', '{"a.chain.yaml":3}'])
    assert.equal(unpackLibrary(text).size, 0, text);
});

test('the library is offered, and its documents are known once it is open', async () => {
  const { service } = await serviceOf({});
  const names = Object.keys(libraryFiles).filter(path => path.endsWith('.chain.yaml'));
  assert.deepEqual(service.offeredLibrary(), { chains: names.length, suites: 0, plans: 0 });
  assert.equal(service.knows(sev1), false);
  await service.openLibrary();
  assert.equal(service.knows(sev1), true);
  assert.equal(service.libraryEntries().length, names.length);
  assert.ok((service.graph(sev1)?.nodes.length ?? 0) > 5);
});

test('library and workspace are worlds of their own', async () => {
  const own = 'chain: sev1-production-incident\ntitle: Ours\nsteps:\n  - skill: nobody\n    do: x\n';
  const { service, workspace } = await serviceOf({ 'sev1-production-incident.chain.yaml': own });
  await service.openLibrary();
  assert.deepEqual(
    service.chains().map(({ title }) => title),
    ['Ours'],
  );
  assert.deepEqual(
    service.documentSources('adr', undefined).filter(({ uri }) => isLibraryUri(uri)),
    [],
  );
  const uri = workspace.uri('sev1-production-incident.chain.yaml');
  service.setDocument(uri, 1, own);
  assert.ok(!service.diagnostics(uri).some(({ code }) => code === 'duplicate-id'));
  assert.deepEqual([...service.snapshot().documents.keys()].filter(isLibraryUri), []);
});

test('a document of the library has features and neither findings nor changes', async () => {
  const { service } = await serviceOf({});
  await service.openLibrary();
  const text = 'chain: mine\nsteps:\n  - skill: nobody-knows\n    do: x\n';
  service.setDocument(sev1, 1, text);
  assert.deepEqual(service.diagnostics(sev1), []);
  assert.match(
    JSON.stringify(service.prepareRename(sev1, { line: 0, character: 8 })),
    /refused.*New from Library/u,
  );
  assert.equal(service.prepareRename(sev1, { line: 3, character: 8 }), null);
  await service.closeDocument(sev1);
  const original = chainText;
  const line = original.split('\n').findIndex(each => /^ *- skill: |^ +skill: /.test(each));
  const [target] = service.definition(sev1, {
    line,
    character: (original.split('\n')[line] ?? '').length - 2,
  });
  assert.ok(target !== undefined && 'targetUri' in target);
  assert.equal(target.targetUri, 'skill-chains-library:/skill-chains.skills.yaml');
});

test('a skill that ships keeps its name, and says why', async () => {
  const { service, workspace } = await serviceOf({});
  const uri = workspace.uri('mine.chain.yaml');
  service.setDocument(uri, 1, 'chain: mine\ntitle: Mine\nsteps:\n  - { skill: technical-writer, do: x }\n');
  const at = { line: 3, character: 15 };
  assert.match(
    JSON.stringify(service.prepareRename(uri, at)),
    /refused.*ships with Skill Chains.*catalogue/u,
  );
  assert.match(JSON.stringify(service.rename(uri, at, 'scribe')), /refused.*ships with Skill Chains/u);
});

test('where the library itself is written, none is offered; who took chains along keeps it', async () => {
  assert.equal((await serviceOf(libraryFiles)).service.offeredLibrary(), null);
  const chains = Object.entries(libraryFiles).filter(([path]) => path.endsWith('.chain.yaml'));
  assert.notEqual((await serviceOf(Object.fromEntries(chains))).service.offeredLibrary(), null);
});
