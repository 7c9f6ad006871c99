import {
  l10n,
  Range,
  type TextDocument,
  TextEditorRevealType,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  type ApplyVariationParams,
  type ApplyVariationResult,
  applyVariationMethod,
  type GraphParams,
  type TextRange,
  type VariationSummary,
  variationsMethod,
} from '../../../server/src/lsp/protocol.ts';
import type { ServerClient } from '../languageClient.ts';
import type { Command } from './command.ts';
import { chainUri } from './support/chainUri.ts';
import { property } from './support/given.ts';
import { type Choice, choose, literally } from './support/prompts.ts';
import { runSteps, type Step } from './support/steps.ts';

type Mode = ApplyVariationParams['mode'];

/** What is chosen so far. */
interface State {
  readonly variation?: VariationSummary;
  readonly mode?: Mode;
}

/**
 * Makes the nodes of a variation nodes of its chain, as one edit that a person can undo. Takes `{ chain, variation, mode }`: the chain's
 * URI, the place among its variations from 0, and whether the nodes go in without its condition (`always`) or keep it (`optional`); it asks
 * for what is not given, and without a chain it is the one that a person looks at. Gives true where the text was changed.
 */
export const applyVariation: Command = {
  id: 'skillChains.applyVariation',
  run: async (context, argument): Promise<boolean> => {
    const uri = chainUri(context, argument);
    if (uri === undefined) return inform(l10n.t('Open a chain first, to apply one of its variations.'));
    const document = await workspace.openTextDocument(uri).then(undefined, () => undefined);
    if (document === undefined) return fail(l10n.t('{0} cannot be read.', nameOf(uri)));
    const params: GraphParams = { uri: uri.toString() };
    const variations =
      (await context.server.request<readonly VariationSummary[]>(variationsMethod, params)) ?? [];
    if (variations.length === 0) return inform(l10n.t('{0} has no variations.', nameOf(uri)));
    const state = await runSteps([variationStep(variations), modeStep], given(argument, variations));
    if (state?.variation === undefined || state.mode === undefined) return false;
    return apply(context.server, document, state.variation, state.mode);
  },
};

function given(argument: unknown, variations: readonly VariationSummary[]): State {
  const [index, mode] = ['variation', 'mode'].map(name => property(argument, name));
  const variation = variations.find(each => each.index === index);
  return {
    ...(variation !== undefined && { variation }),
    ...((mode === 'always' || mode === 'optional') && { mode }),
  };
}

const title = (): string => l10n.t('Apply Variation');

const variationStep = (variations: readonly VariationSummary[]): Step<State> => ({
  isKnown: ({ variation }) => variation !== undefined,
  ask: async (state, place, before) => {
    const choices = variations.map(variationChoice);
    const active = choices.find(({ value }) => value === before?.variation);
    const placeholder = l10n.t('Which variation is to become part of the chain?');
    const answer = await choose(place, { title: title(), placeholder }, choices, active);
    return answer === 'back' || answer === undefined ? answer : { ...state, variation: answer.value };
  },
});

function variationChoice(variation: VariationSummary): Choice<VariationSummary> {
  const { when, adds, insertAfter } = variation;
  return {
    label: literally(when ?? l10n.t('without a condition')),
    description:
      insertAfter == null ? l10n.t('at the end of the chain') : l10n.t('after {0}', literally(insertAfter)),
    detail: literally(adds.length === 0 ? l10n.t('adds nothing') : adds.join(', ')),
    value: variation,
  };
}

const modeStep: Step<State> = {
  isKnown: ({ variation, mode }) => mode !== undefined || (variation !== undefined && variation.when == null),
  ask: async (state, place) => {
    const when = literally(state.variation?.when ?? '');
    const always: Choice<Mode> = {
      label: l10n.t('Apply'),
      detail: l10n.t('It is the case here: the nodes go in without a condition.'),
      value: 'always',
    };
    const optional: Choice<Mode> = {
      label: l10n.t('Apply as optional'),
      detail: l10n.t('Each run decides: the nodes go in, and run only when {0}.', when),
      value: 'optional',
    };
    const words = { title: title(), placeholder: when };
    const answer = await choose(place, words, [always, optional]);
    return answer === 'back' || answer === undefined ? answer : { ...state, mode: answer.value };
  },
};

async function apply(
  server: ServerClient,
  document: TextDocument,
  { index }: VariationSummary,
  mode: Mode,
): Promise<boolean> {
  const { uri, version } = document;
  const params: ApplyVariationParams = { uri: uri.toString(), index, mode };
  const result = await server.request<ApplyVariationResult>(applyVariationMethod, params);
  if (result == null) return fail(l10n.t('The variation is not there any more.'));
  if ('refused' in result) return fail(result.refused);
  if (document.version !== version || (result.version != null && result.version !== version))
    return fail(l10n.t('The text changed in the meantime, and nothing was applied. Try again.'));
  const edit = new WorkspaceEdit();
  for (const { range, newText } of result.edits) edit.replace(uri, toRange(range), newText);
  if (!(await workspace.applyEdit(edit))) return fail(l10n.t('{0} could not be changed.', nameOf(uri)));
  show(uri, toRange(result.range));
  window.setStatusBarMessage(l10n.t('Applied the variation.'), 5000);
  return true;
}

/** Brings the nodes into view, where the text is open: they may stand far from the variation. */
function show(uri: Uri, range: Range): void {
  const editor = window.visibleTextEditors.find(each => each.document.uri.toString() === uri.toString());
  editor?.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

const toRange = ({ start, end }: TextRange): Range =>
  new Range(start.line, start.character, end.line, end.character);

const nameOf = (uri: Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

function inform(message: string): false {
  void window.showInformationMessage(message);
  return false;
}

function fail(message: string): false {
  void window.showErrorMessage(message);
  return false;
}
