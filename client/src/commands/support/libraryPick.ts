/** Choosing a chain of the library, with a look at its graph and text before anything is written; and what else to take with it. */
import type { QuickInputButton, QuickPickItem } from 'vscode';
import { l10n, QuickPickItemKind, ThemeIcon, Uri, window } from 'vscode';
import type { LibraryChain, TakeResult } from '../../../../server/src/lsp/protocol.ts';
import type { GraphView } from '../../views/graph/graphView.ts';
import { createLibraryPreview } from './libraryPreview.ts';

interface LibraryItem extends QuickPickItem {
  /** `undefined`: the heading of a category. */
  readonly chain?: LibraryChain;
}

/** So long a chain is in focus before a preview follows, in milliseconds: who holds an arrow key sees only where they stop. */
const pause = 150;

/** Closes what was shown for a look before it answers. `undefined`: the person left. */
export function askLibraryChain(
  chains: readonly LibraryChain[],
  graphs: GraphView,
): Promise<LibraryChain | undefined> {
  const preview: QuickInputButton = {
    iconPath: new ThemeIcon('open-preview'),
    tooltip: l10n.t('Show Graph and Text'),
  };
  const pick = window.createQuickPick<LibraryItem>();
  const shown = createLibraryPreview(graphs);
  pick.title = l10n.t('New Chain from Library');
  pick.placeholder = l10n.t('Search titles, skills and what sets a chain off');
  pick.items = itemsOf(chains, preview);
  pick.buttons = [preview];
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  let isPreviewing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (item: LibraryItem | undefined): void => {
    clearTimeout(timer);
    const { chain } = item ?? {};
    if (chain !== undefined) timer = setTimeout(() => void shown.show(Uri.parse(chain.uri)), pause);
  };
  return new Promise(resolve => {
    let isAnswered = false;
    const finish = async (chain: LibraryChain | undefined): Promise<void> => {
      if (isAnswered) return;
      isAnswered = true;
      clearTimeout(timer);
      pick.dispose();
      await shown.close();
      resolve(chain);
    };
    pick.onDidTriggerItemButton(({ item }) => {
      isPreviewing = true;
      show(item);
    });
    pick.onDidTriggerButton(() => {
      isPreviewing = true;
      show(pick.activeItems[0]);
    });
    pick.onDidChangeActive(([item]) => {
      if (isPreviewing) show(item);
    });
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item?.chain !== undefined) void finish(item.chain);
    });
    pick.onDidHide(() => void finish(undefined));
    pick.show();
  });
}

function itemsOf(chains: readonly LibraryChain[], preview: QuickInputButton): readonly LibraryItem[] {
  let category: string | undefined;
  return chains.flatMap((chain, at): LibraryItem[] => {
    const isFirst = at === 0 || chain.category !== category;
    category = chain.category;
    const label = chain.category ?? l10n.t('No category');
    const steps = chain.steps === 1 ? l10n.t('1 step') : l10n.t('{0} steps', chain.steps);
    const heading = isFirst ? [{ label, kind: QuickPickItemKind.Separator }] : [];
    const item: LibraryItem = {
      // A word such as $(x) in a title is no icon.
      label: plain(chain.title),
      description: plain([steps, chain.timeline].filter(Boolean).join(' · ')),
      detail: plain([chain.trigger ?? chain.summary, chain.skills.join(', ')].filter(Boolean).join(' · ')),
      buttons: [preview],
      chain,
    };
    return [...heading, item];
  });
}

const plain = (text: string): string => text.replaceAll('$(', '$\u200b(');

/** The addresses of those that are to be taken as well; `undefined`: the person left. */
export async function askCompany(missing: TakeResult['missing']): Promise<readonly string[] | undefined> {
  const chosen = await window.showQuickPick(
    missing.map(({ uri, title, id, as }) => ({
      label: plain(title),
      description: id,
      detail:
        as === 'sub-chain'
          ? l10n.t('The chain runs it as a part of itself, and is not whole without it.')
          : l10n.t('The chain hands over to it.'),
      picked: as === 'sub-chain',
      uri,
    })),
    {
      canPickMany: true,
      ignoreFocusOut: true,
      title: l10n.t('New Chain from Library'),
      placeHolder: l10n.t('Which of the chains that it names come along?'),
    },
  );
  return chosen?.map(({ uri }) => uri);
}
