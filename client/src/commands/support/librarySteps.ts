/** The questions of New from Library: which of the library, in which folder, at which place, and what comes along. */
import { InputBoxValidationSeverity, l10n, Uri, workspace } from 'vscode';
import {
  type ChainSummary,
  chainsMethod,
  type LibraryEntry,
  type LibraryHit,
  type LibrarySuite,
  type SearchLibraryParams,
  searchLibraryMethod,
  type TakeParams,
  type TakeResult,
  takeMethod,
} from '../../../../server/src/lsp/protocol.ts';
import type { ServerClient } from '../../languageClient.ts';
import type { CommandContext } from '../command.ts';
import type { Folder } from './chainFile.ts';
import { groupItem, groupsOf, itemsIn, type LibraryGroup, plain } from './libraryItems.ts';
import { askLibrary, type LibraryQuestion } from './libraryPick.ts';
import { destinationOf, type Place } from './libraryPlace.ts';
import { type Choice, choose, chooseSeveral, write } from './prompts.ts';
import type { Step } from './steps.ts';

/** What is known so far. */
export interface LibraryState {
  readonly group?: LibraryGroup;
  readonly entry?: LibraryEntry;
  /** `null`: no folder is open, so what is taken is no file. */
  readonly folder?: Folder | null;
  /** What is done with a suite where no folder is open. */
  readonly withoutFolder?: 'open-folder' | 'text-alone';
  /** What a person wrote for the place, or a caller gave. */
  readonly place?: string;
  /** The chains that may come along. */
  readonly missing?: TakeResult['missing'];
  /** The addresses of those of them that are wanted. */
  readonly company?: readonly string[];
}

export const heading = (): string => l10n.t('New from Library');

/** `entries` is all that the library has. What a person types is kept as long as these steps are. */
export function librarySteps(
  { server, graphs }: CommandContext,
  entries: readonly LibraryEntry[],
): readonly Step<LibraryState>[] {
  const drafts = new Map<string, string>();
  const question = (
    draft: string,
    rest: Pick<LibraryQuestion, 'placeholder' | 'items' | 'entries' | 'wasChosen'>,
  ): LibraryQuestion => ({
    ...rest,
    title: heading(),
    search: query => search(server, query),
    query: drafts.get(draft) ?? '',
    typed: query => drafts.set(draft, query),
  });
  const searchStep: Step<LibraryState> = {
    isKnown: ({ entry, group }) => entry !== undefined || group !== undefined,
    ask: async (state, place, before) => {
      const asked = question('', {
        placeholder: l10n.t('Search titles, skills, triggers, figures and words of the text'),
        items: () => groupsOf(entries).map(groupItem),
        entries,
        wasChosen: ({ entry, group }) =>
          entry === undefined ? group?.id === before?.group?.id : entry === before?.entry,
      });
      const answer = await askLibrary(place, asked, graphs);
      if (answer === undefined || answer === 'back') return answer;
      const { entry, group } = answer.value;
      return { ...state, ...(entry && { entry }), ...(group && { group }) };
    },
  };
  const groupStep: Step<LibraryState> = {
    isKnown: ({ entry }) => entry !== undefined,
    ask: async (state, place, before) => {
      const { group } = state;
      if (group === undefined) return state;
      const asked = question(group.id, {
        placeholder: l10n.t('Search {0}', group.label),
        items: preview => itemsIn(group, preview),
        entries: group.entries,
        wasChosen: ({ entry }) => entry !== undefined && entry === before?.entry,
      });
      const answer = await askLibrary(place, asked, graphs);
      if (answer === undefined || answer === 'back') return answer;
      const { entry } = answer.value;
      return entry === undefined ? undefined : { ...state, entry };
    },
  };
  return [searchStep, groupStep, folderStep(), withoutFolderStep(), placeStep(server, drafts), companyStep()];
}

const search = async (server: ServerClient, query: string): Promise<readonly LibraryHit[]> => {
  const params: SearchLibraryParams = { query };
  return (await server.request<readonly LibraryHit[]>(searchLibraryMethod, params)) ?? [];
};

function folderStep(): Step<LibraryState> {
  return {
    isKnown: ({ folder }) => folder !== undefined,
    ask: async (state, place, before) => {
      const choices = (workspace.workspaceFolders ?? []).map(
        (folder): Choice<Folder> => ({ label: plain(folder.name), value: folder }),
      );
      const placeholder =
        state.entry?.kind === 'chain'
          ? l10n.t('Which folder is the chain for?')
          : l10n.t('Which folder of the workspace is it for?');
      const active = choices.find(({ value }) => value === before?.folder);
      const answer = await choose(place, { title: heading(), placeholder }, choices, active);
      return answer === undefined || answer === 'back' ? answer : { ...state, folder: answer.value };
    },
  };
}

/** Why a suite cannot be taken where no folder is open. */
export const needsFolder = ({ items }: LibrarySuite): string =>
  l10n.t('The suite needs a folder for its {0} prompt plans, and none is open.', items);

/** A suite is nothing without what it runs: what can be done is for a person to say. */
function withoutFolderStep(): Step<LibraryState> {
  return {
    isKnown: ({ entry, folder, withoutFolder }) =>
      entry?.kind !== 'suite' || folder !== null || withoutFolder !== undefined,
    ask: async (state, place) => {
      if (state.entry?.kind !== 'suite') return state;
      const choices: readonly Choice<NonNullable<LibraryState['withoutFolder']>>[] = [
        {
          label: l10n.t('Open a folder'),
          detail: l10n.t(
            'The window opens it; then run the command again to take the suite with all its plans.',
          ),
          value: 'open-folder',
        },
        {
          label: l10n.t('Open the text of the suite alone'),
          detail: l10n.t('To be read, in a document that is not saved. Its plans stay in the library.'),
          value: 'text-alone',
        },
      ];
      const words = { title: heading(), placeholder: needsFolder(state.entry) };
      const answer = await choose(place, words, choices);
      return answer === undefined || answer === 'back' ? answer : { ...state, withoutFolder: answer.value };
    },
  };
}

function placeStep(server: ServerClient, drafts: Map<string, string>): Step<LibraryState> {
  return {
    isKnown: ({ place, folder }) => place !== undefined || folder === null,
    ask: async (state, place) => {
      const { entry, folder } = state;
      if (entry === undefined || folder == null) return state;
      const known = await placeIn(server, entry, folder);
      if (known === undefined) return { ...state, place: '' };
      const destination = destinationOf(entry);
      const { value, selection } = await destination.propose(entry, known);
      const draft = `${folder.uri.toString()} ${entry.uri}`;
      const typed = drafts.get(draft);
      const answer = await write(place, {
        title: heading(),
        prompt:
          entry.kind === 'suite'
            ? l10n.t('Name the folder that the suite and its plans go to.')
            : l10n.t('Change the path if you like; the file name is the id.'),
        value: typed ?? value,
        ...(typed === undefined && { selection }),
        typed: text => drafts.set(draft, text),
        validate: async text => {
          const problem = await destination.problem(text, entry, known);
          return problem === undefined
            ? { message: destination.creates(text, entry, known), severity: InputBoxValidationSeverity.Info }
            : { message: problem, severity: InputBoxValidationSeverity.Error };
        },
      });
      if (answer === undefined || answer === 'back') return answer;
      return { ...state, place: answer.value, missing: known.taken.missing };
    },
  };
}

/** What has to be known of a folder; `undefined`: the server does not answer. */
export async function placeIn(
  server: ServerClient,
  { uri, id }: LibraryEntry,
  folder: Folder,
): Promise<Place | undefined> {
  const [taken, chains] = await Promise.all([
    take(server, { documents: [{ uri, id }], folder: folder.uri.toString() }),
    server.request<readonly ChainSummary[]>(chainsMethod),
  ]);
  if (taken == null) return undefined;
  const owner = (address: Uri): string | undefined => workspace.getWorkspaceFolder(address)?.uri.toString();
  const own = owner(folder.uri);
  const ids = (chains ?? []).filter(chain => owner(Uri.parse(chain.uri)) === own).map(chain => chain.id);
  return { folder, ids: new Set(ids), taken };
}

export const take = (server: ServerClient, params: TakeParams): Promise<TakeResult | null | undefined> =>
  server.request<TakeResult | null>(takeMethod, params);

function companyStep(): Step<LibraryState> {
  return {
    // Only chains name chains by their ids.
    isKnown: ({ entry, missing, folder, company }) =>
      company !== undefined ||
      folder === null ||
      missing?.length === 0 ||
      (entry !== undefined && entry.kind !== 'chain'),
    ask: async (state, place, before) => {
      const { missing = [] } = state;
      if (missing.length === 0) return { ...state, company: [] };
      const choices = missing.map(
        ({ uri, title, id, as }): Choice<string> => ({
          label: plain(title),
          description: id,
          detail:
            as === 'sub-chain'
              ? l10n.t('The chain runs it as a part of itself, and is not whole without it.')
              : l10n.t('The chain hands over to it.'),
          picked: before?.company?.includes(uri) ?? as === 'sub-chain',
          value: uri,
        }),
      );
      const placeholder = l10n.t('Which of the chains that it names come along?');
      const answer = await chooseSeveral(place, { title: heading(), placeholder }, choices);
      return answer === undefined || answer === 'back' ? answer : { ...state, company: answer.value };
    },
  };
}
