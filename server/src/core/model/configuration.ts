/** The meaning of one configuration. Made from any tree; what cannot be read is absent. */
import type { MapNode } from '../syntax/tree.ts';

export const presets = ['recommended', 'strict'] as const;
/** How much is asked for. */
export type Preset = (typeof presets)[number];

export const levels = ['off', 'hint', 'information', 'warning', 'error', 'on'] as const;
/** How loudly the findings of a rule are said. `on`: in its own severity, whatever the preset. */
export type Level = (typeof levels)[number];

/** What is said in one place. */
export interface ConfigurationLayer {
  /** Paths from the folder of the file, as written; `undefined`: all files. */
  readonly files: readonly string[] | undefined;
  readonly preset: Preset | undefined;
  /** By the codes of rules, whether there are such rules or not. */
  readonly levels: ReadonlyMap<string, Level>;
}

export interface ConfigurationModel {
  readonly kind: 'configuration';
  /** What stands further out does not count. */
  readonly root: boolean;
  /** First what counts for all files, then the overrides; of two that say something of the same the later one counts. */
  readonly layers: readonly ConfigurationLayer[];
  readonly syntax: MapNode;
}
