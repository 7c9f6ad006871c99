/** Documents in a project for the tests of features, and an editor that applies completion items as VS Code does. */
import { type CompletionItem, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../server/src/core/features/feature.ts';
import { createProject, type Project } from '../../server/src/core/project/project.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { lineMap } from '../../server/src/core/util/lineMap.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';

/** The catalogue that tests complete, hover and jump with. */
export const catalogue = `skills:
  site-reliability-engineer:
    title: SRE
    aliases: [Ops Hero, Site Reliability Engineer]
    team: infrastructure
    summary: Keeps services up and brings them back
    source: skills/sre/SKILL.md
  technical-writer:
    title: Technical Writer
    summary: Writes what <img src=x onerror=alert(1)> others read
  incident-commander:
    title: Incident Commander
teams:
  infrastructure: { title: Infrastructure, lead: site-reliability-engineer }
`;

/** A second chain, to be run, handed over to and named. */
export const auditChain = `chain: yearly-audit
title: Yearly audit
version: 2.1.0
summary: Checks that what was promised is done
inputs:
  audit-scope: What is looked at
steps:
  - id: look
    skill: technical-writer
    do: Look at everything
    produces: [audit-report]
output:
  audit-report: What was found
`;

export const workspaceFiles: Readonly<Record<string, string>> = {
  'team.skills.yaml': catalogue,
  'yearly-audit.chain.yaml': auditChain,
};

export interface ContextOptions {
  /** Below the workspace folder, or a whole address; `draft.chain.yaml` unless given. */
  readonly path?: string;
  readonly files?: Readonly<Record<string, string>>;
}

type Files = Readonly<Record<string, string>>;

/** A project for each set of files and path: only the document itself differs from one question to the next. */
const projects = new WeakMap<Files, Map<string, Project>>();

function projectWith(files: Files, path: string): Project {
  const byPath = projects.get(files) ?? new Map<string, Project>();
  projects.set(files, byPath);
  const known = byPath.get(path);
  if (known !== undefined) return known;
  const workspace = memoryWorkspace();
  const project = createProject(workspace);
  for (const [name, content] of Object.entries(files)) project.setDocument(workspace.uri(name), 1, content);
  byPath.set(path, project);
  return project;
}

let version = 1;

/** A document among the files of a workspace. */
export function contextOf(text: string, options: ContextOptions = {}): FeatureContext {
  const path = options.path ?? 'draft.chain.yaml';
  const project = projectWith(options.files ?? workspaceFiles, path);
  const uri = memoryWorkspace().uri(path);
  version++;
  project.setDocument(uri, version, text);
  const snapshot = project.snapshot();
  const document = snapshot.documents.get(uri);
  if (document === undefined) throw new Error(`The project lost ${uri}`);
  return { document, project: snapshot, rules };
}

/** A place that an editor goes to next, with the suggestion that stands there. */
export interface TabStop {
  readonly start: number;
  readonly end: number;
}

export interface Applied {
  readonly text: string;
  /** Where the cursor is afterwards: at the first tab stop, else behind what was inserted. */
  readonly offset: number;
  /** The length of the suggestion behind the cursor that typing replaces. */
  readonly selected: number;
  /** The tab stops after the one the cursor is at. */
  readonly stops: readonly TabStop[];
}

/** A text after an item was chosen; further lines of a snippet are indented as the line it goes into. */
export function applyItem(text: string, item: CompletionItem): Applied {
  const edit = item.textEdit;
  if (edit === undefined || !('range' in edit)) throw new Error(`${item.label} has no text edit`);
  const lines = lineMap(text);
  const start = lines.offset(edit.range.start);
  const end = lines.offset(edit.range.end);
  const lineStart = lines.offset({ line: edit.range.start.line, character: 0 });
  const blanks = /^[ \t]*/u.exec(text.slice(lineStart, start))?.[0] ?? '';
  const adjusted =
    item.insertTextMode === InsertTextMode.adjustIndentation
      ? edit.newText.replaceAll('\n', `\n${blanks}`)
      : edit.newText;
  const isSnippet = item.insertTextFormat === InsertTextFormat.Snippet;
  const { inserted, stops } = isSnippet ? expand(adjusted) : { inserted: adjusted, stops: [] };
  const placed = stops.map(stop => ({ start: start + stop.start, end: start + stop.end }));
  const [first] = placed;
  // One more edit stands before what is completed, if there is any.
  const [before, ...others] = item.additionalTextEdits ?? [];
  if (others.length > 0) throw new Error(`${item.label} has several edits beside its own`);
  const [from, to] = [before?.range.start, before?.range.end].map(each => each && lines.offset(each));
  const lead = before === undefined ? '' : text.slice(0, from) + before.newText;
  const by = before === undefined ? 0 : lead.length - (to ?? 0);
  return {
    text: lead + text.slice(to ?? 0, start) + inserted + text.slice(end),
    offset: by + (first?.start ?? start + inserted.length),
    selected: first === undefined ? 0 : first.end - first.start,
    stops: placed.slice(1).map(stop => ({ start: stop.start + by, end: stop.end + by })),
  };
}

/** A snippet with its placeholders as text, and its tab stops in the order in which they are visited. */
function expand(snippet: string): { readonly inserted: string; readonly stops: readonly TabStop[] } {
  let inserted = '';
  const stops = new Map<number, TabStop>();
  const pattern = /\\([\\$}])|\$(\d+)|\$\{(\d+):((?:\\.|[^\\}])*)\}|([^\\$]+|[\\$])/gsu;
  for (const [, escaped, bare, number, suggestion, literal] of snippet.matchAll(pattern)) {
    const start = inserted.length;
    inserted += escaped ?? literal ?? suggestion?.replace(/\\(.)/gsu, '$1') ?? '';
    const stop = bare ?? number;
    if (stop !== undefined) stops.set(Number(stop), { start, end: inserted.length });
  }
  // The last one to be visited has the number 0.
  const order = [...stops].sort(([left], [right]) => (left || Infinity) - (right || Infinity));
  return { inserted, stops: order.map(([, stop]) => stop) };
}
