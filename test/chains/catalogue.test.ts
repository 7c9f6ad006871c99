/** The catalogue that ships: every skill of the source documents under one id, by every spelling. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { createLanguageService, type LanguageService } from '../../server/src/core/languageService.ts';
import { cataloguePath, textAt } from '../support/library.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';
import known from './facts/skills.json' with { type: 'json' };
import { isMapping, mappings, namesIn, readYaml, textOf, valueAt } from './support/yaml.ts';

describe('the catalogue that ships', () => {
  const catalogue = readYaml(cataloguePath);
  const { skills, teams } = catalogue;
  assert.ok(isMapping(skills) && isMapping(teams));
  const workspace = memoryWorkspace({ [cataloguePath]: textAt(cataloguePath) });
  let service: LanguageService;
  before(async () => {
    service = createLanguageService(workspace);
    await service.load();
  });

  it('gives every skill a team, a stage, a dimension and a summary', () => {
    for (const [id, skill] of Object.entries(skills)) {
      assert.ok(isMapping(skill), id);
      assert.ok(Object.hasOwn(teams, String(skill['team'])), `${id} has a team`);
      assert.ok(namesIn(skill['stage']).length > 0, `${id} has a stage`);
      assert.ok(namesIn(skill['dimension']).length > 0, `${id} has a dimension`);
      assert.ok((textOf(skill['summary']) ?? '').split(' ').length >= 5, `${id} has a summary`);
    }
  });

  it('gives every team a title and a lead who belongs to it', () => {
    for (const [id, team] of Object.entries(teams)) {
      assert.ok(isMapping(team) && textOf(team['title']), id);
      assert.equal(valueAt(skills, [String(team['lead']), 'team']), id);
    }
  });

  it('has the skills of the documents, and the one who gives them their orders', () => {
    assert.deepEqual(
      Object.keys(skills).sort(),
      [...Object.keys(known.skills), 'chief-technology-officer'].sort(),
    );
  });

  it('knows every skill by every spelling', () => {
    for (const [id, spellings] of Object.entries(known.skills)) {
      for (const spelling of [id, ...spellings]) {
        const found = service.snapshot().skillsFor(workspace.uri(cataloguePath)).resolve(spelling);
        assert.equal(found.kind === 'known' ? found.skill.declaration.id.text : found.kind, id, spelling);
      }
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
    assert.equal(namesIn(valueAt(catalogue, ['may-override', 0, 'when'])).length, known.mayOverride);
  });
});
