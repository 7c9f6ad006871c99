/** What of a chain a new document may come from, for a person to choose among. */
import { calledDocument, type DocumentKind } from '../model/calledDocument.ts';
import type { ChainModel } from '../model/chain.ts';
import type { Span } from '../util/span.ts';
import { plainLine } from './inert.ts';

export interface DocumentSource {
  /** `undefined`: the chain as a whole. */
  readonly node: string | undefined;
  /** The node in the chain's text. */
  readonly span: Span | undefined;
  /** What the node asks or does, or the chain's title. */
  readonly label: string;
  /** What the document may be called. */
  readonly title: string;
}

/** What a chain is called: its title, else its id; `''` where it has neither yet. */
export const chainTitle = ({ title, id }: ChainModel): string =>
  [title?.text, id?.text].find(words => words !== undefined && words.trim() !== '') ?? '';

/**
 * For a decision record the chain's decisions and the steps that write one, in text order, then the chain as a whole. For a
 * post-mortem the chain alone, with the step that writes it where it has one.
 */
export function documentSources(model: ChainModel, kind: DocumentKind): readonly DocumentSource[] {
  const whole = chainTitle(model);
  const callers = model.nodes.filter(node => calledDocument(node) === kind);
  if (kind === 'post-mortem') {
    return [
      {
        node: callers[0]?.id,
        span: callers[0]?.span,
        label: plainLine(whole),
        title: asTitle(whole),
      },
    ];
  }
  return [
    ...callers.map(({ id, span, label }) => ({
      node: id,
      span,
      label: plainLine(label),
      title: asTitle(label),
    })),
    { node: undefined, span: undefined, label: plainLine(whole), title: asTitle(whole) },
  ];
}

/** A question without its mark, cut between two words where it is long: a title is for a list. */
function asTitle(words: string): string {
  const line = plainLine(words).replace(/\s*\?+$/u, '');
  if (line.length <= longestTitle) return line;
  const end = line.lastIndexOf(' ', longestTitle);
  // A cut inside a pair would leave half of a character.
  return line.slice(0, end > 0 ? end : longestTitle).replace(/[\uD800-\uDBFF]$/u, '');
}

/** In UTF-16 units. */
const longestTitle = 100;
