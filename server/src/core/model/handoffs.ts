/** Reads the handoffs of a chain. One without a kind or without a chain is left out. */
import type { SyntaxNode } from '../syntax/tree.ts';
import type { Handoff, HandoffKind, Word } from './chain.ts';
import { readJump } from './nodes.ts';
import {
  type Budget,
  contentOf,
  type Fields,
  fieldsOf,
  fieldWord,
  fieldWords,
  itemsOf,
  readWord,
  usedArtefacts,
} from './read.ts';
import { readCount } from './values/number.ts';

const handoffKinds: readonly HandoffKind[] = ['then', 'joins', 'cycles-to', 'escalates-to', 'waits-for'];

export function readHandoffs(budget: Budget, node: SyntaxNode | undefined): readonly Handoff[] {
  return itemsOf(budget, node).flatMap((item): readonly Handoff[] => {
    const syntax = contentOf(item);
    if (syntax?.kind !== 'map') return [];
    const fields = fieldsOf(budget, syntax);
    const kind = handoffKinds.find(key => fields.has(key));
    const chain = kind && fieldWord(fields, kind);
    if (kind === undefined || chain === undefined) return [];
    const place = fieldWord(fields, kind === 'waits-for' ? 'before' : 'from');
    const resumes = readJump(fields, 'resumes-at', syntax);
    return [
      {
        kind,
        chain,
        ...wordsOf(fields),
        ...(place && { node: place }),
        ...(resumes && { resumes }),
        blocks: fieldWord(fields, 'blocks')?.text === 'true',
        gate: fieldWords(budget, fields, 'gate'),
        delivers: usedArtefacts(budget, fields, 'delivers'),
        needs: usedArtefacts(budget, fields, 'needs'),
        syntax,
        span: item.span,
      },
    ];
  });
}

/** What is said in one word or sentence each. */
function wordsOf(fields: Fields) {
  const word = (key: string): Word | undefined => fieldWord(fields, key);
  const [at, condition, rollback, until] = [word('at'), word('if'), word('rollback'), word('until')];
  const [every, workaround, cutOver] = [word('every'), word('workaround'), word('cut-over')];
  const atMost = readWord(word('at-most'), readCount);
  return {
    ...(at && { at }),
    ...(condition && { condition }),
    ...(rollback && { rollback }),
    ...(until && { until }),
    ...(atMost && { atMost }),
    ...(every && { every }),
    ...(workaround && { workaround }),
    ...(cutOver && { cutOver }),
  };
}
