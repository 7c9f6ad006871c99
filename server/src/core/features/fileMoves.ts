import { noLinkingFiles } from '../project/linkingFiles.ts';
import type { ProjectSnapshot } from '../project/snapshot.ts';
import type { FeatureContext } from './feature.ts';
import { agentSkillEdits, nameFromFile } from './support/renaming/agentSkills.ts';
import { idEdits, idFromFile } from './support/renaming/documentNames.ts';
import { movedBy, pathEdits } from './support/renaming/moves.ts';
import { type FileMove, inProtocol, joinEdits, type RenameResult } from './support/renaming/renaming.ts';

/**
 * What goes along where a person moves files or folders: paths and links that lead to one, or are written in one, and the id of a
 * document, or name of an agent's skill, that is called as its file is, wherever it is used. The edits are in the texts as they stand before the moves. An id that
 * cannot follow, as another has it or it would be none, stays, and the finding that its file is called otherwise says so.
 */
export function fileMoves(
  project: ProjectSnapshot,
  linking: FeatureContext['linking'],
  moves: readonly FileMove[],
): RenameResult {
  const moved = movedBy(moves);
  const ids = [...project.documents.values()].flatMap(document => {
    const id = idFromFile({ document, project }, moved(document.uri));
    if (id === undefined) return [];
    const edits = idEdits({ document, project, ...(linking && { linking }) }, id.named, id.newName);
    return typeof edits === 'string' ? [] : [edits];
  });
  const skills = [...project.agentSkills.values()].flatMap(file => {
    const [document] = project.neighboursOf(file.uri);
    const known = [...project.skillsFor(file.uri).skills.values()].find(({ files }) => files.includes(file));
    const newName = known && nameFromFile(file, known, moved(file.uri));
    if (document === undefined || known === undefined || newName === undefined) return [];
    const edits = agentSkillEdits({ document, project }, known, newName);
    return typeof edits === 'string' ? [] : [edits];
  });
  const edits = joinEdits([...ids, ...skills, pathEdits(project, linking ?? noLinkingFiles, moves)]);
  return inProtocol({ edits, moves: [] }, project, linking);
}
