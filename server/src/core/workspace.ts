/**
 * The only way the core reaches files. Node, a web worker, the command line and tests each bring one.
 * URIs are strings in the form the client uses; implementations normalise what they return the same way.
 */
export interface Workspace {
  /** The workspace folders' URIs, without a trailing slash. */
  folders(): readonly string[];
  /**
   * URIs of all files below the folders whose name `isWanted`; no ignored or version-control folders.
   * @param isWanted is asked with the decoded name of a file, without its folder.
   */
  list(isWanted: (name: string) => boolean, signal?: StopSignal): Promise<readonly string[]>;
  /**
   * URIs of the files that lie exactly so below a workspace folder as one of `paths` says, in folders that begin with a dot too, each
   * file once. What lies outside of its workspace folder behind a link is left out.
   */
  find(paths: readonly PathPattern[], signal?: StopSignal): Promise<readonly string[]>;
  /** The text of a file; `undefined` where there is none, or it is no text, or larger than `limit` bytes. */
  read(uri: string, limit: number): Promise<string | undefined>;
}

/** The library of chains that ships beside the program. */
export interface Library {
  /** The file that the build packs it into; `undefined` where it cannot be read. */
  read(): Promise<string | undefined>;
}

/** The names on the way from a folder down to a file: one name, or what it must match. */
export type PathPattern = readonly (string | RegExp)[];

/** What the core reads of an `AbortSignal`; that type belongs to the platforms. */
export interface StopSignal {
  readonly aborted: boolean;
}
