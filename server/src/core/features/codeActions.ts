/** Quick fixes, which the rules offer for the findings in a range; and what rewrites a place, such as applying a variation. */
import type { CodeAction, Range, TextEdit } from 'vscode-languageserver-types';
import { contains, type Span } from '../util/span.ts';
import type { FeatureContext } from './feature.ts';
import { allFixes } from './support/fixAll.ts';
import { ignoringsOf } from './support/ignoring.ts';
import { type FindingsOf, isGain, type MendableFinding, type MendingFix } from './support/mendable.ts';
import { refactors } from './support/refactors/index.ts';
import { refactorKinds } from './support/refactors/refactor.ts';
import { applyVariation, type VariationMode } from './support/variations/applyVariation.ts';

const quickFix = 'quickfix';
const rewrite = 'refactor.rewrite';
const fixAll = 'source.fixAll.skillChains';

/** Every kind of action that there is: editors offer these for keys and for saving. */
export const codeActionKinds: readonly string[] = [quickFix, ...refactorKinds, fixAll];

export interface CodeActionOptions {
  /**
   * A person asks, as is taken for granted. An editor that asks by itself at each move of the cursor gets no refactorings of the node
   * there, as there always are some, and each is tried.
   */
  readonly byPerson?: boolean;
  /** The client takes snippets in the edits of an action. */
  readonly snippetEdits?: boolean;
}

/**
 * @param only The kinds asked for, by their beginnings; `undefined` or empty: all.
 */
export function codeActions(
  context: FeatureContext,
  range: Range,
  only: readonly string[] | undefined,
  findingsOf: FindingsOf,
  { byPerson = true, snippetEdits = false }: CodeActionOptions = {},
): readonly CodeAction[] {
  const isAsked = (kind: string): boolean =>
    only === undefined || only.length === 0 || only.some(asked => includesKind(asked, kind));
  const { lines } = context.document;
  const span = { start: lines.offset(range.start), end: lines.offset(range.end) };
  return [
    ...(isAsked(quickFix) ? quickFixes(context, span, findingsOf, snippetEdits) : []),
    ...(isAsked(rewrite) ? variationActions(context, span) : []),
    ...(byPerson || span.start < span.end ? refactors(context, span, isAsked, findingsOf) : []).map(
      ({ title, kind, edits }) => ({
        title,
        kind,
        edit: { changes: { [context.document.uri]: inRanges(context, edits) } },
      }),
    ),
    // What is for the whole file is no answer to a question about a place.
    ...(only?.some(asked => asked !== '' && includesKind(asked, fixAll)) === true
      ? fixAllActions(context, findingsOf)
      : []),
  ];
}

const inRanges = (
  { document: { lines } }: FeatureContext,
  edits: readonly { readonly span: Span; readonly newText: string }[],
): TextEdit[] => edits.map(({ span, newText }) => ({ range: lines.range(span), newText }));

/** What mends the findings first, then what takes them away. */
function quickFixes(
  context: FeatureContext,
  { start, end }: Span,
  findingsOf: FindingsOf,
  snippetEdits: boolean,
): readonly CodeAction[] {
  const { uri, lines } = context.document;
  const here = findingsOf(context).filter(({ span }) => span.start <= end && start <= span.end);
  const suits = (fix: MendingFix): boolean =>
    fix.changesRepeats !== true || isGain(context, fix.edits, findingsOf);
  const mending = here.flatMap(({ diagnostic, fixes }) =>
    fixes.filter(suits).map(({ title, edits, preferred }) => {
      const textEdits: TextEdit[] = edits.map(edit => ({
        range: lines.range(edit.span),
        newText: edit.newText,
      }));
      const action: CodeAction = {
        title,
        kind: quickFix,
        diagnostics: [diagnostic],
        edit: { changes: { [uri]: textEdits } },
      };
      return preferred === true ? { ...action, isPreferred: true } : action;
    }),
  );
  return [...mending, ...ignoreActions(context, here, snippetEdits)];
}

/** Each comment once, however many findings of its kind it takes away. */
function ignoreActions(
  context: FeatureContext,
  findings: readonly MendableFinding[],
  snippetEdits: boolean,
): readonly CodeAction[] {
  const { uri, lines } = context.document;
  const actions = new Map<string, CodeAction>();
  for (const finding of findings) {
    for (const { title, at, text, snippet } of ignoringsOf(context, finding)) {
      const key = `${title} ${at}`;
      const known = actions.get(key);
      if (known !== undefined) {
        known.diagnostics?.push(finding.diagnostic);
        continue;
      }
      const range = lines.range({ start: at, end: at });
      actions.set(key, {
        title,
        kind: quickFix,
        diagnostics: [finding.diagnostic],
        edit: snippetEdits
          ? {
              documentChanges: [
                {
                  textDocument: { uri, version: context.document.version ?? null },
                  edits: [{ range, snippet: { kind: 'snippet', value: snippet } }],
                },
              ],
            }
          : { changes: { [uri]: [{ range, newText: text }] } },
      });
    }
  }
  return [...actions.values()];
}

/** Whether a kind is the one asked for, or one below it. */
const includesKind = (asked: string, kind: string): boolean =>
  asked === '' || kind === asked || kind.startsWith(`${asked}.`);

function fixAllActions(context: FeatureContext, findingsOf: FindingsOf): readonly CodeAction[] {
  const { uri } = context.document;
  const edits = inRanges(context, allFixes(context, findingsOf));
  return edits.length === 0
    ? []
    : [{ title: 'Make all safe fixes', kind: fixAll, edit: { changes: { [uri]: edits } } }];
}

const modes: readonly { readonly mode: VariationMode; readonly title: string }[] = [
  { mode: 'always', title: 'Apply variation' },
  { mode: 'optional', title: 'Apply as optional' },
];

/** The ways to apply the variation that a range lies in, as far as they are possible. */
function variationActions(context: FeatureContext, span: Span): readonly CodeAction[] {
  const { model, uri, lines } = context.document;
  if (model?.kind !== 'chain') return [];
  const variation = model.variations.find(({ syntax }) => contains(syntax.span, span));
  if (variation === undefined) return [];
  return modes.flatMap(({ mode, title }) => {
    const applied = applyVariation(context, model, variation, mode);
    if ('refused' in applied) return [];
    const edits = applied.edits.map(
      (edit): TextEdit => ({
        range: lines.range(edit.span),
        newText: edit.newText,
      }),
    );
    const words = variation.when === undefined ? title : `${title}: ${shortened(variation.when.text)}`;
    return [{ title: words, kind: rewrite, edit: { changes: { [uri]: edits } } }];
  });
}

/** Characters of a condition that a menu shows. */
const longestShown = 60;

function shortened(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  const characters = [...flat];
  return characters.length > longestShown ? `${characters.slice(0, longestShown).join('')}…` : flat;
}
