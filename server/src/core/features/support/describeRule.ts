/** What a rule of the linter is about, in Markdown. */
import { codeSpan, escapeMarkdown, paragraphs } from '../../util/markdown.ts';
import type { FeatureContext } from '../feature.ts';

/** `undefined`: there is no such rule. */
export function describeRule({ rules = [] }: FeatureContext, code: string): string | undefined {
  const rule = rules.find(each => each.code === code);
  if (rule === undefined) return undefined;
  const preset = rule.preset ?? 'recommended';
  return paragraphs([
    `Rule ${codeSpan(code)} · ${rule.severity} · ${preset}`,
    escapeMarkdown(rule.summary),
    escapeMarkdown(rule.details),
  ]);
}
