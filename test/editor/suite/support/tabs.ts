/** The tabs of the window, as the extension host knows them: a step behind what the window shows. */
import { type Tab, window } from 'vscode';
import { until } from './until.ts';

/** Every tab of every group. */
export const tabs = (): Tab[] => window.tabGroups.all.flatMap(group => group.tabs);

/** Waits until the tab with this label is the one that its group shows. */
export const untilTab = (label: string): Promise<Tab> =>
  until(
    `the active tab ${label}`,
    [listener => window.tabGroups.onDidChangeTabs(listener)],
    () => tabs().find(tab => tab.label === label && tab.isActive),
    () => `There are: ${tabs().map(tab => tab.label)}.`,
  );
