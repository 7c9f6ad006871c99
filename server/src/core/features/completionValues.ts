/** Texts that may stand as a scalar at the cursor, by what the scalar means. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Meaning, ScalarShape } from '../../../../schemas/table.ts';
import { conditionSuggestions } from './completionConditions.ts';
import { nameSuggestions } from './completionNames.ts';
import { quantitySuggestions } from './completionQuantities.ts';
import type { CompletionRequest, Suggestion } from './completionRequest.ts';

/** Suggestions for one scalar. */
export function valueSuggestions(request: CompletionRequest, shape: ScalarShape): readonly Suggestion[] {
  const isThere = (suggestion: Suggestion): boolean =>
    suggestion.insert.type === 'scalar' && request.cursor.items.includes(suggestion.insert.text);
  return all(request, shape).filter(suggestion => !isThere(suggestion));
}

/** With those that the list around the cursor already holds. */
function all(
  request: CompletionRequest,
  { meaning, values, suggestions = [] }: ScalarShape,
): readonly Suggestion[] {
  if (values !== undefined) return values.map(text => fixed(text, CompletionItemKind.EnumMember));
  const own = ownSuggestions(request, meaning);
  // Which of the reserved words may end a flow is known by the place, not by the table.
  const offered = meaning === 'jump-target' ? [] : suggestions;
  return [...own, ...offered.map(text => fixed(text, CompletionItemKind.Value))];
}

function ownSuggestions(request: CompletionRequest, meaning: Meaning): readonly Suggestion[] {
  switch (meaning) {
    case 'boolean':
      return ['true', 'false'].map(text => fixed(text, CompletionItemKind.EnumMember));
    case 'count':
      return ['1', '2', '3'].map(text => fixed(text, CompletionItemKind.Value));
    case 'number-range':
      return ['1-5', '1-10', '0-100'].map(text => fixed(text, CompletionItemKind.Value));
    case 'version':
      return [fixed('1.0.0', CompletionItemKind.Value)];
    case 'condition':
      return conditionSuggestions(request);
    case 'duration':
    case 'timeline':
    case 'target':
    case 'window':
    case 'cadence':
      return quantitySuggestions(request, meaning);
    default:
      return nameSuggestions(request, meaning);
  }
}

const fixed = (text: string, kind: CompletionItemKind): Suggestion => ({
  label: text,
  kind,
  insert: { type: 'scalar', text },
});
