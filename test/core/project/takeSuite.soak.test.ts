/** The suite that ships, and its prompt plans, taken into workspaces: what is written there has no finding. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { packedLibrary } from '../../../scripts/libraryPlugin.ts';
import { createLanguageService } from '../../../server/src/core/languageService.ts';
import { libraryFiles } from '../../support/library.ts';
import { defaultFolder, memoryWorkspace } from '../../support/memoryWorkspace.ts';

const packed = { read: async () => packedLibrary(Object.entries(libraryFiles)) };

async function opened(files: Readonly<Record<string, string>> = {}) {
  const service = createLanguageService(memoryWorkspace(files), packed);
  await service.load();
  await service.openLibrary();
  return service;
}
const service = await opened();
const suite = service.libraryEntries().find(({ kind }) => kind === 'suite');
assert.ok(suite);
const plans = service.libraryEntries().filter(({ kind }) => kind === 'plan');

/** The findings of all documents of a workspace with these files. */
async function findings(files: Readonly<Record<string, string>>) {
  const checked = await opened(files);
  return [...checked.snapshot().documents.keys()].flatMap(uri =>
    checked.diagnostics(uri).map(({ code, message }) => `${uri}: ${code} ${message}`),
  );
}

describe('A suite that is taken along', () => {
  it('brings every plan, at the path from its own folder, so that nothing is found in it', async () => {
    const documents = [{ uri: suite.uri, id: 'our-platform' }];
    const taken = service.takeAlong({ documents, folder: defaultFolder });
    const [first] = taken.documents;
    assert.ok(first);
    assert.equal(first.beside.length, plans.length);
    assert.match(first.text, /^suite: our-platform\n/);
    const files = Object.fromEntries(first.beside.map(({ path, text }) => [`work/${path}`, text]));
    assert.deepEqual(await findings({ ...files, 'work/our-platform.suite.yaml': first.text }), []);
    assert.notDeepEqual(await findings({ 'work/our-platform.suite.yaml': first.text }), []);
    assert.deepEqual([taken.missing, taken.skills, taken.catalogue], [[], [], null]);
  });

  it('is taken without a folder too, as its text', () => {
    const { documents } = service.takeAlong({ documents: [suite], folder: undefined });
    assert.equal(documents[0]?.text, libraryFiles['programme/platform-evolution.suite.yaml']);
  });
});

describe('A prompt plan that is taken along', () => {
  it('has the id that it is given, and no finding', async () => {
    const [plan] = plans;
    assert.ok(plan);
    const id = plan.id.replace(/@v/, '-2@v');
    const taken = service.takeAlong({ documents: [{ uri: plan.uri, id }], folder: defaultFolder });
    const [first] = taken.documents;
    assert.ok(first);
    assert.deepEqual(first.beside, []);
    assert.ok(first.text.includes(`id: ${id}\n`));
    assert.deepEqual(await findings({ [`${id}.yaml`]: first.text }), []);
  });

  it('has the title, domain and owner of the item that runs it', () => {
    const found = plans.find(({ id }) => id === 'plan.sbom-signing@v1');
    assert.ok(found?.kind === 'plan');
    const { title, domain, owner } = found;
    assert.deepEqual([title, domain, owner], ['SBOM Signing', 'Security & Compliance', 'Security']);
  });
});
