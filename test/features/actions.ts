/** Asks a language service for code actions and makes their edits, as an editor does. */
import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-types';
import { createLanguageService, type LanguageService } from '../../server/src/core/index.ts';
import { lineMap } from '../../server/src/core/util/lineMap.ts';
import { exampleFiles } from '../support/check.ts';
import { memoryWorkspace } from '../support/memoryWorkspace.ts';

export interface Asked {
  readonly service: LanguageService;
  readonly uri: string;
  /** Gives the document another text. */
  write(text: string): void;
  /** The actions for a part of the text, by offsets. */
  actions(start: number, end: number, only?: readonly string[]): readonly CodeAction[];
  codes(): readonly string[];
}

/** A service with the files that the rules' examples speak of, and a chain beside them. */
export async function asking(path = 'restore-service.chain.yaml', files = exampleFiles): Promise<Asked> {
  const workspace = memoryWorkspace(files);
  const service = createLanguageService(workspace);
  await service.load();
  const uri = workspace.uri(path);
  let version = 0;
  let lines = lineMap('');
  return {
    service,
    uri,
    write: text => {
      version++;
      lines = lineMap(text);
      service.setDocument(uri, version, text);
    },
    actions: (start, end, only) =>
      service.codeActions(uri, { start: lines.position(start), end: lines.position(end) }, only),
    codes: () => service.diagnostics(uri).map(({ code }) => String(code)),
  };
}

/** The text after an action; it must change nothing but the one document. */
export function afterAction(text: string, action: CodeAction, uri: string): string {
  const changes = action.edit?.changes ?? {};
  assert.deepEqual(Object.keys(changes), [uri]);
  const lines = lineMap(text);
  const edits = (changes[uri] ?? [])
    .map(({ range, newText }) => ({
      start: lines.offset(range.start),
      end: lines.offset(range.end),
      newText,
    }))
    .toSorted((left, right) => left.start - right.start || left.end - right.end);
  let result = '';
  let behind = 0;
  for (const { start, end, newText } of edits) {
    assert.ok(start >= behind, `${action.title}: edits overlap`);
    result += text.slice(behind, start) + newText;
    behind = end;
  }
  return result + text.slice(behind);
}

/** What is offered between `⟦` and `⟧`, or at `⟦` alone, and the text without these. */
export function offeredIn(asked: Asked, marked: string, only: readonly string[] = ['refactor']) {
  const text = marked.replace(/[⟦⟧]/gu, '');
  const start = marked.indexOf('⟦');
  const end = marked.includes('⟧') ? marked.indexOf('⟧') - 1 : start;
  assert.ok(start >= 0, 'a place');
  asked.write(text);
  return { text, actions: asked.actions(start, end, only) };
}

/** The text after the refactoring whose title begins so; `undefined`: none is offered. */
export function afterRefactoring(asked: Asked, marked: string, title: string): string | undefined {
  const { text, actions } = offeredIn(asked, marked);
  const found = actions.find(each => each.title.startsWith(title));
  return found && afterAction(text, found, asked.uri);
}
