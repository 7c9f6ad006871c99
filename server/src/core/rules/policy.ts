/** How much is said of a document, by its configurations and the person's settings. */
import type { Checking } from '../project/checking.ts';
import type { Rule, Severity } from './rule.ts';

/** How much is said. */
export interface LintPolicy {
  /** `undefined`: the rule's own severity, and each finding's own where it has one. */
  severityOf(rule: Rule): Severity | 'off' | undefined;
}

/** What nearly everyone wants to know. */
export const recommended: LintPolicy = {
  severityOf: ({ preset }) => (preset === 'strict' ? 'off' : undefined),
};

/** Every rule. */
export const strict: LintPolicy = { severityOf: () => undefined };

/** A rule that is named has its level; one that cannot be silenced is never off. All others follow the preset. */
export function policyOf({ preset, levels }: Checking): LintPolicy {
  const byPreset = preset === 'strict' ? strict : recommended;
  return {
    severityOf: rule => {
      const level = levels.get(rule.code);
      if (level === undefined || (level === 'off' && rule.silenced === 'never'))
        return byPreset.severityOf(rule);
      return level === 'on' ? undefined : level;
    },
  };
}
