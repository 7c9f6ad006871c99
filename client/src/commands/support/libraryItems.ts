/** How the library looks in a list to choose from: its categories, and what is in them. */
import type { QuickInputButton, QuickPickItem } from 'vscode';
import { l10n, QuickPickItemKind, ThemeIcon } from 'vscode';
import type { LibraryEntry, LibraryHit } from '../../../../server/src/lsp/protocol.ts';

/** A category of chains, all suites, or all prompt plans. */
export interface LibraryGroup {
  /** The same for the same group, whatever else is in the library. */
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  readonly entries: readonly LibraryEntry[];
}

export interface LibraryItem extends QuickPickItem {
  readonly entry?: LibraryEntry;
  readonly group?: LibraryGroup;
  /** Where in the entry's text was found what was looked for. */
  readonly range?: LibraryHit['range'];
}

/** Suites and plans come first: they are few, and nobody who looks for one would seek them below all the categories. */
export function groupsOf(entries: readonly LibraryEntry[]): readonly LibraryGroup[] {
  const groups = new Map<string, LibraryEntry[]>();
  for (const entry of entries) {
    const id = entry.kind === 'chain' ? `category:${entry.category ?? ''}` : entry.kind;
    groups.set(id, [...(groups.get(id) ?? []), entry]);
  }
  const made = [...groups].map(([id, members]): LibraryGroup => {
    const [first] = members;
    if (id === 'suite') return { id, label: l10n.t('Suites'), icon: 'project', entries: members };
    if (id === 'plan') return { id, label: l10n.t('Prompt plans'), icon: 'checklist', entries: members };
    const category = first?.kind === 'chain' ? first.category : undefined;
    return { id, label: category ?? l10n.t('No category'), icon: 'tag', entries: members };
  });
  const rank = ({ id }: LibraryGroup): number => (id === 'suite' ? 0 : id === 'plan' ? 1 : 2);
  return made.sort((left, right) => rank(left) - rank(right) || left.label.localeCompare(right.label));
}

export const groupItem = (group: LibraryGroup): LibraryItem => ({
  label: plain(group.label),
  description: amount(group),
  iconPath: new ThemeIcon(group.icon),
  group,
});

function amount({ id, entries }: LibraryGroup): string {
  const count = entries.length;
  if (id === 'suite') return count === 1 ? l10n.t('1 suite') : l10n.t('{0} suites', count);
  if (id === 'plan') return count === 1 ? l10n.t('1 prompt plan') : l10n.t('{0} prompt plans', count);
  return count === 1 ? l10n.t('1 chain') : l10n.t('{0} chains', count);
}

/** The entries of a group, plans below the domains that they belong to. */
export function itemsIn({ entries }: LibraryGroup, preview: QuickInputButton): readonly LibraryItem[] {
  let domain: string | undefined;
  return entries.flatMap((entry): LibraryItem[] => {
    const own = entry.kind === 'plan' ? entry.domain : undefined;
    const isFirst = own !== undefined && own !== domain;
    domain = own;
    const heading = isFirst ? [{ label: own, kind: QuickPickItemKind.Separator }] : [];
    return [...heading, entryItem(entry, preview, { isInGroup: true })];
  });
}

const icons = { chain: 'layers', suite: 'project', plan: 'checklist' } as const;

export interface EntryContext {
  /** Its group is said elsewhere. */
  readonly isInGroup: boolean;
  /** Where was found what was looked for; `undefined`: in what the entry says of itself. */
  readonly hit?: LibraryHit;
}

export const entryItem = (
  entry: LibraryEntry,
  preview: QuickInputButton,
  { isInGroup, hit }: EntryContext,
): LibraryItem => ({
  label: plain(entry.title),
  description: plain(joined(isInGroup ? undefined : groupOf(entry), description(entry))),
  detail: plain(hit?.passage ?? detail(entry)),
  iconPath: new ThemeIcon(icons[entry.kind]),
  buttons: [preview],
  entry,
  range: hit?.range,
});

function groupOf(entry: LibraryEntry): string | undefined {
  if (entry.kind === 'chain') return entry.category;
  return entry.kind === 'suite' ? l10n.t('Suite') : joined(l10n.t('Prompt plan'), entry.domain);
}

function description(entry: LibraryEntry): string | undefined {
  if (entry.kind === 'plan') return joined(entry.item, entry.owner);
  if (entry.kind === 'suite') return l10n.t('{0} items in {1} phases', entry.items, entry.phases);
  const steps = entry.steps === 1 ? l10n.t('1 step') : l10n.t('{0} steps', entry.steps);
  return joined(steps, entry.timeline);
}

const detail = (entry: LibraryEntry): string =>
  entry.kind === 'chain'
    ? joined(entry.trigger ?? entry.summary, entry.skills.join(', '))
    : (entry.summary ?? entry.id);

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ');

/** A word such as $(x) in a title is no icon. */
export const plain = (text: string): string => text.replaceAll('$(', '$\u200b(');
