/**
 * Making a decision record or a post-mortem. Nothing is written before all is known, what is written is one edit, and nothing that exists is
 * ever touched.
 */
import { l10n, Uri, window, workspace } from 'vscode';
import {
  type DocumentKind,
  numberOf,
  type ScaffoldParams,
  type ScaffoldResult,
  scaffoldMethod,
  templateOrder,
  today,
} from '../../../../server/src/lsp/protocol.ts';
import type { ServerClient } from '../../languageClient.ts';
import type { CommandContext } from '../command.ts';
import { author, type DocumentFolder, type Root } from './documentFolder.ts';
import { givenPlace, knownSources, sourceAt, sourceAtCursor } from './documentSources.ts';
import { type DocumentState, documentSteps, folderFor, pathProblem, proposedPath } from './documentSteps.ts';
import { below, createFile, fillIn, fillInUntitled } from './files.ts';
import { givenTexts } from './given.ts';
import { runSteps } from './steps.ts';

/**
 * What a caller may give: `chain` (a URI) and `node` (an id in it), or an item of the tree of chains; `template`; `title`; `folder` (the URI of a
 * workspace folder); `path` (below that folder). With a title nothing is asked.
 * @param heading The title of the boxes.
 * @returns The document's URI; `undefined` where nothing was made.
 */
export async function newDocument(
  kind: DocumentKind,
  heading: string,
  { server }: CommandContext,
  argument: unknown,
): Promise<Uri | undefined> {
  const start = await startingState(kind, server, argument);
  if (start === undefined) return fail(l10n.t('The chain is not there, or cannot be read.'));
  const state =
    start.title === undefined ? await runSteps(documentSteps(kind, server, heading), start) : start;
  return state === undefined ? undefined : make(kind, server, state);
}

/** What the caller and the active editor say. `undefined`: the caller names a chain that there is not. */
async function startingState(
  kind: DocumentKind,
  server: ServerClient,
  argument: unknown,
): Promise<DocumentState | undefined> {
  const given = givenTexts(argument, ['template', 'title', 'folder', 'path']);
  const place = givenPlace(argument);
  const named = place && (await sourceAt(server, kind, place.chain, place.node));
  if (place !== undefined && named === undefined) return undefined;
  const isScripted = given.title !== undefined;
  const source = named ?? (isScripted ? null : await sourceAtCursor(server, kind));
  const only = source === undefined && (await hasNothingToChoose(kind, server)) ? null : source;
  const chosen = given.folder === undefined ? undefined : rootAt(given.folder);
  const folder =
    only === undefined && chosen === undefined ? undefined : await folderFor(kind, only ?? null, chosen);
  const template = templateOrder(kind, folder?.reason).find(name => name === given.template);
  return {
    ...(only === undefined ? {} : { source: only }),
    ...(folder === undefined ? {} : { folder }),
    ...(template === undefined ? {} : { template }),
    ...(given.title === undefined ? {} : { title: given.title.trim() }),
    ...(given.path === undefined ? {} : { path: given.path }),
  };
}

/** The workspace folder of that address, or a folder that is none of the workspace's by itself. */
function rootAt(address: string): Root {
  const uri = Uri.parse(address);
  const known = workspace.getWorkspaceFolder(uri);
  if (known !== undefined && known.uri.toString() === uri.toString()) return known;
  return { uri, name: uri.path.slice(uri.path.lastIndexOf('/') + 1) };
}

/** A step with one answer is not asked. */
async function hasNothingToChoose(kind: DocumentKind, server: ServerClient): Promise<boolean> {
  if ((workspace.workspaceFolders ?? []).length > 1) return false;
  return (await knownSources(server, kind)).length === 0;
}

async function make(
  kind: DocumentKind,
  server: ServerClient,
  state: DocumentState,
): Promise<Uri | undefined> {
  const { folder, title = '' } = state;
  // Several folders are open and a script named none: the first is as good as any, and its address is in the answer.
  const place = folder === undefined ? await folderFor(kind, null, workspace.workspaceFolders?.[0]) : folder;
  if (place == null) {
    const made = await scaffold(kind, server, state, undefined, undefined);
    return made && fillInUntitled('markdown', made.snippet);
  }
  const path = state.path ?? proposedPath(kind, place, title);
  const problem = await pathProblem(kind, place, title, path);
  if (problem !== undefined) return fail(problem);
  const made = await scaffold(kind, server, state, place, path);
  if (made === undefined) return undefined;
  const uri = below(place.root.uri, path);
  if (!(await createFile(uri, made.text))) {
    const since = await pathProblem(kind, place, title, path);
    return fail(since ?? l10n.t('{0} could not be created. Is the folder writable?', path));
  }
  await fillIn(uri, made.snippet);
  return uri;
}

async function scaffold(
  kind: DocumentKind,
  server: ServerClient,
  { source, template, title = '' }: DocumentState,
  folder: DocumentFolder | undefined,
  path: string | undefined,
): Promise<ScaffoldResult | undefined> {
  const uri = folder?.root.uri;
  const [first] = templateOrder(kind, folder?.reason);
  if (first === undefined) return undefined;
  const params: ScaffoldParams = {
    ...{ template: template ?? first, title, ...today(kind, new Date()) },
    number: path === undefined ? undefined : numberOf(path.slice(path.lastIndexOf('/') + 1)),
    author: await author(uri),
    ...(source == null ? {} : { chain: { uri: source.uri, node: source.node } }),
    ...(uri === undefined || path === undefined ? {} : { target: below(uri, path).toString() }),
  };
  const made = await server.request<ScaffoldResult | null>(scaffoldMethod, params);
  return (
    made ??
    fail(l10n.t('The document could not be made: the chain is gone, or the language server does not answer.'))
  );
}

/** Says what went wrong. */
function fail(message: string): undefined {
  void window.showErrorMessage(message);
  return undefined;
}
