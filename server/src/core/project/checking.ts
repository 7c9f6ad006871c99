/** What is checked in a document, and how much of it is said: of the configurations that count for it, and of the person's settings. */
import type { ConfigurationLayer, ConfigurationModel, Level, Preset } from '../model/configuration.ts';

export { type Preset, presets } from '../model/configuration.ts';

import { matchesPath, readPathPattern } from '../util/pathPattern.ts';
import { folderOf, isSaved, namesBelow } from './places.ts';

/** What a person or a command line asks for. */
export interface CheckingSettings {
  /** What counts where no configuration does, by workspace folder. */
  readonly byFolder?: ReadonlyMap<string, Preset>;
  /** The same for every folder that is not named. */
  readonly preset?: Preset;
  /** Counts in the place of what the configurations say; the levels of their rules still hold. */
  readonly presetForAll?: Preset;
}

export const isSameSettings = (left: CheckingSettings, right: CheckingSettings): boolean =>
  settingsText(left) === settingsText(right);

const settingsText = ({ byFolder = new Map(), ...rest }: CheckingSettings): string =>
  JSON.stringify([rest.preset, rest.presetForAll, [...byFolder].toSorted()]);

/** All that was said of one document. */
export interface Checking {
  readonly preset: Preset;
  /** By the codes of rules; a rule that is not named follows the preset. */
  readonly levels: ReadonlyMap<string, Level>;
}

/** The address of a folder, without a slash at its end, to the configuration in it. */
export type Configurations = ReadonlyMap<string, ConfigurationModel>;

/** The folder of a file. */
export const parentOf = (uri: string): string => uri.slice(0, Math.max(0, uri.lastIndexOf('/')));

/**
 * @param uri A document of the workspace folder; one that was never saved counts as lying in it.
 * @param folder The workspace folder, `''` where the document lies outside of all.
 * @param configurations Those of the same workspace folder.
 */
export function checkingOf(
  uri: string,
  folder: string,
  configurations: Configurations,
  settings: CheckingSettings,
): Checking {
  const layers = layersFor(uri, folder, configurations);
  const levels = new Map<string, Level>();
  let preset: Preset | undefined;
  for (const layer of layers ?? []) {
    preset = layer.preset ?? preset;
    for (const [code, level] of layer.levels) levels.set(code, level);
  }
  // A team's file decides for all of them, so that a colleague and a build see what its author sees.
  const asked = layers === undefined ? (settings.byFolder?.get(folder) ?? settings.preset) : undefined;
  return { preset: settings.presetForAll ?? preset ?? asked ?? 'recommended', levels };
}

/** What counts for a document, the nearest last; `undefined`: no configuration does. */
function layersFor(
  uri: string,
  folder: string,
  configurations: Configurations,
): readonly ConfigurationLayer[] | undefined {
  if (configurations.size === 0 || folder === '') return undefined;
  const top = folder.replace(/\/$/, '');
  const around: { readonly place: string; readonly model: ConfigurationModel }[] = [];
  for (let place = isSaved(uri) ? parentOf(uri) : top; place.length >= top.length; place = parentOf(place)) {
    const model = configurations.get(place);
    if (model !== undefined) around.push({ place, model });
    if (model?.root === true || place === '') break;
  }
  if (around.length === 0) return undefined;
  return around.reverse().flatMap(({ place, model }) => {
    const names = isSaved(uri) ? (namesBelow(place, uri) ?? []) : [];
    return model.layers.filter(
      ({ files }) => files === undefined || files.some(pattern => isMeant(pattern, names)),
    );
  });
}

function isMeant(pattern: string, names: readonly string[]): boolean {
  const parts = readPathPattern(pattern);
  return parts !== undefined && names.length > 0 && matchesPath(parts, names);
}

/** The last model of each configuration whose text was read to its end, by address: while a file is broken, that one holds. */
export type ConfigurationMemory = Map<string, ConfigurationModel>;

interface ConfigurationFile {
  readonly uri: string;
  readonly tree: { readonly complete: boolean };
  readonly model: { readonly kind: string } | undefined;
}

const isConfiguration = (model: ConfigurationFile['model']): model is ConfigurationModel =>
  model?.kind === 'configuration';

/** The configurations among the documents of each workspace folder. What is remembered of others is forgotten. */
export function configurationsByFolder(
  documents: Iterable<ConfigurationFile & { readonly kind: string | undefined }>,
  folders: readonly string[],
  memory: ConfigurationMemory,
): ReadonlyMap<string, Configurations> {
  const byFolder = new Map<string, Map<string, ConfigurationModel>>();
  const known = new Set<string>();
  for (const { uri, kind, tree, model } of documents) {
    if (kind !== 'configuration') continue;
    known.add(uri);
    if (tree.complete) {
      if (isConfiguration(model)) memory.set(uri, model);
      else memory.delete(uri);
    }
    const counts = memory.get(uri) ?? (isConfiguration(model) ? model : undefined);
    if (counts === undefined) continue;
    const folder = folderOf(uri, folders);
    const inFolder = byFolder.get(folder) ?? new Map<string, ConfigurationModel>();
    byFolder.set(folder, inFolder.set(parentOf(uri), counts));
  }
  for (const uri of memory.keys()) if (!known.has(uri)) memory.delete(uri);
  return byFolder;
}
