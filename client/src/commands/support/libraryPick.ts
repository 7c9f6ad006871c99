/** Choosing a document of the library, with a look at its text and graph before anything is written. */
import type { QuickInputButton } from 'vscode';
import { l10n, QuickInputButtons, Range, ThemeIcon, Uri, window } from 'vscode';
import type { LibraryEntry, LibraryHit } from '../../../../server/src/lsp/protocol.ts';
import type { GraphView } from '../../views/graph/graphView.ts';
import { entryItem, type LibraryItem } from './libraryItems.ts';
import { createLibraryPreview } from './libraryPreview.ts';
import { type Answer, shown } from './prompts.ts';
import type { StepPlace } from './steps.ts';

export interface LibraryQuestion {
  readonly title: string;
  readonly placeholder: string;
  /** What is shown where nothing is typed. */
  readonly items: (preview: QuickInputButton) => readonly LibraryItem[];
  /** Those that may be found. */
  readonly entries: readonly LibraryEntry[];
  /** Finds among all that the library has. */
  readonly search: (query: string) => Promise<readonly LibraryHit[]>;
  /** What stood in the box before. */
  readonly query: string;
  /** Is told what stands in the box. */
  readonly typed: (query: string) => void;
  /** Whether an item is the one that was chosen before. */
  readonly wasChosen: (item: LibraryItem) => boolean;
}

/** So long an entry is in focus before a preview follows, in milliseconds: who holds an arrow key sees only where they stop. */
const pause = 150;

/** Closes what was shown for a look before it answers. The value is an item with an entry or a group. */
export async function askLibrary(
  place: StepPlace,
  question: LibraryQuestion,
  graphs: GraphView,
): Promise<Answer<LibraryItem>> {
  const preview: QuickInputButton = {
    iconPath: new ThemeIcon('open-preview'),
    tooltip: l10n.t('Show Text and Graph'),
  };
  const pick = window.createQuickPick<LibraryItem>();
  // The order is that of the search. An editor that does not know this takes titles that match to the top, which is nearly the same.
  Object.assign(pick, { sortByLabel: false });
  pick.placeholder = question.placeholder;
  pick.buttons = [preview];
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.value = question.query;
  const list = createList(pick, question, preview);
  const look = createLook(graphs);
  const answer = await shown<LibraryItem>(pick, question.title, place, answered => [
    look,
    pick.onDidChangeValue(query => {
      question.typed(query);
      void list.update();
    }),
    pick.onDidTriggerItemButton(({ item }) => look.begin(item)),
    pick.onDidTriggerButton(button => {
      if (button === QuickInputButtons.Back) answered('back');
      else look.begin(pick.activeItems[0]);
    }),
    pick.onDidChangeActive(([item]) => look.follow(item)),
    pick.onDidAccept(async () => {
      const item = await list.chosen();
      if (item !== undefined && isChoice(item)) answered({ value: item });
    }),
  ]);
  await look.close();
  return answer;
}

/** An empty box would look as if the search had not ended. */
const nothingFound = (): LibraryItem => ({
  label: l10n.t('Nothing in the library has these words.'),
  alwaysShow: true,
});

/** Headings are none, and neither is the word that nothing was found. */
const isChoice = ({ entry, group }: LibraryItem): boolean => entry !== undefined || group !== undefined;

/** Keeps the items of a box as its text says. */
function createList(
  pick: {
    items: readonly LibraryItem[];
    activeItems: readonly LibraryItem[];
    busy: boolean;
    readonly value: string;
  },
  { items, entries, search, wasChosen }: LibraryQuestion,
  preview: QuickInputButton,
) {
  const byUri = new Map(entries.map(entry => [entry.uri, entry]));
  /** The text that the items belong to. */
  let listed: string | undefined;
  const itemsFor = async (query: string): Promise<readonly LibraryItem[]> => {
    if (query.trim() === '') return items(preview);
    const found = (await search(query)).flatMap(hit => {
      const entry = byUri.get(hit.uri);
      return entry === undefined
        ? []
        : [{ ...entryItem(entry, preview, { isInGroup: false, hit }), alwaysShow: true }];
    });
    return found.length > 0 ? found : [nothingFound()];
  };
  const update = async (): Promise<void> => {
    const { value } = pick;
    pick.busy = true;
    const found = await itemsFor(value);
    // The person wrote on, and what belongs to that is on its way.
    if (value !== pick.value) return;
    const isFirst = listed === undefined;
    pick.items = found;
    listed = value;
    pick.busy = false;
    const before = isFirst ? found.find(wasChosen) : undefined;
    if (before !== undefined) pick.activeItems = [before];
  };
  void update();
  return {
    update,
    /** Who presses Enter before the list has followed their typing means the best of what they typed. */
    chosen: async (): Promise<LibraryItem | undefined> => {
      if (listed === pick.value) return pick.activeItems[0] ?? pick.items.find(isChoice);
      const { value } = pick;
      await update();
      return listed === value ? pick.items.find(isChoice) : undefined;
    },
  };
}

/** What is shown of the entry that has the focus, from the moment that somebody wants to see one. */
function createLook(graphs: GraphView) {
  const preview = createLibraryPreview(graphs);
  let isWanted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (item: LibraryItem | undefined): void => {
    clearTimeout(timer);
    const { entry, range } = item ?? {};
    if (entry === undefined) return;
    const { start, end } = range ?? {};
    const passage = start && end && new Range(start.line, start.character, end.line, end.character);
    timer = setTimeout(() => {
      void preview.show(Uri.parse(entry.uri), entry.kind !== 'plan', passage);
    }, pause);
  };
  return {
    begin: (item: LibraryItem | undefined): void => {
      isWanted = true;
      show(item);
    },
    follow: (item: LibraryItem | undefined): void => {
      if (isWanted) show(item);
    },
    dispose: () => clearTimeout(timer),
    close: preview.close,
  };
}
