/** The outlines of suites, prompt plans and configurations. */
import { SymbolKind } from 'vscode-languageserver-types';
import type { ConfigurationModel } from '../../model/configuration.ts';
import type { PlanExample, PlanInput, PlanModel, PlanTemplate } from '../../model/plan.ts';
import type { SuiteItem, SuiteModel, SuitePhase, SuiteTeam } from '../../model/suite.ts';
import type { Heading } from '../../model/values/markdown.ts';
import type { Entry, SyntaxNode } from '../../syntax/tree.ts';
import { inTextOrder, type Outlined } from './outlined.ts';
import { suiteGroups } from './outlineGroups.ts';

/** A suite with its items, its phases with theirs, its teams and its risks, in text order. */
export function suiteSymbols(model: SuiteModel): readonly Outlined[] {
  const name = model.title ?? model.id;
  const parts = [
    ...model.items.map(itemSymbol),
    ...model.phases.map(phase => phaseSymbol(model, phase)),
    ...model.teams.map(teamSymbol),
    ...suiteGroups(model.syntax),
  ];
  return [
    {
      name: name?.text ?? 'suite',
      detail: model.id?.text,
      kind: SymbolKind.Module,
      span: model.syntax.span,
      selection: (model.id ?? name)?.span ?? model.syntax.span,
      children: inTextOrder(parts),
    },
  ];
}

/** `P26 Security baseline`. */
export const itemName = ({ id, title }: SuiteItem): string =>
  title === undefined ? id.text : `${id.text} ${title.text}`;

/** `P0 · Security`; `undefined` where nothing is said. */
const itemDetail = ({ priority, owner }: SuiteItem): string | undefined =>
  [priority, owner].flatMap(word => word?.text ?? []).join(' · ') || undefined;

const itemSymbol = (item: SuiteItem): Outlined => ({
  name: itemName(item),
  detail: itemDetail(item),
  kind: SymbolKind.Function,
  span: item.span,
  selection: item.id.span,
  children: [],
});

const phaseSymbol = ({ itemsById }: SuiteModel, phase: SuitePhase): Outlined => ({
  name: phase.name.text,
  detail: phase.window?.text,
  kind: SymbolKind.Namespace,
  span: phase.span,
  selection: phase.name.span,
  children: phase.items.map(word => {
    const item = itemsById.get(word.text);
    return {
      name: item === undefined ? word.text : itemName(item),
      detail: item && itemDetail(item),
      kind: SymbolKind.Key,
      span: word.span,
      selection: word.span,
      children: [],
    };
  }),
});

const teamSymbol = ({ id, primary, span }: SuiteTeam): Outlined => ({
  name: id.text,
  detail: `team · ${primary.length} ${primary.length === 1 ? 'item' : 'items'}`,
  kind: SymbolKind.Struct,
  span,
  selection: id.span,
  children: [],
});

/** A prompt plan with its inputs, the headings of its template, and its examples, in text order. */
export function planSymbols(model: PlanModel): readonly Outlined[] {
  const parts = [
    ...model.inputs.map(inputSymbol),
    ...(model.template === undefined ? [] : templateSymbol(model.template)),
    ...model.examples.map(exampleSymbol),
  ];
  return [
    {
      name: model.id?.text ?? 'prompt plan',
      detail: model.owner?.text,
      kind: SymbolKind.Module,
      span: model.syntax.span,
      selection: model.id?.span ?? model.syntax.span,
      children: inTextOrder(parts),
    },
  ];
}

const inputSymbol = ({ name, type, span }: PlanInput): Outlined => ({
  name: name.text,
  detail: type?.text,
  kind: SymbolKind.Variable,
  span,
  selection: name.span,
  children: [],
});

/** A template that an alias brings stands elsewhere. */
function templateSymbol({ node, headings }: PlanTemplate): readonly Outlined[] {
  const entry = node.parent?.kind === 'entry' ? node.parent : undefined;
  if (entry?.key.text !== 'template') return [];
  return [
    {
      name: 'template',
      detail: undefined,
      kind: SymbolKind.String,
      span: entry.span,
      selection: entry.key.span,
      children: headingSymbols(headings),
    },
  ];
}

/** Each heading with those below it that are of a lower level. */
function headingSymbols(headings: readonly Heading[]): readonly Outlined[] {
  const top: Outlined[] = [];
  const open: { readonly level: number; readonly children: Outlined[] }[] = [];
  for (const { level, text, span, section } of headings) {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const children: Outlined[] = [];
    const symbol = {
      name: text,
      detail: undefined,
      kind: SymbolKind.String,
      span: section,
      selection: span,
      children,
    };
    (open.at(-1)?.children ?? top).push(symbol);
    open.push({ level, children });
  }
  return top;
}

const exampleSymbol = ({ name, span }: PlanExample): Outlined => ({
  name: name?.text ?? 'example',
  detail: name === undefined ? undefined : 'example',
  kind: SymbolKind.Object,
  span,
  selection: name?.span ?? { start: span.start, end: span.start },
  children: [],
});

/** Its rules, and its overrides by the files they are about. */
export const configurationSymbols = ({ syntax }: ConfigurationModel): readonly Outlined[] =>
  syntax.entries.flatMap(entry => {
    if (entry.key.text === 'rules') return rulesSymbol(entry);
    const items = entry.key.text === 'overrides' && entry.value?.kind === 'list' ? entry.value.items : [];
    return items.flatMap(overrideSymbol);
  });

const rulesSymbol = (entry: Entry): readonly Outlined[] => {
  const rules = entry.value?.kind === 'map' ? entry.value.entries : [];
  const children = rules.map(rule => ({
    name: rule.key.text,
    detail: rule.value?.kind === 'scalar' ? rule.value.text : undefined,
    kind: SymbolKind.Key,
    span: rule.span,
    selection: rule.key.span,
    children: [],
  }));
  const { span, key } = entry;
  return [
    { name: key.text, detail: undefined, kind: SymbolKind.Object, span, selection: key.span, children },
  ];
};

function overrideSymbol(item: SyntaxNode): readonly Outlined[] {
  if (item.kind !== 'map') return [];
  const files = item.entries.find(({ key }) => key.text === 'files')?.value;
  const words = files?.kind === 'list' ? files.items : files === undefined ? [] : [files];
  const name = words.flatMap(word => (word.kind === 'scalar' ? [word.text] : [])).join(', ');
  const children = item.entries.flatMap(entry => (entry.key.text === 'rules' ? rulesSymbol(entry) : []));
  const selection = files?.span ?? { start: item.span.start, end: item.span.start };
  return [{ name, detail: undefined, kind: SymbolKind.Object, span: item.span, selection, children }];
}
