/** The person's settings, read from whatever shape a client gives them in. */
import { type HintKinds, type Preset, presets } from '../core/index.ts';
import { field } from './params.ts';

/** `onType`: findings follow the text. `onSave`: findings follow the saves (and the opening) of a document. */
export type LintMode = 'onType' | 'onSave';

/** `workspace`: every file of the workspace has findings. `openFiles`: only documents that are open have. */
export type LintScope = 'workspace' | 'openFiles';

export interface Settings {
  readonly lint: { readonly run: LintMode; readonly scope: LintScope; readonly preset: Preset };
  readonly inlayHints: HintKinds;
}

export const defaultSettings: Settings = {
  lint: { run: 'onType', scope: 'workspace', preset: 'recommended' },
  inlayHints: { schedule: true, skills: true, producers: true },
};

/**
 * `value` is what stands in the section `skillChains`: an object (`{ lint: { run } }`), or one with dotted names as some
 * clients send it. Whatever is missing or unknown keeps its default.
 */
export function readSettings(value: unknown): Settings {
  const lint = (name: string): unknown => field(value, 'lint', name) ?? field(value, `lint.${name}`);
  const [run, scope] = [lint('run'), lint('scope')];
  const { lint: defaults, inlayHints: shown } = defaultSettings;
  const hint = (name: keyof HintKinds): boolean => {
    const wanted = field(value, 'inlayHints', name) ?? field(value, `inlayHints.${name}`);
    return typeof wanted === 'boolean' ? wanted : shown[name];
  };
  return {
    lint: {
      run: run === 'onSave' || run === 'onType' ? run : defaults.run,
      scope: scope === 'openFiles' || scope === 'workspace' ? scope : defaults.scope,
      preset: presets.find(each => each === lint('preset')) ?? defaults.preset,
    },
    inlayHints: { schedule: hint('schedule'), skills: hint('skills'), producers: hint('producers') },
  };
}
