/** How a value was understood, in words: what it reads as, and what that means where it stands. */
import type { KeyDescription, RecordDescription } from '../../../../../schemas/table.ts';
import type { SubChainNode } from '../../model/chain.ts';
import { describeCadence, readCadence } from '../../model/values/cadence.ts';
import { describeCondition, readCondition } from '../../model/values/condition.ts';
import {
  describeDuration,
  describeTimeline,
  readDuration,
  readTimeline,
} from '../../model/values/duration.ts';
import { describeNumberRange, readCount, readNumberRange } from '../../model/values/number.ts';
import type { Parsed } from '../../model/values/parsed.ts';
import { describeTarget, readTarget } from '../../model/values/target.ts';
import {
  describeVersion,
  describeVersionRange,
  readVersion,
  readVersionRange,
  satisfies,
  type Version,
} from '../../model/values/version.ts';
import { describeWindow, readWindow } from '../../model/values/window.ts';
import type { ScalarNode } from '../../syntax/tree.ts';
import type { FeatureContext } from '../feature.ts';
import { chainsNamed } from './declarations.ts';
import type { WordAt } from './symbolAt.ts';

/** Plain text; `undefined` for free words and for what could not be read. */
export function understood(context: FeatureContext, word: WordAt): string | undefined {
  const { scalar, shape } = word;
  const { text } = scalar;
  switch (shape?.meaning) {
    case 'duration':
      return said(readDuration(text), describeDuration);
    case 'timeline':
      return said(readTimeline(text), describeTimeline);
    case 'target':
      return targetWithin(word);
    case 'window':
      return said(readWindow(text), describeWindow);
    case 'condition':
      return said(readCondition(text), describeCondition);
    case 'cadence':
      return said(readCadence(text), describeCadence);
    case 'number-range':
      return said(readNumberRange(text), describeNumberRange);
    case 'version':
      return said(readVersion(text), versionWords);
    case 'version-range':
      return rangeWords(context, scalar);
    case 'count':
      return countWords(context, word);
    case 'jump-target':
      return wordsFor(jumps, text);
    default:
      return fixedWords(context, word);
  }
}

const said = <Value>(read: Parsed<Value>, describe: (value: Value) => string): string | undefined =>
  read.ok ? describe(read.value) : undefined;

/** What stands under `key` in a table of words; keys from a document are no properties of it. */
const wordsFor = (words: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;

const jumps: Readonly<Record<string, string>> = {
  next: 'Goes on with the node after this one.',
  end: 'The chain ends here and has succeeded; its handoffs follow.',
  stop: 'The chain ends here and has failed; nothing follows.',
};

/** A target with the time in which it is to be reached, where that stands beside it. */
function targetWithin({ scalar, entry }: WordAt): string | undefined {
  const target = said(readTarget(scalar.text), describeTarget);
  const map = entry?.parent;
  const beside =
    map?.kind === 'map' ? map.entries.find(({ key }) => key.text === 'within')?.value : undefined;
  const within = beside?.kind === 'scalar' ? said(readDuration(beside.text), describeDuration) : undefined;
  return target === undefined || within === undefined ? target : `${target}, within ${within}`;
}

/** The ranges that a chain of this version lies in, as those who run it write them. */
function versionWords(version: Version): string {
  const { major, minor } = version;
  const caret = major > 0 ? `^${major}` : `^0.${minor}`;
  return `Version ${describeVersion(version)}: chains that ask for ${caret} or ~${major}.${minor} may run it.`;
}

/** A range, and whether the chain that is asked for lies in it. */
function rangeWords(context: FeatureContext, scalar: ScalarNode): string | undefined {
  const range = readVersionRange(scalar.text);
  if (!range.ok) return undefined;
  const words = describeVersionRange(range.value);
  const { model } = context.document;
  const node =
    model?.kind === 'chain'
      ? model.nodes.find(
          (each): each is SubChainNode => each.kind === 'chain' && each.version?.node === scalar,
        )
      : undefined;
  const [chain] = node === undefined ? [] : chainsNamed(context, node.chain.text);
  const version = readVersion(chain?.model.version?.text ?? '');
  if (!version.ok) return words;
  const verdict = satisfies(version.value, range.value) ? 'lies in it' : 'does not lie in it';
  return `${words}; the chain there is ${describeVersion(version.value)}, which ${verdict}`;
}

/** What a number bounds, by the key it stands under; `undefined` where the key says it all. */
function countWords(context: FeatureContext, { scalar, entry }: WordAt): string | undefined {
  const count = readCount(scalar.text);
  const described = entry && keyOf(context, entry);
  if (!count.ok || described === undefined) return undefined;
  const many = (one: string): string => `${count.value} ${one}${count.value === 1 ? '' : 's'}`;
  switch (`${described.record.name}.${described.key.key}`) {
    case 'refusal.at-most':
    case 'route.at-most':
    case 'otherwise-route.at-most':
      return `At most ${many('return')}; after that the chain stops.`;
    case 'cycles-to-handoff.at-most':
      return `At most ${many('round')}.`;
    case 'join-quorum.at-least':
      return `Goes on once ${many('lane')} ended; those that still run are given up.`;
    case 'capacity.active':
      return `At most ${many('item')} at a time.`;
    default:
      return undefined;
  }
}

/** What words say that the language itself gives a meaning, by key. */
const fixed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  join: {
    all: 'Goes on once all lanes ended.',
    any: 'Goes on once the first lane ended; the others are given up.',
  },
  blocks: {
    true: 'This chain pauses until the other one is done.',
    false: 'This chain goes on while the other one runs.',
  },
  document: {
    adr: 'A decision record, which can be made from here.',
    'post-mortem': 'A post-mortem, which can be made from here.',
  },
  priority: {
    P0: 'The most urgent of P0 to P3.',
    P1: 'The second of P0 to P3, P0 being the most urgent.',
    P2: 'The third of P0 to P3, P0 being the most urgent.',
    P3: 'The least urgent of P0 to P3.',
  },
  support: { all: 'Helps with every item of the suite.' },
  preset: {
    recommended: 'What nearly everyone wants to know.',
    strict: 'Every rule.',
  },
  rules: {
    off: 'Nothing is said.',
    on: 'In the severity of the rule itself, whatever the preset.',
  },
  root: {
    true: 'What stands in configurations further out does not count here.',
    false: 'What stands in configurations further out counts as well.',
  },
  required: { true: 'It must be given.', false: 'It may be left out.' },
};

function fixedWords(context: FeatureContext, { scalar, entry }: WordAt): string | undefined {
  const described = entry && keyOf(context, entry);
  const words = described && Object.hasOwn(fixed, described.key.key) ? fixed[described.key.key] : undefined;
  return words && wordsFor(words, scalar.text);
}

/** What the table says of an entry's key; `undefined` for a name that the author chose. */
function keyOf(
  { document: { shape } }: FeatureContext,
  entry: NonNullable<WordAt['entry']>,
): { readonly key: KeyDescription; readonly record: RecordDescription } | undefined {
  const key = shape.keys.get(entry);
  const record = shape.records.get(entry.parent);
  return key === undefined || record === undefined ? undefined : { key, record };
}
