/** Names that documents use and none declares yet, for where they are declared: measures, items, skills and teams. */
import type { Meaning } from '../../../../schemas/table.ts';
import { allItems } from '../model/suite.ts';
import { readCondition, termsOf } from '../model/values/condition.ts';
import { isKebabCase } from '../model/values/identifier.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { CompletionRequest } from './completionRequest.ts';
import { meaningOf } from './support/meaning.ts';
import { valuesOf } from './support/treeAt.ts';

/** So many names are offered; who has more of them open has other work to do first. */
const mostNames = 50;

/** Empty for meanings whose names are not declared as keys of a map, and where nothing is wanted. */
export function wantedNames({ context }: CompletionRequest, meaning: Meaning): readonly string[] {
  const { document, project } = context;
  switch (meaning) {
    case 'measure-id':
      return first(comparedMeasures(document));
    case 'item-id':
      return first(textsOf(document, 'item-reference').filter(text => text !== allItems));
    case 'skill-id': {
      const { resolve } = project.skillsFor(document.uri);
      const named = project.neighboursOf(document.uri).flatMap(each => textsOf(each, 'skill-reference'));
      // A title has no sure id.
      return first(named.filter(text => isKebabCase(text) && resolve(text).kind === 'unknown'));
    }
    case 'team-id': {
      const { teams } = project.skillsFor(document.uri);
      const named = project.neighboursOf(document.uri).flatMap(each => textsOf(each, 'team-reference'));
      return first(named.filter(text => text !== '' && !teams.has(text)));
    }
    default:
      return [];
  }
}

const first = (names: Iterable<string>): readonly string[] => [...new Set(names)].slice(0, mostNames);

const textsOf = (document: DocumentState, meaning: Meaning): readonly string[] =>
  [...valuesOf(document.tree)].flatMap(node =>
    node.kind === 'scalar' && meaningOf(node, document.shape)?.meaning === meaning ? [node.text] : [],
  );

/** What conditions compare with numbers; a bare name is a yes or no of its own, and those are not declared. */
const comparedMeasures = (document: DocumentState): readonly string[] =>
  textsOf(document, 'condition').flatMap(text => {
    const condition = readCondition(text);
    if (!condition.ok || condition.value.kind === 'prose') return [];
    return termsOf(condition.value.expression).flatMap(({ kind, measure }) =>
      kind === 'comparison' ? [measure.name] : [],
    );
  });
