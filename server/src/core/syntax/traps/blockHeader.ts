/** `target: >5`, which YAML reads as the head of a block of text set in by five, with nothing in it. */

import { quotingMend } from './quoting.ts';
import type { TreeTrap } from './treeTrap.ts';

export const blockHeader: TreeTrap = ({ text, nodes }) =>
  nodes
    .filter(
      ({ span }) => span.end - span.start <= 3 && /^[|>][1-9][+-]?$/.test(text.slice(span.start, span.end)),
    )
    .filter(node => node.kind === 'scalar' && (node.style === 'folded' || node.style === 'literal'))
    .map(({ span }) => {
      const written = text.slice(span.start, span.end);
      return quotingMend(
        text,
        span,
        `YAML reads ${written} as the beginning of a block of text. Put it in quotes.`,
      );
    });
