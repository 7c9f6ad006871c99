import { walk } from '../../../syntax/path.ts';
import { comparable } from '../../../util/comparable.ts';
import type { Span } from '../../../util/span.ts';
import type { FeatureContext } from '../../feature.ts';
import { meaningOf } from '../meaning.ts';
import { endOf, type Hint, shortened } from './hint.ts';

/** Behind each other name of a skill: its id. A name that reads as the id does but for blanks and capitals tells that by itself. */
export function skillHints({ document, project }: FeatureContext, range: Span): readonly Hint[] {
  const { text, tree, shape, uri } = document;
  const { resolve } = project.skillsFor(uri);
  return [...walk(tree)].flatMap((node): readonly Hint[] => {
    if (node.kind !== 'scalar' || node.span.end < range.start || node.span.start > range.end) return [];
    if (meaningOf(node, shape)?.meaning !== 'skill-reference') return [];
    const found = resolve(node.text);
    if (found.kind !== 'known') return [];
    const { declaration, uri: holder } = found.skill;
    const { id, title, summary } = declaration;
    const at = endOf(text, node.span);
    if (comparable(id.text) === comparable(node.text) || at < range.start || at > range.end) return [];
    return [
      {
        at,
        label: `= ${shortened(id.text)}`,
        tooltip: () =>
          [title?.text, summary?.text].filter(words => words !== undefined).join(': ') ||
          `The skill ${id.text}.`,
        leadsTo: () => ({ uri: holder, span: id.span }),
      },
    ];
  });
}
