/** The questions of a new document: what it comes from, in which folder, its form, its title, its place. At most four are asked. */
import type { InputBoxValidationMessage } from 'vscode';
import { InputBoxValidationSeverity, l10n, Uri, workspace } from 'vscode';
import {
  type DocumentKind,
  type DocumentSource,
  numberOf,
  pathBelow,
  proposeFileName,
  type TemplateName,
  templateOrder,
  templates,
  today,
} from '../../../../server/src/lsp/protocol.ts';
import type { ServerClient } from '../../languageClient.ts';
import { type DocumentFolder, documentFolder, folderReason, type Root } from './documentFolder.ts';
import { knownSources, sourceChoices } from './documentSources.ts';
import { below, exists, fileNames } from './files.ts';
import { type Choice, choose, write } from './prompts.ts';
import type { Step, StepPlace } from './steps.ts';

/** What is known so far. */
export interface DocumentState {
  /** `null`: it comes from no chain. */
  readonly source?: DocumentSource | null;
  /** `null`: no folder is open, so the document is no file. */
  readonly folder?: DocumentFolder | null;
  readonly template?: TemplateName;
  readonly title?: string;
  /** Below the workspace folder. */
  readonly path?: string;
}

/** `heading` is the title of the boxes. */
export function documentSteps(
  kind: DocumentKind,
  server: ServerClient,
  heading: string,
): readonly Step<DocumentState>[] {
  return [
    sourceStep(kind, server, heading),
    folderStep(kind, heading),
    templateStep(kind, heading),
    titleStep(kind, heading),
    pathStep(kind, heading),
  ];
}

/**
 * The folder that a source's document belongs to: that of its chain, else the only one. `undefined`: there are several, and a person must
 * say which. `null`: none is open.
 */
export async function folderFor(
  kind: DocumentKind,
  source: DocumentSource | null,
  chosen?: Root,
): Promise<DocumentFolder | null | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) return null;
  const own = source === null ? undefined : workspace.getWorkspaceFolder(Uri.parse(source.uri));
  const folder = chosen ?? own ?? (folders.length === 1 ? folders[0] : undefined);
  return folder && documentFolder(kind, folder);
}

function sourceStep(kind: DocumentKind, server: ServerClient, heading: string): Step<DocumentState> {
  return {
    isKnown: ({ source }) => source !== undefined,
    ask: async (state, place, before) => {
      const choices = sourceChoices(kind, await knownSources(server, kind));
      const placeholder =
        kind === 'adr' ? l10n.t('Which decision is recorded?') : l10n.t('Which chain was to handle it?');
      const active = choices.find(
        ({ value }) =>
          value?.source != null &&
          value.source.uri === before?.source?.uri &&
          value.source.node === before.source.node,
      );
      const answer = await choose(place, { title: heading, placeholder }, choices, active);
      if (answer === undefined || answer === 'back') return answer;
      const { source, root } = answer.value;
      return withFolder({ ...state, source }, await folderFor(kind, source, root));
    },
  };
}

const withFolder = (state: DocumentState, folder: DocumentFolder | null | undefined): DocumentState =>
  folder === undefined ? state : { ...state, folder };

function folderStep(kind: DocumentKind, heading: string): Step<DocumentState> {
  return {
    isKnown: ({ folder }) => folder !== undefined,
    ask: async (state, place) => {
      const choices = (workspace.workspaceFolders ?? []).map(
        (folder): Choice<Root> => ({ label: folder.name, value: folder }),
      );
      const placeholder = l10n.t('Which folder is the document for?');
      const answer = await choose(place, { title: heading, placeholder }, choices);
      if (answer === undefined || answer === 'back') return answer;
      return { ...state, folder: await documentFolder(kind, answer.value) };
    },
  };
}

function templateStep(kind: DocumentKind, heading: string): Step<DocumentState> {
  return {
    isKnown: ({ template }) => template !== undefined || templates[kind].length === 1,
    ask: async (state, place, before) => {
      const choices = templateOrder(kind, state.folder?.reason).map(
        (value): Choice<TemplateName> => ({ ...templateWords(value), value }),
      );
      const placeholder = l10n.t('Which form shall it have?');
      const active = choices.find(({ value }) => value === before?.template);
      const answer = await choose(place, { title: heading, placeholder }, choices, active);
      return answer === undefined || answer === 'back' ? answer : { ...state, template: answer.value };
    },
  };
}

function templateWords(template: TemplateName): { readonly label: string; readonly detail: string } {
  switch (template) {
    case 'madr':
      return {
        label: l10n.t('MADR'),
        detail: l10n.t('Context, drivers, options with pros and cons, outcome, risks, confirmation'),
      };
    case 'madr-minimal':
      return { label: l10n.t('MADR, minimal'), detail: l10n.t('Context, options, outcome') };
    case 'nygard':
      return {
        label: l10n.t('Nygard'),
        detail: l10n.t('Status, context, decision, consequences, as adr-tools writes them'),
      };
    case 'post-mortem':
      return { label: l10n.t('Post-mortem'), detail: l10n.t('Standard size') };
  }
}

function titleStep(kind: DocumentKind, heading: string): Step<DocumentState> {
  return {
    isKnown: ({ title }) => title !== undefined,
    ask: async (state, place, before) => {
      const { folder, source } = state;
      const prompt =
        kind === 'adr'
          ? l10n.t('What is decided? Best is a title that says the outcome.')
          : l10n.t('What happened? Best is a title that says what people noticed.');
      const answer = await write(place, {
        title: heading,
        prompt,
        placeholder: kind === 'adr' ? l10n.t('Use YAML for chains') : l10n.t('Checkout failed for two hours'),
        value: before?.title ?? source?.title ?? '',
        validate: async title => {
          if (title.trim() === '') return 'wait';
          if (folder == null) return undefined;
          return information(prompt, creates(folder, proposedPath(kind, folder, title)));
        },
      });
      return answer === undefined || answer === 'back' ? answer : { ...state, title: answer.value.trim() };
    },
  };
}

/** The path that a title suggests, below the workspace folder. */
export function proposedPath(kind: DocumentKind, folder: DocumentFolder, title: string): string {
  const { date } = today(kind, new Date());
  const name = proposeFileName({ kind, title, date, folder, names: folder.names });
  return folder.path === '' ? name : `${folder.path}/${name}`;
}

const information = (...sentences: readonly string[]): InputBoxValidationMessage => ({
  message: sentences.join(' '),
  severity: InputBoxValidationSeverity.Info,
});

/** The exact path that will be written. */
const creates = ({ root }: DocumentFolder, path: string): string =>
  l10n.t('Creates {0} in {1}.', path, root.name);

function pathStep(kind: DocumentKind, heading: string): Step<DocumentState> {
  return {
    isKnown: ({ path, folder }) => path !== undefined || folder == null,
    ask: async (state: DocumentState, place: StepPlace) => {
      const { folder, title = '' } = state;
      if (folder == null) return state;
      const value = proposedPath(kind, folder, title);
      const answer = await write(place, {
        title: heading,
        prompt: folderReason(kind, folder),
        value,
        selection: [value.lastIndexOf('/') + 1, value.lastIndexOf('.')],
        validate: async path => {
          const problem = await pathProblem(kind, folder, title, path);
          if (problem !== undefined) return { message: problem, severity: InputBoxValidationSeverity.Error };
          const same = sameNumber(folder, path);
          if (same === undefined) return information(creates(folder, path), folderReason(kind, folder));
          const message = l10n.t('Creates {0}, whose number is also that of {1}.', path, same);
          return { message, severity: InputBoxValidationSeverity.Warning };
        },
      });
      return answer === undefined || answer === 'back' ? answer : { ...state, path: answer.value };
    },
  };
}

/** A record in the folder that has the number already. */
function sameNumber(folder: DocumentFolder, path: string): string | undefined {
  const slash = path.lastIndexOf('/');
  const number = numberOf(path.slice(slash + 1));
  if (number === undefined || path.slice(0, Math.max(0, slash)) !== folder.path) return undefined;
  return folder.names.find(name => numberOf(name) === number);
}

/** Why no document can be made at `path`; `undefined` where it can. */
export async function pathProblem(
  kind: DocumentKind,
  folder: DocumentFolder,
  title: string,
  path: string,
): Promise<string | undefined> {
  if (!/[^/]\.(?:md|markdown)$/i.test(path)) return l10n.t('Let the name end in {0}.', '.md');
  if (pathBelow(path) !== path) return l10n.t('Write a path below the folder, with single slashes.');
  const { root, path: own, names } = folder;
  if (!(await exists(below(root.uri, path)))) return undefined;
  const now = await fileNames(below(root.uri, own));
  const free = proposedPath(kind, { ...folder, names: [...names, ...now] }, title);
  return l10n.t('{0} exists already. {1} is free.', path, free);
}
