/** The person's settings, read from whatever shape a client gives them in. */
import { field } from './params.ts';

/** `onType`: findings follow the text. `onSave`: findings follow the saves (and the opening) of a document. */
export type LintMode = 'onType' | 'onSave';

export interface Settings {
  readonly lint: { readonly run: LintMode };
}

export const defaultSettings: Settings = { lint: { run: 'onType' } };

/**
 * `value` is what stands in the section `skillChains`: an object (`{ lint: { run } }`), or one with dotted names as some
 * clients send it. Whatever is missing or unknown keeps its default.
 */
export function readSettings(value: unknown): Settings {
  const run = field(value, 'lint', 'run') ?? field(value, 'lint.run');
  return { lint: { run: run === 'onSave' || run === 'onType' ? run : defaultSettings.lint.run } };
}
