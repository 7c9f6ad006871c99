/**
 * Holds the documents of a workspace, open or read from disk, and gives an immutable snapshot of them.
 * The one place of the core with state: what is read is kept by version and freed when a document goes.
 */
import type { CatalogueModel } from '../model/catalogue.ts';
import { groupBy } from '../util/groupBy.ts';
import type { StopSignal, Workspace } from '../workspace.ts';
import { type AgentSkillFiles, refreshAgentSkills } from './agentSkillFiles.ts';
import { leadsToAgentSkills } from './agentSkillPlaces.ts';
import { chainIndex, namingIndex } from './chains.ts';
import {
  type CheckingSettings,
  type ConfigurationMemory,
  checkingOf,
  configurationsByFolder,
  isSameSettings,
} from './checking.ts';
import { dependentsOf } from './dependents.ts';
import { readDocument } from './documentState.ts';
import { agentSkillFace, faceOf, listedLine } from './faces.ts';
import { handoffCircles, handoffIndex } from './handoffs.ts';
import { type LikenessMemory, likenessIndex } from './likeness.ts';
import { fileName, folderOf, isProjectFile } from './places.ts';
import { skillIndex } from './skills.ts';
import type { DocumentState, ProjectSnapshot, SkillIndex } from './snapshot.ts';

/** A file larger than this many bytes is not read from disk; open, it is looked at by the limits of the syntax tree. */
const largestFile = 2_000_000;

/** Files whose reading is on its way together: enough to hide the way to a distant disk. */
const readAtOnce = 64;

/** What changed with an update, for those who publish. */
export interface ProjectChange {
  /** Documents whose own model is new. */
  readonly documents: readonly string[];
  /** Open documents whose findings may differ because of a change elsewhere (a catalogue, a chain's id). */
  readonly affected: readonly string[];
  /** Documents that are not open and whose findings may differ: they are new, or something elsewhere changed. */
  readonly closed: readonly string[];
  /** Documents that are known no longer. */
  readonly gone: readonly string[];
  /** The list of chains or that of suites differs. */
  readonly chains: boolean;
}

export interface Project {
  /** `shipped`: the catalogues of the library, whose skills count last; by default they stay as they are. */
  load(signal?: StopSignal, shipped?: Promise<readonly DocumentState[]>): Promise<ProjectChange>;
  setDocument(uri: string, version: number, text: string): ProjectChange;
  closeDocument(uri: string): Promise<ProjectChange>;
  /** The file of an open document is gone: to all others the document is too, until its text is set again. */
  orphanDocument(uri: string): ProjectChange;
  refresh(uris: readonly string[]): Promise<ProjectChange>;
  /** The person's settings are these from now on. */
  configure(settings: CheckingSettings): ProjectChange;
  /** Frees what can be made again of documents that are not open. */
  tidyUp(): void;
  snapshot(): ProjectSnapshot;
}

/** The documents at one moment; each update makes the next. */
interface Documents {
  readonly open: ReadonlyMap<string, DocumentState>;
  /** Open ones whose file is gone. */
  readonly orphans: ReadonlyMap<string, DocumentState>;
  readonly disk: ReadonlyMap<string, DocumentState>;
  readonly agentSkills: AgentSkillFiles;
  /** The catalogues of the library, which are no documents of the workspace. */
  readonly shipped: readonly DocumentState[];
  readonly folders: readonly string[];
  readonly settings: CheckingSettings;
  readonly complete: boolean;
}

export function createProject(workspace: Workspace): Project {
  let documents: Documents = {
    open: new Map(),
    orphans: new Map(),
    disk: new Map(),
    agentSkills: new Map(),
    shipped: [],
    folders: workspace.folders(),
    settings: {},
    complete: false,
  };
  const memory: Memory = {
    skills: new Map(),
    configurations: new Map(),
    likeness: new WeakMap(),
    compared: new Set(),
  };
  let current = takeSnapshot(documents, memory);
  // Reading is asynchronous: one update at a time, so that an older text never replaces a newer one.
  let last: Promise<unknown> = Promise.resolve();

  const apply = (next: Documents): ProjectChange => {
    const before = current;
    const isSettled = next.settings === documents.settings;
    documents = next;
    current = takeSnapshot(next, memory);
    const isCompared = (uri: string): boolean => memory.compared.has(folderOf(uri, next.folders));
    return changeBetween(before, current, { isSettled, isCompared }, next);
  };
  const inTurn = (update: () => Promise<Documents>): Promise<ProjectChange> => {
    const done = last.then(update).then(apply);
    last = done.catch(() => undefined);
    return done;
  };
  const read = async (uri: string): Promise<DocumentState | undefined> => {
    const known = documents.disk.get(uri);
    const text = await workspace.read(uri, largestFile);
    if (text === undefined) return undefined;
    return readDocument(uri, undefined, text, known ?? documents.open.get(uri));
  };
  const readAll = async (signal?: StopSignal): Promise<Documents> => {
    const disk = new Map<string, DocumentState>();
    const uris = await workspace.list(isProjectFile, signal);
    for (let at = 0; at < uris.length; at += readAtOnce) {
      if (signal?.aborted === true) return { ...documents, folders: workspace.folders() };
      const states = await Promise.all(uris.slice(at, at + readAtOnce).map(read));
      for (const state of states) if (state !== undefined) disk.set(state.uri, state);
    }
    const agentSkills = await refreshAgentSkills(workspace, documents.agentSkills, undefined, signal);
    if (agentSkills === undefined || signal?.aborted === true)
      return { ...documents, folders: workspace.folders() };
    return { ...documents, disk, agentSkills, folders: workspace.folders(), complete: true };
  };
  const readAgain = async (uris: readonly string[]): Promise<Documents> => {
    const isDocument = (uri: string): boolean =>
      documents.disk.has(uri) ||
      !(documents.agentSkills.has(uri) || leadsToAgentSkills(uri, documents.folders));
    const own = uris.filter(isDocument);
    const isSameFolders = workspace.folders().join() === documents.folders.join();
    if (uris.length === 0 || !isSameFolders || own.some(uri => !documents.disk.has(uri))) return readAll();
    const disk = new Map(documents.disk);
    for (let at = 0; at < own.length; at += readAtOnce) {
      const batch = own.slice(at, at + readAtOnce);
      const states = await Promise.all(batch.map(read));
      for (const [place, uri] of batch.entries()) {
        const state = states[place];
        if (state === undefined) disk.delete(uri);
        else disk.set(uri, state);
      }
    }
    const agentSkills = await refreshAgentSkills(workspace, documents.agentSkills, uris);
    return { ...documents, disk, agentSkills: agentSkills ?? documents.agentSkills };
  };

  return {
    load: (signal, shipped) =>
      inTurn(async () => {
        const read = await readAll(signal);
        const ships = await shipped;
        // What came in the meantime counts.
        const { open, orphans, settings } = documents;
        return { ...read, open, orphans, settings, shipped: ships ?? read.shipped };
      }),
    setDocument: (uri, version, text) => {
      const known = documents.open.get(uri);
      if (known?.version === version && known.text === text) return noChange;
      const before = known ?? documents.orphans.get(uri) ?? documents.disk.get(uri);
      const open = new Map(documents.open).set(uri, readDocument(uri, version, text, before));
      return apply({ ...documents, open, orphans: replaced(documents.orphans, uri, undefined) });
    },
    closeDocument: uri => {
      const closing = documents.open.get(uri);
      return inTurn(async () => {
        const state = documents.disk.has(uri) || isListed(uri) ? await read(uri) : undefined;
        const open = new Map(documents.open);
        // It may have been opened again while its file was read.
        if (open.get(uri) === closing) open.delete(uri);
        const orphans = replaced(documents.orphans, uri, undefined);
        return { ...documents, open, orphans, disk: replaced(documents.disk, uri, state) };
      });
    },
    orphanDocument: uri => {
      const state = documents.open.get(uri);
      return state === undefined
        ? noChange
        : apply({
            ...documents,
            open: replaced(documents.open, uri, undefined),
            orphans: replaced(documents.orphans, uri, state),
            disk: replaced(documents.disk, uri, undefined),
          });
    },
    refresh: uris => inTurn(() => readAgain(uris)),
    configure: settings =>
      isSameSettings(documents.settings, settings) ? noChange : apply({ ...documents, settings }),
    tidyUp: () => {
      for (const [uri, state] of documents.disk) if (!documents.open.has(uri)) state.tidyUp();
    },
    snapshot: () => current.snapshot,
  };
}

const noChange: ProjectChange = { documents: [], affected: [], closed: [], gone: [], chains: false };

const isListed = (uri: string): boolean => isProjectFile(fileName(uri));

function replaced<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  value: Value | undefined,
): ReadonlyMap<string, Value> {
  const next = new Map(map);
  if (value === undefined) next.delete(key);
  else next.set(key, value);
  return next;
}

/** The last index of skills of each folder, and what it was made from: most edits leave it as it is. */
type SkillMemory = Map<
  string,
  {
    readonly models: readonly CatalogueModel[];
    readonly agentSkills: AgentSkillFiles;
    readonly shipped: readonly DocumentState[];
    readonly index: SkillIndex;
  }
>;

/** What snapshots make once and keep for those that follow. */
interface Memory {
  readonly likeness: LikenessMemory;
  /** The folders whose chains somebody compares: what is said of them may rest on chains that change. */
  readonly compared: Set<string>;
  readonly skills: SkillMemory;
  readonly configurations: ConfigurationMemory;
}

/** A snapshot, and which workspace folder a document belongs to in it. */
interface Taken {
  readonly snapshot: ProjectSnapshot;
  readonly folders: readonly string[];
  readonly folderOf: (uri: string) => string;
}

function takeSnapshot(made: Documents, memory: Memory): Taken {
  const { open, orphans, disk, agentSkills, shipped, folders, complete } = made;
  const documents = new Map([...disk, ...open]);
  const byFolder = groupBy([...documents.values()], state => folderOf(state.uri, folders));
  const inFolder = (folder: string): readonly DocumentState[] => byFolder.get(folder) ?? [];
  const skills = lazily(folder => {
    const catalogues = cataloguesOf(inFolder(folder));
    const models = catalogues.map(({ model }) => model);
    const known = memory.skills.get(folder);
    const isSame =
      known?.agentSkills === agentSkills &&
      known.shipped === shipped &&
      known.models.length === models.length &&
      known.models.every((model, at) => model === models[at]);
    if (isSame) return known.index;
    const files = [...agentSkills.values()].filter(file => file.folder === folder);
    const index = skillIndex({ folder, catalogues, files, library: cataloguesOf(shipped) });
    memory.skills.set(folder, { models, agentSkills, shipped, index });
    return index;
  });
  const chains = lazily(folder => chainIndex(inFolder(folder)));
  const sorted = lazily(folder =>
    inFolder(folder).toSorted((left, right) => (left.uri < right.uri ? -1 : 1)),
  );
  const handoffs = lazily(folder => handoffIndex(sorted(folder)));
  const naming = lazily(folder => namingIndex(sorted(folder)));
  const circles = lazily(folder => handoffCircles(chains(folder)));
  const likenesses = lazily(folder => likenessIndex(sorted(folder), memory.likeness));
  const configurations = configurationsByFolder(documents.values(), folders, memory.configurations);
  const checking = (uri: string) => {
    const folder = folderOf(uri, folders);
    return checkingOf(uri, folder, configurations.get(folder) ?? new Map(), made.settings);
  };
  return {
    snapshot: {
      documents,
      orphans,
      agentSkills,
      complete,
      linesOf: uri =>
        (
          documents.get(uri) ??
          orphans.get(uri) ??
          agentSkills.get(uri) ??
          shipped.find(each => each.uri === uri)
        )?.lines,
      folderOf: uri => folderOf(uri, folders) || undefined,
      checkingFor: checking,
      skillsFor: uri => skills(folderOf(uri, folders)),
      chainsFor: uri => chains(folderOf(uri, folders)),
      handoffCirclesFor: uri => circles(folderOf(uri, folders)),
      handoffsNaming: uri => handoffs(folderOf(uri, folders)),
      documentsNaming: uri => naming(folderOf(uri, folders)),
      neighboursOf: uri => sorted(folderOf(uri, folders)),
      chainsLike: uri => {
        memory.compared.add(folderOf(uri, folders));
        return likenesses(folderOf(uri, folders)).get(uri) ?? [];
      },
      trying: (uri, text) => {
        const known = documents.get(uri) ?? orphans.get(uri);
        const state = readDocument(uri, known?.version, text, known);
        const kept = {
          skills: new Map(memory.skills),
          configurations: new Map(memory.configurations),
          likeness: memory.likeness,
          compared: new Set(memory.compared),
        };
        return takeSnapshot({ ...made, open: new Map(open).set(uri, state) }, kept).snapshot;
      },
    },
    folders,
    folderOf: uri => folderOf(uri, folders),
  };
}

/** In the order of their addresses, so that of a skill declared twice the same one always counts. */
function cataloguesOf(
  documents: readonly DocumentState[],
): readonly { readonly uri: string; readonly model: CatalogueModel }[] {
  const catalogues = documents.flatMap(({ uri, model }) =>
    model?.kind === 'catalogue' ? [{ uri, model }] : [],
  );
  return catalogues.sort((left, right) => (left.uri < right.uri ? -1 : 1));
}

function lazily<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return key => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** What is known of the two moments that a change lies between. */
interface Between {
  /** The person's settings are the same. */
  readonly isSettled: boolean;
  /** Whether somebody asks which chains of a document's folder are alike. */
  readonly isCompared: (uri: string) => boolean;
}

function changeBetween(
  before: Taken,
  after: Taken,
  { isSettled, isCompared }: Between,
  { open }: Documents,
): ProjectChange {
  const was = before.snapshot.documents;
  const is = after.snapshot.documents;
  const changed = [...is.values()].filter(state => was.get(state.uri) !== state).map(state => state.uri);
  const gone = [...was.keys()].filter(uri => !is.has(uri));
  const moved = [...changed, ...gone];
  const everything = !isSettled || before.snapshot.complete !== after.snapshot.complete;
  // Where all is looked at anew, it need not be asked what of it others see.
  const seenElsewhere = everything ? [] : moved.filter(uri => faceOf(was.get(uri)) !== faceOf(is.get(uri)));
  // The text of a document may be the same, and its neighbours others.
  const isSettledAsBefore = before.folders.join() === after.folders.join();
  const resettled = isSettledAsBefore
    ? []
    : [...is.keys()].filter(uri => was.has(uri) && before.folderOf(uri) !== after.folderOf(uri));
  const folders = new Set([
    ...seenElsewhere.map(uri => after.folderOf(uri)),
    ...resettled.flatMap(uri => [before.folderOf(uri), after.folderOf(uri)]),
    ...changedAgentSkills(before.snapshot.agentSkills, after.snapshot.agentSkills),
  ]);
  const own = new Set(changed);
  const isReached = (uri: string): boolean => everything || folders.has(after.folderOf(uri));
  const alone = moved.filter(uri => !isReached(uri));
  const dependents = dependentsOf(alone, before.snapshot, after.snapshot, isCompared);
  const isAffected = (uri: string): boolean => !own.has(uri) && (isReached(uri) || dependents.has(uri));
  const affected = [...open.keys()].filter(isAffected);
  const closed = [...is.keys()].filter(uri => !open.has(uri) && (own.has(uri) || isAffected(uri)));
  const chains = moved.some(uri => listedLine(was.get(uri)) !== listedLine(is.get(uri)));
  return { documents: changed, affected, closed, gone, chains };
}

/** The workspace folders in which agents keep other skills than before. */
function changedAgentSkills(before: AgentSkillFiles, after: AgentSkillFiles): readonly string[] {
  if (before === after) return [];
  return [...before.values(), ...after.values()]
    .filter(({ uri }) => agentSkillFace(before.get(uri)) !== agentSkillFace(after.get(uri)))
    .map(({ folder }) => folder);
}
