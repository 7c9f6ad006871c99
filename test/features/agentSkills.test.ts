/** Skills that agents keep, as completion, hover, definition, links and findings show them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LocationLink } from 'vscode-languageserver-types';
import { lineMap } from '../../server/src/core/util/lineMap.ts';
import { cursorIn } from '../support/fixture.ts';
import { loadedService } from '../support/requests.ts';

const paths = {
  reviewer: '.claude/skills/reviewer/SKILL.md',
  sharp: '.claude/skills/c# 100%/SKILL.md',
  elsewhere: '.github/skills/reviewer/SKILL.md',
  agent: '.claude/agents/planner.md',
  one: '.agents/skills/one/SKILL.md',
  two: '.agents/skills/two/SKILL.md',
};
const files: Readonly<Record<string, string>> = {
  'team/people.skills.yaml': `skills:
  writer: { title: Writer, summary: Writes, source: "${paths.sharp}" }
  planner: { aliases: [Planning] }
`,
  [paths.reviewer]: '---\nname: reviewer\ndescription: Reviews <b>all</b> [changes](x:y)\n---\n# Reviewer\n',
  [paths.elsewhere]: '---\ndescription: Reviews pull requests\nname: "Reviewer"\n---\n',
  [paths.sharp]: '\n---\nname: C# Author\ndescription: Says more\n---\n',
  [paths.agent]: '---\nname: planner\ndescription: Plans ahead\n---\n',
  [paths.one]: '---\nname: tester\ndescription: Tests by hand\n---\n',
  [paths.two]: '---\nname: tester\ndescription: Tests by machine\n---\n',
};

/** The service, asked at `$0` behind a skill in a chain. */
async function at(written: string) {
  const { workspace, service } = await loadedService(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [address(path), text])),
  );
  const uri = workspace.uri('a.chain.yaml');
  const { text, position } = cursorIn(`chain: a\ntitle: A\nsteps:\n  - skill: ${written}$0\n    do: Work\n`);
  service.setDocument(uri, 1, text);
  return { service, workspace, uri, position };
}

/** As an editor writes it. */
const address = (path: string): string =>
  `file:///workspace/${path.split('/').map(encodeURIComponent).join('/')}`;

async function hoverOf(written: string): Promise<string> {
  const { service, uri, position } = await at(written);
  const contents = service.hover(uri, position)?.contents;
  assert.ok(typeof contents === 'object' && 'value' in contents);
  return contents.value;
}

/** File and selected text of each target. */
async function targetsOf(written: string): Promise<readonly string[]> {
  const { service, uri, position } = await at(written);
  const isLink = (each: object): each is LocationLink => 'targetUri' in each;
  return service
    .definition(uri, position)
    .filter(isLink)
    .map(({ targetUri, targetSelectionRange: { start, end } }) => {
      const path = Object.keys(files).find(each => address(each) === targetUri) ?? '';
      const text = files[path] ?? '';
      const lines = lineMap(text);
      return `${path}: ${text.slice(lines.offset(start), lines.offset(end))}`;
    });
}

test('the source of a skill is offered as a path, the likeliest first', async () => {
  const { service, workspace } = await at('');
  const uri = workspace.uri('team/people.skills.yaml');
  const catalogue = `skills:
  writer: { source: "${paths.sharp}" }
  planner:
    title: Planner
    source: `;
  service.setDocument(uri, 1, catalogue);
  const position = lineMap(catalogue).position(catalogue.length);
  const offered = service.completion(uri, position, { snippets: true }).items.map(({ label }) => label);
  assert.equal(offered[0], paths.agent);
  assert.deepEqual(offered.toSorted(), Object.values(paths).toSorted());
  assert.equal(offered.at(-1), paths.sharp);
});

test('completion offers each skill once, and says where it comes from', async () => {
  const { service, uri, position } = await at('');
  const items = service.completion(uri, position, { snippets: true }).items;
  assert.deepEqual(
    items.map(({ label, labelDetails, detail }) => [label, labelDetails?.description, detail]),
    [
      ['writer', 'Writer', 'from team/people.skills.yaml'],
      ['planner', undefined, 'from team/people.skills.yaml'],
      ['reviewer', '.claude/skills', `from ${paths.reviewer}`],
      ['one', 'tester', `from ${paths.one}`],
      ['two', 'tester', `from ${paths.two}`],
    ],
  );
  const [writer] = items;
  assert.match(writer?.filterText ?? '', /C# Author/);
  const documentation = items.map(item => service.resolveCompletion(item).documentation);
  assert.match(JSON.stringify(documentation[2]), /Kept in/);
});

test('hover says what a skill is for and where it is kept, and nothing of it is markup', async () => {
  assert.equal(
    await hoverOf('Reviewer'),
    [
      '**reviewer** · skill `reviewer`',
      'Reviews \\<b>all\\</b> \\[changes\\](x:y)',
      `Kept in\n- \`${paths.reviewer}\`\n- \`${paths.elsewhere}\`: Reviews pull requests`,
    ].join('\n\n'),
  );
});

test('hover over a skill of a catalogue says where agents keep it, and what they say where the catalogue says nothing', async () => {
  assert.equal(
    await hoverOf('c# author'),
    [
      '**Writer** · skill `writer`',
      'Writes',
      'Declared in `people.skills.yaml`, line 2',
      `Kept in \`${paths.sharp}\`: Says more`,
    ].join('\n\n'),
  );
  assert.equal(
    await hoverOf('Planning'),
    [
      '**planner** · skill `planner`',
      'Plans ahead',
      'Also called: Planning',
      'Declared in `people.skills.yaml`, line 3',
      `Kept in \`${paths.agent}\``,
    ].join('\n\n'),
  );
});

test('hover over a name of two skills names both', async () => {
  const said = await hoverOf('tester');
  for (const words of [paths.one, paths.two, 'Tests by hand', 'Tests by machine'])
    assert.ok(said.includes(words), said);
});

test('definition goes to the name in the file, and to every file', async () => {
  assert.deepEqual(await targetsOf('reviewer'), [
    `${paths.reviewer}: reviewer`,
    `${paths.elsewhere}: "Reviewer"`,
  ]);
  assert.deepEqual(await targetsOf('tester'), [`${paths.one}: tester`, `${paths.two}: tester`]);
  assert.deepEqual(await targetsOf('writer'), [
    'team/people.skills.yaml: writer',
    `${paths.sharp}: C# Author`,
  ]);
  assert.deepEqual(await targetsOf('one'), [`${paths.one}: tester`]);
});

test('a source is a link to the file, whatever is in its path', async () => {
  const { service, workspace } = await at('reviewer');
  const links = service.documentLinks(workspace.uri('team/people.skills.yaml'));
  assert.deepEqual(
    links.map(({ target }) => target),
    [address(paths.sharp)],
  );
});

test('a finding shows the files of a name that two skills have', async () => {
  const { service, uri } = await at('tester');
  const [finding, ...others] = service.diagnostics(uri);
  assert.equal(others.length, 0);
  assert.equal(finding?.code, 'ambiguous-skill');
  assert.deepEqual(
    finding.relatedInformation?.map(({ location }) => location),
    [paths.one, paths.two].map(path => ({
      uri: address(path),
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 12 } },
    })),
  );
});

test('nothing is found in the files of agents themselves', async () => {
  const { service } = await at('reviewer');
  for (const path of Object.values(paths)) assert.deepEqual(service.diagnostics(address(path)), []);
});
