/** The person's settings that the client reads by itself. */
import type { WorkspaceConfiguration } from 'vscode';

/** By their names below `skillChains`, with the defaults that the manifest states. */
export const clientSettings = {
  'decisions.folder': '',
  'postMortems.folder': '',
  author: '',
} as const;

/** The value of a setting; its default where it holds something else than a text. */
export function textSetting(
  configuration: WorkspaceConfiguration,
  name: keyof typeof clientSettings,
): string {
  const value: unknown = configuration.get(name);
  return typeof value === 'string' ? value : clientSettings[name];
}
