/** Every request of the language service at once, for tests that only want to know that it answers. */
import { createLanguageService, type LanguageService } from '../../server/src/core/index.ts';
import { lineMap } from '../../server/src/core/util/lineMap.ts';
import { type MemoryWorkspace, memoryWorkspace } from './memoryWorkspace.ts';
import { costOf } from './processorTime.ts';

export interface LoadedService {
  readonly service: LanguageService;
  readonly workspace: MemoryWorkspace;
}

export async function loadedService(files: Readonly<Record<string, string>>): Promise<LoadedService> {
  const workspace = memoryWorkspace(files);
  const service = createLanguageService(workspace);
  await service.load();
  return { service, workspace };
}

/** What the editor shows of a document as a whole, for comparing. */
export function whole(service: LanguageService, uri: string): unknown {
  const { version: _, ...graph } = service.graph(uri) ?? { version: 0 };
  return {
    findings: service.diagnostics(uri),
    symbols: service.documentSymbols(uri),
    folding: service.foldingRanges(uri),
    links: service.documentLinks(uri),
    graph,
  };
}

/** Every request about a document, those at a place with the cursor at each of the offsets; `text` is the document's. */
function everyRequest(
  service: LanguageService,
  uri: string,
  text: string,
  offsets: readonly number[],
): readonly (() => unknown)[] {
  const lines = lineMap(text);
  const everything = lines.range({ start: 0, end: text.length });
  const requests: (() => unknown)[] = [
    () => service.diagnostics(uri),
    () => service.codeActions(uri, everything, undefined),
    () => service.documentSymbols(uri),
    () => service.foldingRanges(uri),
    () => service.documentLinks(uri),
    () => service.formatting(uri, { tabSize: 2, insertSpaces: true }),
    () => service.graph(uri),
    () => service.chains(),
    () => service.workspaceSymbols(text.slice(0, 3)),
    () => service.incomingCalls(uri, undefined),
    () => service.outgoingCalls(uri, undefined),
  ];
  for (const offset of offsets) {
    const position = lines.position(offset);
    requests.push(
      () => {
        const [first] = service.completion(uri, position, { snippets: true }).items;
        if (first !== undefined) service.resolveCompletion(first);
      },
      () => service.hover(uri, position),
      () => service.definition(uri, position),
      () => service.prepareCallHierarchy(uri, position),
      () => service.rename(uri, position, 'renamed'),
      () => service.selectionRanges(uri, [position]),
    );
  }
  return requests;
}

/** Asks everything, with the cursor at each of the offsets. */
export function askEverything(...asked: Parameters<typeof everyRequest>): void {
  for (const request of everyRequest(...asked)) request();
}

/**
 * Asks everything too, and gives the cost of the dearest request in milliseconds. Reading the processor's clock takes as long as a
 * small request does, so it is only done where the answer matters.
 */
export function costOfEverything(...asked: Parameters<typeof everyRequest>): number {
  return Math.max(...everyRequest(...asked).map(costOf));
}
