import type { DocumentState } from '../project/snapshot.ts';
import { entryOf, textOf } from '../syntax/path.ts';
import type { MapNode } from '../syntax/tree.ts';
import type { Finding, Fix, Rule } from './rule.ts';
import { addKey } from './support/edits.ts';
import { oneStep } from './support/examples.ts';
import { lacksKey } from './support/missingKeys.ts';
import { quoted } from './support/words.ts';

const handoff = (lines: string): string => `${oneStep}handoffs:
${lines}`;

export const keyWithoutEffect: Rule = {
  code: 'key-without-effect',
  family: 'shape',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'A key of a handoff has no effect without another key.',
  details:
    'A chain resumes only where it was paused: resumes-at needs blocks: true, as without it both chains go on at once. What is cut over from is a workaround: cut-over needs one. Add the other key, or leave this one out.',
  valid: [
    { text: handoff('  - escalates-to: post-mortem\n    blocks: true\n    resumes-at: end\n') },
    {
      text: handoff(
        '  - waits-for: post-mortem\n    workaround: Ask around\n    cut-over: Once it is done\n',
      ),
    },
  ],
  invalid: [
    {
      text: handoff('  - escalates-to: post-mortem\n    resumes-at: end\n#   ^^^^^^^^^^\n'),
      fixed: handoff('  - escalates-to: post-mortem\n    blocks: true\n    resumes-at: end\n'),
    },
    {
      text: handoff(
        '  - { escalates-to: post-mortem, blocks: false, resumes-at: end }\n#                                               ^^^^^^^^^^\n',
      ),
      fixed: handoff('  - { escalates-to: post-mortem, blocks: true, resumes-at: end }\n'),
    },
    {
      text: handoff('  - waits-for: post-mortem\n    cut-over: Once it is done\n#   ^^^^^^^^\n'),
      fixed: handoff(
        '  - waits-for: post-mortem\n    workaround: To be written\n    cut-over: Once it is done\n',
      ),
    },
  ],
  *check({ document, chain, soundness }) {
    // One behind an alias stands once.
    const maps = new Set((chain?.handoffs ?? []).map(({ syntax }) => syntax));
    for (const map of maps) {
      if (!soundness.holdsFor(map)) continue;
      yield* resuming(document, map);
      yield* cuttingOver(document, map);
    }
  },
};

/** `resumes-at` in a chain that does not pause. */
function* resuming(document: DocumentState, map: MapNode): Iterable<Finding> {
  const resumes = entryOf(map, 'resumes-at');
  if (resumes === undefined || lacksKey(document, map, 'escalates-to')) return;
  const begin = 'This says where the chain goes on after a pause, but';
  if (lacksKey(document, map, 'blocks')) {
    yield {
      span: resumes.key.span,
      message: `${begin} nothing pauses it: both chains go on at once. Add "blocks: true", or remove "resumes-at".`,
      fixes: addition(document, map, 'blocks', 'true', ['escalates-to', 'if', 'from']),
    };
    return;
  }
  const blocks = entryOf(map, 'blocks')?.value;
  if (textOf(blocks) !== 'false') return;
  yield {
    span: resumes.key.span,
    message: `${begin} "blocks" is false: both chains go on at once. Make it true, or remove "resumes-at".`,
    fixes:
      blocks?.kind === 'scalar'
        ? [{ title: 'Change "blocks" to true', edits: [{ span: blocks.span, newText: 'true' }] }]
        : [],
  };
}

/** `cut-over` where there is nothing to be given up. */
function* cuttingOver(document: DocumentState, map: MapNode): Iterable<Finding> {
  const cutOver = entryOf(map, 'cut-over');
  if (cutOver === undefined || lacksKey(document, map, 'waits-for') || !lacksKey(document, map, 'workaround'))
    return;
  yield {
    span: cutOver.key.span,
    message:
      'This says when the workaround is given up, but there is none. Add a "workaround" that says what is done until then, or remove "cut-over".',
    fixes: addition(document, map, 'workaround', 'To be written', ['waits-for', 'needs', 'before']),
  };
}

function addition(
  document: DocumentState,
  map: MapNode,
  key: string,
  value: string,
  behind: readonly string[],
): readonly Fix[] {
  const edits = addKey(document, map, key, value, behind);
  return edits === undefined ? [] : [{ title: `Add ${quoted(key)}`, edits, preferred: true }];
}
