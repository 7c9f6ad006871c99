import { table } from '../../../../schemas/generated/table.ts';
import type { RecordDescription } from '../../../../schemas/table.ts';
import { jumpTargetsFrom } from '../analysis/jumps.ts';
import { nodeAt } from '../model/references.ts';
import { fileName, isSaved } from '../project/places.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { ListNode, MapNode, SyntaxNode } from '../syntax/tree.ts';
import type { Fix, Rule } from './rule.ts';
import { addKey, renameKey } from './support/edits.ts';
import { isMisspelled } from './support/openRecords.ts';
import { pairAdvice, pairFixes, pairOf } from './support/pairs.ts';
import { placeholder } from './support/placeholders.ts';
import { shapeProblems } from './support/shapeProblems.ts';
import { bare, capitalised, enumerated, quoted } from './support/words.ts';

export const missingKey: Rule = {
  code: 'missing-key',
  family: 'shape',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A mapping lacks a key that it needs.',
  details:
    'A chain needs its id, a title and something to do; each kind of node has the keys that make it one. The quick fix adds the key at its usual place with a value to write over.',
  valid: [
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
  ],
  invalid: [
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
#   ^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: To be written
`,
    },
    {
      text: `chain: restore-service
#^^^^
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
      fixed: `chain: restore-service
title: Restore service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `chain: restore-service
#^^^^
title: Restore the service
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: some-skill
    do: To be written
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - { skill: site-reliability-engineer } # on call
#     ^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - { skill: site-reliability-engineer, do: To be written } # on call
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - do: Restore the service
#   ^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: some-skill
    do: Restore the service
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - phase: Now
#   ^^^^^
    steps:
      - skill: site-reliability-engineer
        do: Restore the service
  - phase: Later
    steps:
      - skill: technical-writer
        do: Write down what happened
`,
      fixed: `chain: restore-service
title: Restore the service
phases:
  - phase: Now
    steps:
      - skill: site-reliability-engineer
        do: Restore the service
  - phase: Later
    steps:
      - skill: technical-writer
        do: Write down what happened
`,
    },
  ],
  *check(context) {
    const { document, soundness } = context;
    for (const { map, span, record, keys } of shapeProblems(document, 'missing-key')) {
      if (!soundness.holdsFor(map) || keys.some(each => isMisspelled(map, record, each))) continue;
      const [key = ''] = keys;
      const isMany = bare(record.title) === record.title;
      const where = `${isMany ? 'These' : 'This'} ${bare(record.title)}`;
      const has = isMany ? 'have' : 'has';
      const message =
        keys.length === 1
          ? `${where} ${has} no ${quoted(key)}. Add it: ${purpose(record, key)}`
          : `${where} ${has} neither ${enumerated(keys, 'or').replace(' or ', ' nor ')}. Add one of them.`;
      yield {
        span,
        message,
        fixes: keys.flatMap((each, at) => addition(document, map, record, each, at === 0)),
      };
    }
    const phases = new Map<ListNode, readonly Fix[] | undefined>();
    for (const { map, span, name, keys, near } of shapeProblems(document, 'unknown-variant')) {
      if (near !== undefined || !soundness.holdsFor(map)) continue;
      const pair = pairOf(context, map, document.shape.shapes.get(map));
      const [entry] = map.entries;
      if (map.parent?.kind === 'list') {
        const list = map.parent;
        const isFirst = !phases.has(list);
        if (isFirst) phases.set(list, phasesAsSteps(list));
        const asPhases = phases.get(list);
        if (asPhases !== undefined) {
          const message = 'A phase stands under "phases", not under "steps". Change that key.';
          if (isFirst) yield { span, message, fixes: asPhases };
          continue;
        }
      }
      if (pair !== undefined && entry !== undefined) {
        const message = `Nothing tells what kind of ${bare(name)} this is. ${pairAdvice(entry.key.text, pair)}`;
        yield { span, message, fixes: pairFixes(document, map, pair) };
        continue;
      }
      const record = document.shape.records.get(map);
      const guessed =
        record === undefined ? [] : keys.filter(key => record.keys.some(each => each.key === key));
      yield {
        span,
        message: `Nothing tells what kind of ${bare(name)} this is. Add ${enumerated(keys, 'or')}.`,
        fixes:
          record === undefined
            ? []
            : guessed.flatMap((each, at) => addition(document, map, record, each, at === 0)),
      };
    }
  },
};

/** How `steps:` at the top of a chain becomes `phases:`, where all in it are phases. */
function phasesAsSteps(list: ListNode): readonly Fix[] | undefined {
  const isPhase = (node: SyntaxNode): boolean =>
    node.kind === 'map' && node.entries.some(({ key }) => key.text === 'phase');
  const entry = list.parent;
  if (entry?.kind !== 'entry' || entry.key.text !== 'steps' || !list.items.every(isPhase)) return undefined;
  const isTop = entry.parent.parent === undefined;
  if (!isTop || entry.parent.entries.some(({ key }) => key.text === 'phases')) return undefined;
  return [{ title: 'Change "steps" to "phases"', edits: renameKey(entry, 'phases'), preferred: true }];
}

/** What the key says, in the words of the schemas: their first sentence. */
function purpose(record: RecordDescription, key: string): string {
  const description = record.keys.find(each => each.key === key)?.description ?? '';
  const [sentence = ''] = description.split(/(?<=[.;:])\s/);
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/[.;:]$/, '')}.`;
}

function addition(
  document: DocumentState,
  map: MapNode,
  record: RecordDescription,
  key: string,
  preferred: boolean,
): readonly Fix[] {
  const at = record.keys.findIndex(each => each.key === key);
  const description = record.keys[at];
  if (description === undefined) return [];
  const value = knownValue(document, map, key) ?? placeholder(description.shape);
  const behind = record.keys.slice(0, at).map(each => each.key);
  const edits = addKey(document, map, key, value, behind);
  return edits === undefined
    ? []
    : [{ title: `Add ${quoted(key)}`, edits, ...(preferred ? { preferred } : {}) }];
}

/**
 * What a value is, where the rest tells: the chain's id by the file's name, its title by its id, and where a refusal goes back to by
 * what stands before the checkpoint.
 */
function knownValue(document: DocumentState, map: MapNode, key: string): string | undefined {
  const model = document.model?.kind === 'chain' ? document.model : undefined;
  if (model === undefined) return undefined;
  if (key === 'back-to') {
    const checkpoint = nodeAt(model, map.span.start);
    const targets = checkpoint === undefined ? [] : jumpTargetsFrom(model, checkpoint, key);
    return targets.findLast(({ phase }) => phase === undefined)?.id;
  }
  if (map !== document.tree.root) return undefined;
  const [stem = ''] = fileName(document.uri).split('.');
  if (key === table.kinds.find(each => each.kind === 'chain')?.keys[0]) {
    return isSaved(document.uri) && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(stem) ? stem : undefined;
  }
  const id = model.id?.text;
  if (key !== 'title' || id === undefined || !/^[a-z][a-z0-9-]*$/.test(id)) return undefined;
  return capitalised(id.replaceAll('-', ' '));
}
