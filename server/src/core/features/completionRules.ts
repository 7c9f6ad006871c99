/** Rules by their codes, for where a configuration or a comment names them. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { CompletionRequest, Suggestion } from './completionRequest.ts';
import type { KnownRule } from './feature.ts';
import { type Body, textBody } from './support/insertion.ts';

/** Keys of the map of rules: each code with what is most often wanted behind it; what is never off is not offered. */
export const ruleKeys = ({ context }: CompletionRequest, present: readonly string[]): readonly Suggestion[] =>
  (context.rules ?? [])
    .filter(({ code, silenced }) => silenced !== 'never' && !present.includes(code))
    .map(rule => ({ ...named(rule), insert: { type: 'entry', key: rule.code, value: levelBody(rule) } }));

/** A rule of the strict preset is named to turn it on, all others mostly to turn them off. */
const levelBody = ({ preset }: KnownRule): Body => textBody(preset === 'strict' ? 'on' : 'off');

const named = (rule: KnownRule) => ({
  label: rule.code,
  kind: CompletionItemKind.Value,
  description: [rule.severity, ...(rule.preset === undefined ? [] : [rule.preset])].join(', '),
  detail: rule.summary,
});
