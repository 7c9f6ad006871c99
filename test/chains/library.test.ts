/** The library that ships: which files it has, and that nothing is found in them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { createLanguageService, type LanguageService } from '../../server/src/core/languageService.ts';
import type { Workspace } from '../../server/src/core/workspace.ts';
import {
  cataloguePath,
  libraryFiles as files,
  libraryFolder,
  samplePaths,
  textAt,
} from '../support/library.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';
import unwritten from './facts/unwritten.json' with { type: 'json' };
import { allEntries, chainEntries, planEntries, suiteEntries } from './support/index.ts';
import { readYaml, valueAt } from './support/yaml.ts';

const chainEnding = '.chain.yaml';
const workspace = memoryWorkspace(files);
const isWritten = ({ file }: { readonly file: string }): boolean => Object.hasOwn(files, file);
const unwrittenIds = chainEntries.filter(entry => !isWritten(entry)).map(({ id }) => id);

async function load(from: Workspace): Promise<LanguageService> {
  const service = createLanguageService(from);
  await service.load();
  return service;
}

/** The findings of a document, each as a line to read. A chain that is still to be written may be named already. */
function findingsOf(service: LanguageService, uri: string): readonly string[] {
  return service
    .diagnostics(uri)
    .filter(
      ({ code, message }) =>
        code !== 'unknown-chain' || !unwrittenIds.some(id => String(message).includes(`"${id}"`)),
    )
    .map(({ code, message, range }) => `${range.start.line + 1}: ${code} ${message}`);
}

describe('the library', () => {
  it('is to have as many chains, suites and plans as the documents it comes from', () => {
    const of = (...documents: string[]): number =>
      chainEntries.filter(({ source }) => documents.some(document => source.startsWith(document))).length;
    assert.deepEqual(
      { chains: of('000/'), patterns: of('001/pattern', '001/handoff'), teams: of('004/') },
      { chains: 64, patterns: 10, teams: 5 },
    );
    assert.equal(of('001/'), 20);
    assert.deepEqual([suiteEntries.length, planEntries.length], [1, 33]);
    assert.equal(new Set(allEntries.map(({ id }) => id)).size, allEntries.length);
  });

  it('has no file that the index does not name', () => {
    const named = new Set([cataloguePath, ...allEntries.map(({ file }) => file)]);
    assert.deepEqual(
      Object.keys(files).filter(path => !named.has(path)),
      [],
    );
  });

  it('lacks fewer and fewer files', () => {
    const missing = allEntries.filter(entry => !isWritten(entry)).map(({ file }) => file);
    assert.ok(missing.length <= unwritten.atMost, `${missing.length} are missing:\n${missing.join('\n')}`);
  });

  it('calls each file by the id, title and category that the index gives', () => {
    for (const entry of allEntries.filter(isWritten)) {
      const text = readYaml(entry.file);
      const key = entry.file.endsWith(chainEnding) ? ['chain'] : text['suite'] ? ['suite'] : ['meta', 'id'];
      assert.equal(valueAt(text, key), entry.id, `${entry.file}: ${key.join(' › ')}`);
    }
    for (const { file, title, category } of chainEntries.filter(isWritten)) {
      const text = readYaml(file);
      assert.deepEqual([text['title'], text['category']], [title, category], file);
    }
  });
});

describe('the files that ship', () => {
  let service: LanguageService;
  before(async () => {
    service = await load(workspace);
  });

  for (const name of Object.keys(files)) {
    it(`${name} has no finding`, () => assert.deepEqual(findingsOf(service, workspace.uri(name)), []));
  }

  it('have findings once a name or a figure in them is spoilt', () => {
    for (const name of samplePaths) {
      const text = textAt(name);
      const spoilt = ['skill', 'needs', 'window'].flatMap(key => {
        const value = new RegExp(`^[ -]*${key}: [["]?(?=\\S)`, 'm').exec(text);
        const at = value === null ? -1 : value.index + value[0].length;
        return at < 0 ? [] : [{ key, text: `${text.slice(0, at)}zz-qq${text.slice(at)}` }];
      });
      assert.ok(spoilt.length > 0, name);
      for (const [version, { key, text: broken }] of spoilt.entries()) {
        service.setDocument(workspace.uri(name), version, broken);
        assert.notDeepEqual(findingsOf(service, workspace.uri(name)), [], `${name}: ${key}`);
      }
      service.setDocument(workspace.uri(name), spoilt.length, text);
      assert.deepEqual(findingsOf(service, workspace.uri(name)), [], name);
    }
  });

  it('have a graph that is complete', () => {
    const chains = chainEntries.filter(isWritten);
    assert.equal(service.chains().length, chains.length);
    for (const { file } of chains) assert.equal(service.graph(workspace.uri(file))?.complete, true, file);
  });
});

describe('the chains of the README', () => {
  const readme = readFileSync(new URL('../README.md', libraryFolder), 'utf8');
  const examples = [...readme.matchAll(/^```yaml\n(chain: (\S+)\n.*?)^```$/gms)].map(
    ([, text = '', id = '']) => ({
      name: `${id}${chainEnding}`,
      text,
    }),
  );

  it('are there', () => assert.ok(examples.length > 0));

  for (const { name, text } of examples) {
    it(`${name} has no finding`, async () => {
      const example = memoryWorkspace({ [name]: text, [cataloguePath]: textAt(cataloguePath) });
      assert.deepEqual(findingsOf(await load(example), example.uri(name)), []);
    });
  }
});
