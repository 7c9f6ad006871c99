/** Reads a skill catalogue's tree into its model. */
import type { SyntaxNode } from '../syntax/tree.ts';
import type { CatalogueModel, Delegation, LastWord, SkillDeclaration, TeamDeclaration } from './catalogue.ts';
import type { Word } from './chain.ts';
import {
  type Budget,
  contentOf,
  entriesOf,
  type Fields,
  fieldsOf,
  fieldWord,
  fieldWords,
  itemsOf,
  keyWord,
  newBudget,
} from './read.ts';

/** Reads a catalogue from any tree; `undefined` where the root is no map. */
export function buildCatalogue(root: SyntaxNode | undefined): CatalogueModel | undefined {
  const syntax = contentOf(root);
  if (syntax?.kind !== 'map') return undefined;
  const budget = newBudget();
  const fields = fieldsOf(budget, syntax);
  const teams = readTeams(budget, fields.get('teams')?.value);
  return {
    kind: 'catalogue',
    skills: readSkills(budget, fields.get('skills')?.value),
    teams,
    delegation: readDelegation(budget, fields.get('delegation')?.value),
    lastWords: readLastWords(budget, fields.get('never-overridden')?.value),
    skillUses: [
      ...teams.flatMap(team => team.lead ?? []),
      ...uses(budget, fields, 'delegation', 'skill'),
      ...uses(budget, fields, 'never-overridden', 'skill'),
      ...uses(budget, fields, 'may-override', 'by'),
    ],
    syntax,
  };
}

function readSkills(budget: Budget, node: SyntaxNode | undefined): readonly SkillDeclaration[] {
  return entriesOf(budget, node).map(entry => {
    const fields = fieldsOf(budget, entry.value);
    const [title, team, summary, source] = ['title', 'team', 'summary', 'source'].map(key =>
      fieldWord(fields, key),
    );
    return {
      id: keyWord(entry),
      ...(title && { title }),
      aliases: fieldWords(budget, fields, 'aliases'),
      ...(team && { team }),
      ...(summary && { summary }),
      ...(source && { source }),
      span: entry.span,
    };
  });
}

function readTeams(budget: Budget, node: SyntaxNode | undefined): readonly TeamDeclaration[] {
  return entriesOf(budget, node).map(entry => {
    const fields = fieldsOf(budget, entry.value);
    const title = fieldWord(fields, 'title');
    const lead = fieldWord(fields, 'lead');
    return { id: keyWord(entry), ...(title && { title }), ...(lead && { lead }), span: entry.span };
  });
}

function readDelegation(budget: Budget, node: SyntaxNode | undefined): readonly Delegation[] {
  return itemsOf(budget, node).flatMap(item => {
    const fields = fieldsOf(budget, item);
    const task = fieldWord(fields, 'task');
    const skill = fieldWord(fields, 'skill');
    return task === undefined || skill === undefined ? [] : [{ task, skill }];
  });
}

function readLastWords(budget: Budget, node: SyntaxNode | undefined): readonly LastWord[] {
  return itemsOf(budget, node).flatMap(item => {
    const fields = fieldsOf(budget, item);
    const skill = fieldWord(fields, 'skill');
    const about = fieldWord(fields, 'about');
    return skill === undefined || about === undefined ? [] : [{ skill, about }];
  });
}

/** The words of one key in every map of a list. */
const uses = (budget: Budget, fields: Fields, list: string, key: string): readonly Word[] =>
  itemsOf(budget, fields.get(list)?.value).flatMap(item => fieldWords(budget, fieldsOf(budget, item), key));
