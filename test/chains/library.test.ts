/** The library that ships: which files it has, and that nothing is found in them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { createLanguageService, type LanguageService } from '../../server/src/core/languageService.ts';
import { type LintPolicy, lint } from '../../server/src/core/rules/lint.ts';
import type { Workspace } from '../../server/src/core/workspace.ts';
import {
  cataloguePath,
  libraryFiles as files,
  libraryFolder,
  samplePaths,
  textAt,
} from '../support/library.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';
import { allEntries, chainEntries, planEntries, suiteEntries } from './support/index.ts';
import { readYaml, valueAt } from './support/yaml.ts';

const chainEnding = '.chain.yaml';
const workspace = memoryWorkspace(files);

async function load(from: Workspace): Promise<LanguageService> {
  const service = createLanguageService(from);
  await service.load();
  return service;
}

/** The findings of a document, each as a line to read. */
function findingsOf(service: LanguageService, uri: string): readonly string[] {
  return service
    .diagnostics(uri)
    .map(({ code, message, range }) => `${range.start.line + 1}: ${code} ${message}`);
}

describe('the library', () => {
  it('has as many chains, suites and plans as the documents it comes from', () => {
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

  it('has the files that the index names, and no others', () => {
    const named = [cataloguePath, ...allEntries.map(({ file }) => file)];
    assert.deepEqual(Object.keys(files).toSorted(), named.toSorted());
  });

  it('calls each file by the id, title and category that the index gives', () => {
    for (const entry of allEntries) {
      const text = readYaml(entry.file);
      const key = entry.file.endsWith(chainEnding) ? ['chain'] : text['suite'] ? ['suite'] : ['meta', 'id'];
      assert.equal(valueAt(text, key), entry.id, `${entry.file}: ${key.join(' › ')}`);
    }
    for (const { file, title, category } of chainEntries) {
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

  it('are written in one manner', () => {
    const snapshot = service.snapshot();
    const styleAlone: LintPolicy = { severityOf: ({ family }) => (family === 'style' ? undefined : 'off') };
    for (const [uri, document] of snapshot.documents) {
      const found = lint(document, snapshot, styleAlone).map(({ code, message }) => `${code}: ${message}`);
      assert.deepEqual(found, [], uri);
    }
  });

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
    assert.equal(service.chains().length, chainEntries.length);
    for (const { file } of chainEntries)
      assert.equal(service.graph(workspace.uri(file))?.complete, true, file);
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
