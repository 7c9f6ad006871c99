/** Every request of the language service at once, for tests that only want to know that it answers. */
import { createLanguageService, type LanguageService } from '../../server/src/core/index.ts';
import { lineMap } from '../../server/src/core/util/lineMap.ts';
import { type MemoryWorkspace, memoryWorkspace } from './memoryWorkspace.ts';

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

/** Asks everything, with the cursor at each of the offsets. */
export function askEverything(
  service: LanguageService,
  uri: string,
  text: string,
  offsets: readonly number[],
): void {
  whole(service, uri);
  service.chains();
  const lines = lineMap(text);
  service.codeActions(uri, lines.range({ start: 0, end: text.length }), undefined);
  for (const offset of offsets) {
    const position = lines.position(offset);
    const { items } = service.completion(uri, position, { snippets: true });
    const [first] = items;
    if (first !== undefined) service.resolveCompletion(first);
    service.hover(uri, position);
    service.definition(uri, position);
    service.selectionRanges(uri, [position]);
  }
}
