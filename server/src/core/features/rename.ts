import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { PlanModel } from '../model/plan.ts';
import { isInputName } from '../model/values/template.ts';
import type { ScalarNode } from '../syntax/tree.ts';
import type { Span } from '../util/span.ts';
import type { FeatureContext } from './feature.ts';
import { renameableAt, renameEdits } from './support/renaming.ts';
import { symbolAt } from './support/symbolAt.ts';
import { contentSpan } from './support/treeAt.ts';

/**
 * What may be renamed at a place: an input of a prompt plan; a node with an id, an artefact or a measure of a chain; an item of a suite; a
 * skill or team of a catalogue; where it is declared or used. `null`: nothing.
 */
export function prepareRename(
  context: FeatureContext,
  position: Position,
): { readonly range: Range; readonly placeholder: string } | null {
  const { lines } = context.document;
  const found = inputAt(context, position) ?? renameableAt(context, lines.offset(position));
  return found ? { range: lines.range(found.span), placeholder: found.name } : null;
}

/** A name that cannot be given, and why; plain text for the person who asked. */
export interface RefusedRename {
  readonly refused: string;
}

/**
 * The name at a place under another name wherever it stands, in other chains too. `null`: there is nothing to rename. Refused
 * where it would come to mean something else, or where a text that is broken may hide a use.
 */
export function rename(
  context: FeatureContext,
  position: Position,
  newName: string,
): WorkspaceEdit | RefusedRename | null {
  const input = inputAt(context, position);
  if (input !== null) return renameInput(context, input, newName);
  const { document, project } = context;
  const found = renameableAt(context, document.lines.offset(position));
  if (found === undefined) return null;
  const edits = renameEdits(found, newName);
  if (typeof edits === 'string') return { refused: edits };
  const changes = [...edits].flatMap(([uri, ofDocument]) => {
    const lines = project.linesOf(uri);
    if (lines === undefined) return [];
    return [[uri, ofDocument.map(({ span, newText }) => ({ range: lines.range(span), newText }))] as const];
  });
  return { changes: Object.fromEntries(changes) };
}

interface NamedInput {
  readonly plan: PlanModel;
  readonly name: string;
  readonly span: Span;
}

/** In `inputs`, in the template (in code too, as it is filled in there like anywhere else) and in the examples. */
function renameInput(
  { document }: FeatureContext,
  { plan, name }: NamedInput,
  newName: string,
): WorkspaceEdit | RefusedRename {
  const refused = refusal(document.tree.complete, plan, name, newName);
  if (refused !== undefined) return { refused };
  const edits = placesOf(plan, name, document.text).map(
    (span): TextEdit => ({ range: document.lines.range(span), newText: newName }),
  );
  return { changes: { [document.uri]: edits } };
}

function inputAt(context: FeatureContext, position: Position): NamedInput | null {
  const { model, lines } = context.document;
  const symbol = symbolAt(context, lines.offset(position));
  if (model?.kind !== 'plan' || symbol?.kind !== 'plan-input' || !model.inputsByName.has(symbol.name))
    return null;
  return { plan: model, name: symbol.name, span: symbol.span };
}

function refusal(complete: boolean, plan: PlanModel, name: string, newName: string): string | undefined {
  if (!complete) return 'This file has mistakes in its YAML, so not every use is known. Mend them first.';
  if (!isInputName(newName))
    return 'The name of an input begins with a letter or underscore and goes on with letters, digits, underscores and hyphens.';
  if (newName === name) return undefined;
  if (plan.inputsByName.has(newName)) return `This plan has an input called ${newName} already.`;
  const isGiven = plan.examples.some(({ inputs }) => inputs.some(({ text }) => text === newName));
  return isGiven ? `An example gives an input called ${newName} already.` : undefined;
}

/** Every place of the name, in text order; one behind an alias once. */
function placesOf({ inputs, template, examples }: PlanModel, name: string, text: string): readonly Span[] {
  const keys = [...inputs.map(each => each.name), ...examples.flatMap(each => each.inputs)];
  const nodes = new Set<ScalarNode>(keys.flatMap(({ text: key, node }) => (key === name ? [node] : [])));
  const spans = [...nodes].map(node => contentSpan(node, text));
  const used = (template?.placeholders ?? []).flatMap(each => (each.name === name ? [each.span] : []));
  return [...spans, ...used].toSorted((left, right) => left.start - right.start);
}
