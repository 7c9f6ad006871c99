/** Whatever is edited, the page shows what one shows that was opened just now. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changed, changeOf } from '../../../client/src/views/graph/changes.ts';
import { type GraphWords, type ShowMessage, wordKeys } from '../../../client/src/views/graph/messages.ts';
import { present, withoutPlaces } from '../../../client/src/views/graph/presentation.ts';
import { readToPage } from '../../../client/src/views/graph/readMessages.ts';
import { moreToSay, type Said } from '../../../client/src/views/graph/webview/labels.ts';
import { createLayouts } from '../../../client/src/views/graph/webview/layouts.ts';
import { type Scene, scene } from '../../../client/src/views/graph/webview/scene.ts';
import {
  acted,
  cursorMoved,
  emptyState,
  type GraphState,
  scrolled,
  selected,
  shown,
  sized,
  toggled,
} from '../../../client/src/views/graph/webview/state.ts';
import { chainInPhases } from '../../../scripts/bench/texts.ts';
import { createLanguageService } from '../../../server/src/core/languageService.ts';
import type { ChainGraph } from '../../../server/src/lsp/protocol.ts';
import { libraryFiles } from '../../support/library.ts';
import { memoryWorkspace } from '../../support/memoryWorkspace.ts';
import { uri } from './support.ts';

/** The chains that ship, and one of those that are measured. */
const texts = [
  ...Object.entries(libraryFiles).flatMap(([path, text]) => (path.endsWith('.chain.yaml') ? [text] : [])),
  chainInPhases('drawn', 150),
];

const isWords = (given: object): given is GraphWords => wordKeys.every(key => key in given);
const words: object = Object.fromEntries(wordKeys.map(key => [key, `${key} {0}`]));

/** What a person does to a text, at a line and a word of it, or in the page. */
type Deed =
  | {
      readonly kind: 'word' | 'line less' | 'line twice' | 'broken';
      readonly at: number;
      readonly by: string;
    }
  | { readonly kind: 'select' | 'fold' | 'cursor' | 'scroll' | 'fit'; readonly at: number };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('word', 'word', 'line less', 'line twice', 'broken'),
      at: fc.nat(),
      by: fc.constantFrom('dig', 'plant and pick', '1-2 hours', '确定', '"', ''),
    }),
  },
  fc.record({ kind: fc.constantFrom('select', 'fold', 'cursor', 'scroll', 'fit'), at: fc.nat() }),
);

function written(text: string, { kind, at, ...more }: Deed): string {
  const lines = text.split('\n');
  const index = at % lines.length;
  const line = lines[index] ?? '';
  if (!('by' in more)) return text;
  if (kind === 'line less') return lines.toSpliced(index, 1).join('\n');
  if (kind === 'line twice') return lines.toSpliced(index, 0, line).join('\n');
  if (kind === 'broken') return lines.with(index, `${line} "`).join('\n');
  return lines.with(index, line.replace(/(?<=: |- )[^:{[]+$/, more.by)).join('\n');
}

/** The editor's side of it: what it tells the page of each text, changes where it can. */
function createTeller(): (text: string) => object | undefined {
  const service = createLanguageService(memoryWorkspace({}));
  let [version, number] = [0, 0];
  let good: ChainGraph | undefined;
  let sent: ShowMessage | undefined;
  return text => {
    service.setDocument(uri, ++version, text);
    const current = service.graph(uri) ?? undefined;
    if (current?.complete === true) good = current;
    const { graph, stale } = present(good, current);
    if (graph === undefined) return undefined;
    const drawn = { ...withoutPlaces(graph), version: 0 };
    const next: ShowMessage = {
      ...{ type: 'show', uri, version, number: ++number, graph: drawn, stale, notice: null },
    };
    const message = changeOf(sent, next) ?? next;
    sent = next;
    return structuredClone(message);
  };
}

/** The page's side of it. */
interface Page {
  readonly told: ShowMessage | undefined;
  readonly state: GraphState;
  readonly said: Said | undefined;
  readonly painted: Scene | undefined;
}

const newLayouts = () =>
  createLayouts({ layOut: () => assert.fail(), restart: () => {}, after: () => () => {} });

/** What the page tells the painter of a state, after what it told before. */
function painted(page: Page, state: GraphState): Page {
  assert.ok(isWords(words));
  const { graph, drawing, stale } = state;
  if (graph === undefined || drawing === undefined) return { ...page, state };
  const said = graph === page.said?.graph ? page.said : moreToSay(graph, stale, words, page.said);
  const source = { state, drawing, more: said.more, atCursor: words.atCursor };
  return { ...page, state, said, painted: scene(source, page.painted) };
}

const size = { width: 700, height: 500 };
const fresh: Page = {
  ...{ told: undefined, state: sized(emptyState, size), said: undefined, painted: undefined },
};

test('an edit, a click or a turn of the wheel leads to what a fresh page shows', () => {
  fc.assert(
    fc.property(fc.nat(texts.length - 1), fc.array(deed, { minLength: 1, maxLength: 6 }), (which, deeds) => {
      let text = texts[which] ?? '';
      const [tell, layouts] = [createTeller(), newLayouts()];
      const take = (page: Page, message: object | undefined): Page => {
        const read = readToPage(message);
        if (read?.type !== 'show' && read?.type !== 'change') return page;
        const told = read.type === 'show' ? read : changed(page.told, read);
        assert.ok(told !== undefined);
        return painted({ ...page, told }, shown(page.state, told, layouts.draw, undefined));
      };
      let page = take(fresh, tell(text));
      for (const each of deeds) {
        const { state } = page;
        const id = state.graph?.nodes[each.at % state.graph.nodes.length]?.id ?? '';
        text = written(text, each);
        if ('by' in each) page = take(page, tell(text));
        else if (each.kind === 'select') page = painted(page, selected(state, id));
        else if (each.kind === 'fold') page = painted(page, toggled(state, id, layouts.draw));
        else if (each.kind === 'cursor') page = painted(page, cursorMoved(state, uri, id));
        else if (each.kind === 'scroll') page = painted(page, scrolled(state, 0, (each.at % 2000) - 700));
        else page = painted(page, acted(state, 'fit'));
        checkAsFresh(page);
      }
    }),
    { numRuns: 150 },
  );
});

/** The same state, painted by a page that knows nothing. */
function checkAsFresh({ told, state, said, painted: last }: Page): void {
  const { graph, collapsed, stale } = state;
  if (graph === undefined || told === undefined) return;
  const drawing = newLayouts().draw(structuredClone(graph), { collapsed, stale });
  assert.deepEqual(state.drawing, drawing);
  const anew = painted(fresh, { ...state, drawing });
  assert.deepEqual(said?.more, anew.said?.more);
  assert.deepEqual(last?.elements, anew.painted?.elements);
}
