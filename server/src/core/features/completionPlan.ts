/** What prompt plans name: their inputs, in the template and in examples, and their own id. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { undeclaredPlaceholders } from '../analysis/plan.ts';
import type { PlanModel } from '../model/plan.ts';
import { fileName } from '../project/places.ts';
import type { CompletionRequest, Suggestion } from './completionRequest.ts';
import { lineStart } from './completionRoom.ts';

const planOf = ({ context }: CompletionRequest): PlanModel | undefined =>
  context.document.model?.kind === 'plan' ? context.document.model : undefined;

/** The inputs, where the cursor stands in the template behind two braces; `undefined` where it stands elsewhere. */
export function placeholderSuggestions(request: CompletionRequest): readonly Suggestion[] | undefined {
  const { cursor, context, offset } = request;
  const plan = planOf(request);
  const [step, ...others] = cursor.path;
  if (plan === undefined || step?.kind !== 'key' || step.key !== 'template' || others.length > 0)
    return undefined;
  const { text } = context.document;
  const before = text.slice(lineStart(text, offset), offset);
  const begun = /\{\{\s*([\p{L}\p{N}_-]*)$/u.exec(before);
  if (begun === null) return undefined;
  const [, typed = ''] = begun;
  const behind = /^([\p{L}\p{N}_-]*)(\s*)(\}{0,2})/u.exec(text.slice(offset, offset + 200));
  const [, rest = '', , braces = ''] = behind ?? [];
  const span = { start: offset - typed.length, end: offset + rest.length };
  const close = '}}'.slice(braces.length);
  return [...plan.inputsByName.values()]
    .filter(({ name }) => name.text !== '')
    .map(({ name, type }) => ({
      label: name.text,
      kind: CompletionItemKind.Variable,
      ...(type === undefined ? {} : { description: type.text }),
      insert: { type: 'part', text: name.text + close, span },
      data: { uri: context.document.uri, about: 'plan-input', name: name.text },
    }));
}

/** Placeholders of the template that no input declares yet. */
export const wantedInputs = (request: CompletionRequest): readonly string[] => {
  const plan = planOf(request);
  return plan === undefined ? [] : undeclaredPlaceholders(plan).map(each => each.name);
};

/** The inputs that an example may give. */
export const exampleInputs = (request: CompletionRequest): readonly string[] =>
  planOf(request)?.inputs.map(input => input.name.text) ?? [];

/** The id that a plan in this file should have; `undefined` where its name is that of no plan. */
export function planIdFrom(uri: string): string | undefined {
  return uri.startsWith('untitled:') ? undefined : /^(plan\..+@v[^@]*)\.yaml$/u.exec(fileName(uri))?.[1];
}
