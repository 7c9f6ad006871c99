/** Skills, teams and chains by name. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { AgentSkillFile } from '../project/agentSkillFiles.ts';
import type { CompletionRequest, Suggestion } from './completionRequest.ts';
import { keysOf } from './support/cursorPath.ts';

/** Every skill once: found by id, title or alias, written as its id. */
export function skillSuggestions({ context }: CompletionRequest): readonly Suggestion[] {
  const { uri } = context.document;
  const { skills } = context.project.skillsFor(uri);
  return [...skills.values()].map(({ declaration, origin, path, files }) => {
    const { id, title, aliases, team } = declaration;
    const kept = files.flatMap(file => [file.declaration.id, file.declaration.title]);
    const spellings = [title, ...aliases, ...kept].flatMap(word => (word === undefined ? [] : [word.text]));
    const said =
      title?.text ?? team?.text ?? (origin === 'agents' ? path.split('/', 2).join('/') : undefined);
    const description = [said, origin === 'library' ? 'library' : undefined].filter(
      part => part !== undefined,
    );
    return {
      label: id.text,
      kind: CompletionItemKind.Class,
      ...(description.length === 0 ? {} : { description: description.join(' · ') }),
      detail: origin === 'library' ? 'from the library' : `from ${path}`,
      filter: [...new Set(spellings)].filter(spelling => spelling !== id.text),
      insert: { type: 'scalar', text: id.text },
      data: { uri, about: 'skill', name: id.text },
    };
  });
}

/**
 * The files in which agents keep skills, as paths from the workspace folder: first those that are called like the skill whose `source`
 * is written, last those that are the source of a skill already.
 */
export function sourceSuggestions({ context, cursor }: CompletionRequest): readonly Suggestion[] {
  const { project, document } = context;
  const folder = project.folderOf(document.uri);
  const { skills, resolve } = project.skillsFor(document.uri);
  const [, own = ''] = keysOf(cursor.path);
  const named = new Set([...skills.values()].flatMap(({ declaration }) => declaration.source?.text ?? []));
  const rank = ({ path, declaration }: AgentSkillFile): number => {
    const found = resolve(declaration.id.text);
    if (declaration.id.text === own || (found.kind === 'known' && found.skill.declaration.id.text === own))
      return 0;
    return named.has(path) ? 2 : 1;
  };
  return [...project.agentSkills.values()]
    .filter(file => file.folder === folder)
    .toSorted((left, right) => rank(left) - rank(right))
    .map(({ path, declaration }) => ({
      // Nothing beside it: paths are long.
      label: path,
      kind: CompletionItemKind.File,
      detail: declaration.id.text,
      insert: { type: 'scalar', text: path },
    }));
}

export function teamSuggestions({ context }: CompletionRequest): readonly Suggestion[] {
  const { uri } = context.document;
  const { teams } = context.project.skillsFor(uri);
  return [...teams.values()].map(({ declaration: { id, title } }) => ({
    label: id.text,
    kind: CompletionItemKind.Interface,
    ...(title === undefined ? {} : { description: title.text, filter: [title.text] }),
    insert: { type: 'scalar', text: id.text },
    data: { uri, about: 'team', name: id.text },
  }));
}

/** The chains of the workspace folder. A chain cannot run itself as a step, but it may hand over to itself. */
export function chainSuggestions({ context, cursor }: CompletionRequest): readonly Suggestion[] {
  const { uri, model } = context.document;
  const own = model?.kind === 'chain' ? model.id?.text : undefined;
  const last = cursor.path.at(-1);
  const isStep = last?.kind === 'key' && last.key === 'chain';
  return [...context.project.chainsFor(uri)]
    .filter(([id]) => !isStep || id !== own)
    .map(([id, [chain]]) => {
      const title = chain?.model.title?.text;
      return {
        label: id,
        kind: CompletionItemKind.Module,
        ...(title === undefined ? {} : { description: title, filter: [title] }),
        insert: { type: 'scalar', text: id },
        data: { uri, about: 'chain', name: id },
      };
    });
}
