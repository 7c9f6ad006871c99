import type { RecordDescription } from '../../../../schemas/table.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { Entry } from '../syntax/tree.ts';
import type { Finding, Fix, Rule } from './rule.ts';
import { removeEntry, renameKey } from './support/edits.ts';
import { otherWay } from './support/foreignKeys.ts';
import { misspelledKeys } from './support/openRecords.ts';
import { pairAdvice, pairFixes, pairOf } from './support/pairs.ts';
import { smallPlan } from './support/plans.ts';
import { recordsOfKind } from './support/recordsOfKind.ts';
import { isSpelling } from './support/scalars.ts';
import { shapeProblems } from './support/shapeProblems.ts';
import { unlistedFinding } from './support/unlisted.ts';
import { capitalised, didYouMean, enumerated, quoted } from './support/words.ts';

export const unknownKey: Rule = {
  code: 'unknown-key',
  family: 'shape',
  severity: 'error',
  reliesOn: 'place',
  summary: 'A mapping has a key that the language does not know.',
  details:
    'Nobody reads what is under an unknown key, so a misspelled key quietly loses what it says. Write the key as the language spells it. Keys that begin with x- are free for notes and for other tools. In parts that other tools read too, such as meta and modelConfig of a prompt plan, unknown keys are left alone, and only one that is nearly a key of the language is reported, as a warning.',
  valid: [
    { text: `${smallPlan}modelConfig: { model: gpt-4o, topP: 0.9, stopSequences: [END] }\n` },
    {
      text: `chain: restore-service
title: Restore the service
x-note: Ask the database team first
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    produces: [service]
`,
    },
  ],
  invalid: [
    {
      text: `${smallPlan}modelConfig:
  temprature: 0.2
# ^^^^^^^^^^
`,
      fixed: `${smallPlan}modelConfig:
  temperature: 0.2
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
measures:
  severity:
    range: 1-5
    bands: { low: 1-2, red: 3-5 }
#            ^^^
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    when: severity > 2
`,
      fixed: `chain: restore-service
title: Restore the service
measures:
  severity:
    range: 1-5
    bands: { red: 3-5 }
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    when: severity > 2
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    prodces: [service]
#   ^^^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    produces: [service]
`,
    },
    {
      text: `chain: restore-service
name: Restore the service
#^^^
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skil: site-reliability-engineer
#   ^^^^
    do: Restore the service
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
    colour: green
#   ^^^^^^
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
criteria: [Service is back]
#^^^^^^^
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - skill: site-reliability-engineer
    do: Restore the service
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - decision: Are customers hit?
    routes:
      - when: they are
        skill: technical-writer
#       ^^^^^
        do: Tell the customers
      - otherwise: next
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - decision: Are customers hit?
    routes:
      - when: they are
        steps:
          - skill: technical-writer
            do: Tell the customers
      - otherwise: next
`,
    },
    {
      text: `chain: restore-service
title: Restore the service
steps:
  - decision: Are customers hit?
    routes:
      - when: they are not
        go: end
      - otherwise: next
        steps:
#       ^^^^^
          - skill: technical-writer
            do: Tell the customers
`,
      fixed: `chain: restore-service
title: Restore the service
steps:
  - decision: Are customers hit?
    routes:
      - when: they are not
        go: end
      - otherwise:
          - skill: technical-writer
            do: Tell the customers
`,
    },
  ],
  *check(context) {
    const { document } = context;
    const lists = new Map<unknown, Set<string>>();
    for (const { entry, span, record, near } of shapeProblems(document, 'unknown-key')) {
      const pair =
        near.length === 0
          ? pairOf(context, entry.parent, document.shape.shapes.get(entry.parent))
          : undefined;
      if (pair !== undefined) {
        const message = `${capitalised(record.title)} has no key ${quoted(entry.key.text)}. ${pairAdvice(entry.key.text, pair)}`;
        yield { span, message, fixes: pairFixes(document, entry.parent, pair) };
        continue;
      }
      // The same foreign key in one entry of a list after another: a key above them was lost.
      const list = near.length === 0 ? entry.parent.parent : undefined;
      if (list?.kind === 'list' && isKnownOf(lists, list, entry.key.text)) continue;
      yield { span, ...describe(document, entry, record.title, near, record) };
    }
    for (const problem of shapeProblems(document, 'unlisted')) yield unlistedFinding(document, problem);
    for (const { entry, record, near } of misspelledKeys(document)) {
      yield { span: entry.key.span, severity: 'warning', ...describe(document, entry, record.title, near) };
    }
    for (const { span, name, near } of shapeProblems(document, 'unknown-variant')) {
      if (near !== undefined) yield { span, ...describe(document, near.entry, name, near.keys) };
    }
  },
};

/** Of a record that has this many keys at most, a message tells them all. */
const fewKeys = 4;

const keysOf = ({ keys }: RecordDescription): readonly string[] =>
  keys.length <= fewKeys ? keys.map(({ key }) => key) : [];

/** Remembers a word of something; whether it was remembered before. */
function isKnownOf(words: Map<unknown, Set<string>>, of: unknown, word: string): boolean {
  const known = words.get(of) ?? new Set();
  words.set(of, known);
  const isKnown = known.has(word);
  known.add(word);
  return isKnown;
}

function describe(
  document: DocumentState,
  entry: Entry,
  title: string,
  near: readonly string[],
  record?: RecordDescription,
): Pick<Finding, 'message' | 'fixes'> {
  const key = entry.key.text;
  if (key === '<<') return { message: 'A merge key ("<<") is not read. Write the merged keys out here.' };
  if (key === '') {
    const message = 'Nothing stands before this colon. Write a key there, or put the whole text in quotes.';
    return { message };
  }
  const what = `${capitalised(title)} has no key ${quoted(key)}`;
  return { message: `${what}${advice(document, key, near, record)}`, fixes: fixes(document, entry, near) };
}

function advice(
  { kind }: DocumentState,
  key: string,
  near: readonly string[],
  record: RecordDescription | undefined,
): string {
  if (near.length > 0) return `. ${didYouMean(near)}`;
  const known = record === undefined ? [] : keysOf(record);
  const isWork = kind === 'chain' && record?.keys.some(each => ['id', 'steps'].includes(each.key));
  const keep = 'begin it with "x-" to keep it as a note of your own';
  const way = isWork ? otherWay(key) : undefined;
  if (way !== undefined) return `. ${way} Or ${keep}.`;
  const records = kind === undefined ? [] : recordsOfKind(kind);
  const homes = records.filter(record => record.keys.some(each => each.key === key));
  const isMisplaced = homes.length > 0 && homes.length <= 3;
  if (!isMisplaced && known.length > 0) return `, only ${enumerated(known, 'and')}. Remove it, or ${keep}.`;
  if (homes.length === 0) return `. Remove it, or ${keep}.`;
  if (homes.length > 3) return `, though other parts have one. Move it to where it belongs, or ${keep}.`;
  const titles = [...new Set(homes.map(record => record.title))].join(' or ');
  return `, but ${titles} has. Move it there, or ${keep}.`;
}

function fixes(document: DocumentState, entry: Entry, near: readonly string[]): readonly Fix[] {
  const { key: word, value } = entry;
  const key = word.text;
  const renames = near.map((name, at) => ({
    title: `Change ${quoted(key)} to ${quoted(name)}`,
    edits: renameKey(entry, name),
    ...(value === undefined ? {} : { opens: value.span }),
    ...(at === 0 ? { preferred: true, safe: isSpelling(key, near) } : {}),
  }));
  const removal = removeEntry(document, entry);
  const isPlain = /^[\w.-]+$/.test(key);
  return [
    ...renames,
    ...(removal === undefined ? [] : [{ title: `Remove ${quoted(key)}`, edits: removal }]),
    ...(isPlain ? [{ title: `Keep it as "x-${key}"`, edits: renameKey(entry, `x-${key}`) }] : []),
  ];
}
