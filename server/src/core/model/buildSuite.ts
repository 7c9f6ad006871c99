/** Reads a suite's tree into its model. */
import type { SyntaxNode } from '../syntax/tree.ts';
import type { Word } from './chain.ts';
import {
  type Budget,
  contentOf,
  entriesOf,
  type Fields,
  fieldsOf,
  fieldWord,
  fieldWords,
  firstByName,
  itemsOf,
  keyWord,
  newBudget,
  readWord,
  wordOf,
} from './read.ts';
import type { ItemTarget, SuiteItem, SuiteModel, SuitePhase, SuiteTeam } from './suite.ts';
import { readCount } from './values/number.ts';
import { readWindow } from './values/window.ts';

/** Reads a suite from any tree; `undefined` where the root is no map. */
export function buildSuite(root: SyntaxNode | undefined): SuiteModel | undefined {
  const syntax = contentOf(root);
  if (syntax?.kind !== 'map') return undefined;
  const budget = newBudget();
  const fields = fieldsOf(budget, syntax);
  const [id, title, summary] = ['suite', 'title', 'summary'].map(key => fieldWord(fields, key));
  const itemsSyntax = contentOf(fields.get('items')?.value);
  const items = readItems(budget, fields.get('items')?.value);
  return {
    kind: 'suite',
    ...(id && { id }),
    ...(title && { title }),
    ...(summary && { summary }),
    items,
    itemsById: firstByName(items, item => item.id.text),
    phases: readPhases(budget, fields.get('phases')?.value),
    teams: readTeams(budget, fields.get('teams')?.value),
    ...(itemsSyntax?.kind === 'map' && { itemsSyntax }),
    syntax,
  };
}

function readItems(budget: Budget, node: SyntaxNode | undefined): readonly SuiteItem[] {
  return entriesOf(budget, node).map(entry => {
    const fields = fieldsOf(budget, entry.value);
    const [title, domain, priority, owner] = ['title', 'domain', 'priority', 'owner'].map(key =>
      fieldWord(fields, key),
    );
    const target = targetOf(fields);
    return {
      id: keyWord(entry),
      ...(title && { title }),
      ...(target && { target }),
      ...(domain && { domain }),
      ...(priority && { priority }),
      ...(owner && { owner }),
      needs: fieldWords(budget, fields, 'needs'),
      span: entry.span,
    };
  });
}

function targetOf(fields: Fields): ItemTarget | undefined {
  for (const kind of ['plan', 'chain'] as const) {
    const word = fieldWord(fields, kind);
    if (word !== undefined) return { kind, word };
  }
  return undefined;
}

function readPhases(budget: Budget, node: SyntaxNode | undefined): readonly SuitePhase[] {
  return itemsOf(budget, node).flatMap(item => {
    const syntax = contentOf(item);
    if (syntax?.kind !== 'map') return [];
    const fields = fieldsOf(budget, syntax);
    const [name, because, focus] = ['phase', 'because', 'focus'].map(key => fieldWord(fields, key));
    if (name === undefined) return [];
    const window = readWord(fieldWord(fields, 'window'), readWindow);
    const active = readWord(fieldWord(fieldsOf(budget, fields.get('capacity')?.value), 'active'), readCount);
    return [
      {
        name,
        ...(window && { window }),
        ...(because && { because }),
        ...(focus && { focus }),
        items: fieldWords(budget, fields, 'items'),
        success: readSuccess(budget, fields),
        ...(active && { active }),
        span: item.span,
        syntax,
      },
    ];
  });
}

const readSuccess = (budget: Budget, fields: Fields): readonly Word[] =>
  itemsOf(budget, fields.get('success')?.value).flatMap(
    item => wordOf(item) ?? fieldWord(fieldsOf(budget, item), 'metric') ?? [],
  );

function readTeams(budget: Budget, node: SyntaxNode | undefined): readonly SuiteTeam[] {
  return entriesOf(budget, node).map(entry => {
    const fields = fieldsOf(budget, entry.value);
    return {
      id: keyWord(entry),
      primary: fieldWords(budget, fields, 'primary'),
      support: fieldWords(budget, fields, 'support'),
      span: entry.span,
    };
  });
}
