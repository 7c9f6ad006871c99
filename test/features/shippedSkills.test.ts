/** The catalogue that ships: it is known everywhere, counts last, and makes no name a mistake that was none. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { packedLibrary } from '../../scripts/libraryPlugin.ts';
import { createLanguageService } from '../../server/src/core/index.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';

const uri = 'skill-chains-library:/library.skills.yaml';
const text = `skills:
  site-reliability-engineer:
    title: Site Reliability Engineer
    aliases: [SRE]
    summary: Keeps services up
    team: infrastructure
  technical-writer: { title: Technical Writer }
teams:
  infrastructure: { title: Infrastructure }
`;

const chainWith = (...skills: readonly string[]): string =>
  `chain: draft\ntitle: Draft\nsteps:\n${skills.map((skill, at) => `  - { id: s${at}, skill: ${skill}, do: Work }\n`).join('')}`;

async function serviceWith(files: Readonly<Record<string, string>>, chain: string) {
  const workspace = memoryWorkspace(files);
  const service = createLanguageService(workspace, {
    read: async () => packedLibrary([['library.skills.yaml', text]]),
  });
  await service.load();
  const draft = workspace.uri('draft.chain.yaml');
  service.setDocument(draft, 1, chain);
  const index = service.snapshot().skillsFor(draft);
  const resolved = (name: string): string => {
    const found = index.resolve(name);
    if (found.kind !== 'known') return found.kind;
    return `${found.skill.declaration.id.text} of ${found.skill.origin}`;
  };
  return { service, draft, index, resolved, workspace };
}

const own = (skills: string): Readonly<Record<string, string>> => ({
  'team.skills.yaml': `skills:\n${skills}`,
});

describe('a skill that ships', () => {
  test('is known in a workspace that says nothing of skills, where others are a note as before', async () => {
    const known = await serviceWith({}, chainWith('site-reliability-engineer', 'SRE', 'Technical Writer'));
    assert.deepEqual(known.service.diagnostics(known.draft), []);
    const { service, draft } = await serviceWith({}, chainWith('SRE', 'astrologer', 'stargazer'));
    const findings = service.diagnostics(draft);
    assert.deepEqual(
      findings.map(({ code, severity }) => [code, severity]),
      [['unknown-skill', 3]],
    );
  });

  test('is what a name nearly is', async () => {
    const { service, draft } = await serviceWith({}, chainWith('site-reliability-enginer'));
    const messages = service.diagnostics(draft).map(({ message }) => message);
    assert.match(String(messages), /Did you mean "site-reliability-engineer"/);
  });

  test('counts behind what the workspace says, and lends its names to a skill of the same id', async () => {
    const files = {
      ...own('  site-reliability-engineer: { title: Our SRE }\n  pager: { aliases: [Technical Writer] }\n'),
      '.claude/skills/oracle/SKILL.md': '---\nname: Site Reliability Engineer\ndescription: Knows\n---\n',
    };
    const { resolved, index } = await serviceWith(files, chainWith('pager'));
    assert.equal(resolved('SRE'), 'site-reliability-engineer of catalogue');
    assert.equal(resolved('Technical Writer'), 'pager of catalogue');
    assert.equal(resolved('technical-writer'), 'pager of catalogue');
    assert.deepEqual(
      [...index.skills.values()].map(each => `${each.declaration.id.text} ${each.origin}`),
      ['site-reliability-engineer catalogue', 'pager catalogue'],
    );
  });

  test('does not decide what is in doubt in the workspace', async () => {
    const { resolved } = await serviceWith(own('  one: { aliases: [SRE] }\n  two: { aliases: [SRE] }\n'), '');
    assert.equal(resolved('SRE'), 'ambiguous');
  });

  test('is not offered twice where the workspace is the library', async () => {
    const { index } = await serviceWith({ 'library.skills.yaml': text }, chainWith('SRE'));
    assert.deepEqual(
      [...index.skills.values()].map(each => each.origin),
      ['catalogue', 'catalogue'],
    );
  });

  test('brings no team: those are for the workspace to say', async () => {
    const { index } = await serviceWith({}, '');
    assert.deepEqual([index.teams.size, index.hasSources], [0, false]);
  });

  test('is completed last, explained and gone to', async () => {
    const chain = chainWith('SRE');
    const { service, draft } = await serviceWith(own('  pager: {}\n'), chain);
    const position = { line: 3, character: chain.split('\n')[3]?.indexOf('SRE') ?? 0 };
    const { items } = service.completion(draft, position, { snippets: false });
    assert.deepEqual(
      items.map(({ label, detail, labelDetails }) => [label, detail, labelDetails?.description]),
      [
        ['pager', 'from team.skills.yaml', undefined],
        ['site-reliability-engineer', 'from the library', 'Site Reliability Engineer · library'],
        ['technical-writer', 'from the library', 'Technical Writer · library'],
      ],
    );
    const shown = service.hover(draft, position);
    assert.match(
      JSON.stringify(shown?.contents),
      /Keeps services up.*From the library that comes with Skill Chains/,
    );
    const [link] = service.definition(draft, position);
    assert.ok(link !== undefined && 'targetUri' in link);
    assert.deepEqual([link.targetUri, link.targetSelectionRange.start], [uri, { line: 1, character: 2 }]);
  });
});

test('the catalogue that ships, when somebody looks at it, changes nothing for others', async () => {
  const { service, draft } = await serviceWith({}, chainWith('astrologer'));
  const before = service.diagnostics(draft);
  await service.openLibrary();
  service.setDocument(uri, 1, text);
  assert.deepEqual(service.diagnostics(uri), []);
  assert.deepEqual(service.diagnostics(draft), before);
});
