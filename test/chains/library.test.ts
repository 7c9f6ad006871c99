/** The chains that ship are examples: each is sound, and says what it is known for. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { createLanguageService, type LanguageService } from '../../server/src/core/languageService.ts';
import type { Workspace } from '../../server/src/core/workspace.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';
import type { Expected, Path } from './libraryFacts.ts';
import * as known from './libraryFacts.ts';

const folder = new URL('../../chains/', import.meta.url);
const files = Object.fromEntries(
  readdirSync(folder).map(name => [name, readFileSync(new URL(name, folder), 'utf8')]),
);
const chainEnding = '.chain.yaml';
const catalogueName = 'skill-chains.skills.yaml';
const workspace = memoryWorkspace(files);

type Mapping = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mappings = (value: unknown): readonly Mapping[] =>
  Array.isArray(value) ? value.filter(isMapping) : [];

/** A scalar as a person reads it; anything else is not a text. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** The named things of a list of names or a mapping from names. */
const namesIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : isMapping(value) ? Object.keys(value) : [];

/** Every node of a list in text order, with those inside its lanes and routes. */
function nodesIn(list: unknown): readonly Mapping[] {
  return mappings(list).flatMap(node => {
    const lanes = mappings(node['parallel']).flatMap(lane =>
      nodesIn('lane' in lane ? lane['steps'] : [lane]),
    );
    const routes = mappings(node['routes']).flatMap(route => nodesIn(route['steps'] ?? route['otherwise']));
    return [node, ...lanes, ...routes];
  });
}

function nodesOf(chain: Mapping): readonly Mapping[] {
  return [...nodesIn(chain['steps']), ...mappings(chain['phases']).flatMap(phase => nodesIn(phase['steps']))];
}

function valueAt(chain: Mapping, path: Path): unknown {
  const [first, ...rest] = path;
  if (typeof first === 'string' && first.startsWith('#')) {
    return step(
      nodesOf(chain).find(node => node['id'] === first.slice(1)),
      rest,
    );
  }
  return step(chain, path);
}

function step(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (typeof key === 'number') return Array.isArray(inner) ? inner[key] : undefined;
    return isMapping(inner) ? inner[key] : undefined;
  }, value);
}

function checkFact(chain: Mapping, path: Path, expected: Expected): void {
  const value = valueAt(chain, path);
  const where = path.join(' › ');
  if (typeof expected === 'string') assert.equal(textOf(value), expected, where);
  else if ('words' in expected) {
    const text = textOf(value) ?? '';
    const missing = expected.words.filter(word => !text.toLowerCase().includes(word.toLowerCase()));
    assert.deepEqual(missing, [], `${where} says: ${text}`);
  } else if ('count' in expected)
    assert.equal(Array.isArray(value) ? value.length : undefined, expected.count, where);
  else assert.deepEqual(namesIn(value), expected, where);
}

function read(name: string): Mapping {
  const value: unknown = parse(files[name] ?? '', { strict: true, uniqueKeys: true });
  assert.ok(isMapping(value), `${name} is a mapping`);
  return value;
}

async function load(from: Workspace): Promise<LanguageService> {
  const service = createLanguageService(from);
  await service.load();
  return service;
}

/** The findings of a document, each as a line to read. */
const findingsOf = (service: LanguageService, uri: string): readonly string[] =>
  service.diagnostics(uri).map(({ code, message, range }) => `${range.start.line + 1}: ${code} ${message}`);

/** The id that a spelling of a skill means to the catalogue; the reason where it means none. */
function skillId(service: LanguageService, spelling: unknown): string {
  const found = service.snapshot().skillsFor(workspace.uri(catalogueName)).resolve(String(spelling));
  return found.kind === 'known' ? found.skill.declaration.id.text : `${found.kind}: ${String(spelling)}`;
}

describe('the files that ship', () => {
  let service: LanguageService;
  before(async () => {
    service = await load(workspace);
  });

  for (const name of Object.keys(files)) {
    it(`${name} has no finding`, () => assert.deepEqual(findingsOf(service, workspace.uri(name)), []));
  }

  it('have findings once a name or a figure in them is spoilt', () => {
    for (const [name, text] of Object.entries(files)) {
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

  it('have their id as the name of their file', () => {
    const names = Object.keys(files).filter(name => name.endsWith(chainEnding));
    assert.deepEqual(
      names.map(name => `${String(read(name)['chain'])}${chainEnding}`),
      names,
    );
    const ids = (chains: readonly string[]): readonly string[] => [...chains].sort();
    assert.deepEqual(ids(service.chains().map(({ id }) => id)), ids(known.chains.map(({ chain }) => chain)));
  });

  it('have a graph that is complete', () => {
    for (const { chain } of known.chains) {
      assert.equal(service.graph(workspace.uri(`${chain}${chainEnding}`))?.complete, true, chain);
    }
  });

  it('ask their skills in order', () => {
    for (const { chain, order } of known.chains) {
      const asked = nodesOf(read(`${chain}${chainEnding}`))
        .filter(node => 'skill' in node)
        .map(node => skillId(service, node['skill']));
      const inTurn = asked.filter((skill, at) => skill !== asked[at - 1]);
      assert.deepEqual(
        inTurn,
        order.map(skill => skillId(service, skill)),
        chain,
      );
    }
  });

  it('know every skill by every spelling', () => {
    for (const [id, spellings] of Object.entries(known.spellings)) {
      for (const spelling of [id, ...spellings]) assert.equal(skillId(service, spelling), id);
    }
  });
});

for (const { chain: id, title, category, facts } of known.chains) {
  describe(id, () => {
    const chain = read(`${id}${chainEnding}`);

    it('has its title and category', () => {
      assert.deepEqual([chain['title'], chain['category']], [title, category]);
    });

    for (const [path, expected] of facts) {
      it(`says ${path.join(' › ')}`, () => checkFact(chain, path, expected));
    }
  });
}

describe('the chains of the README', () => {
  const readme = readFileSync(new URL('../README.md', folder), 'utf8');
  const examples = [...readme.matchAll(/^```yaml\n(chain: (\S+)\n.*?)^```$/gms)].map(
    ([, text = '', id = '']) => ({
      name: `${id}${chainEnding}`,
      text,
    }),
  );

  it('are there', () => assert.ok(examples.length > 0));

  for (const { name, text } of examples) {
    it(`${name} has no finding`, async () => {
      const example = memoryWorkspace({ [name]: text, [catalogueName]: files[catalogueName] ?? '' });
      assert.deepEqual(findingsOf(await load(example), example.uri(name)), []);
    });
  }
});

describe('the catalogue that ships', () => {
  const catalogue = read(catalogueName);

  it('gives every skill a team, a stage, a dimension and a summary', () => {
    const { skills, teams } = catalogue;
    assert.ok(isMapping(skills) && isMapping(teams));
    for (const [id, skill] of Object.entries(skills)) {
      assert.ok(isMapping(skill), id);
      assert.ok(Object.hasOwn(teams, String(skill['team'])), `${id} has a team`);
      assert.ok(namesIn(skill['stage']).length > 0, `${id} has a stage`);
      assert.ok(namesIn(skill['dimension']).length > 0, `${id} has a dimension`);
      assert.ok(textOf(skill['summary']), `${id} has a summary`);
    }
  });

  it('says who must do what', () => {
    const tasks = mappings(catalogue['delegation']).map(({ task, skill }) => [task, skill]);
    assert.deepEqual(Object.fromEntries(tasks), known.delegation);
  });

  it('says who is never overridden, and when others may be', () => {
    assert.deepEqual(
      mappings(catalogue['never-overridden']).map(({ skill }) => skill),
      known.neverOverridden,
    );
    assert.equal(namesIn(step(catalogue, ['may-override', 0, 'when'])).length, 4);
  });
});
