/** Durations, windows and targets: whole ones to begin with, and units behind a number that was written. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Phase } from '../model/chain.ts';
import type { SuitePhase } from '../model/suite.ts';
import { longestValue, numberPattern, rangePattern } from '../model/values/quantity.ts';
import { type DurationUnit, unitSpellings } from '../model/values/timeUnit.ts';
import type { CompletionRequest, Suggestion } from './completionRequest.ts';

export type Quantity = 'duration' | 'timeline' | 'target' | 'window' | 'cadence';

const units: readonly DurationUnit[] = [
  'minute',
  'hour',
  'day',
  'working-day',
  'week',
  'month',
  'quarter',
  'year',
];
const windowUnits: readonly DurationUnit[] = ['hour', 'day', 'week', 'month', 'quarter'];

/** What people write most, where nothing is written yet. */
const beginnings: Readonly<Record<Quantity, readonly string[]>> = {
  duration: ['30 minutes', '1-2 hours', '4 hours', '1 day', '2-3 days', '1 week', '2-4 weeks'],
  timeline: ['1-2 days', '1 week', '2-4 weeks', '1-3 months'],
  target: ['< 30 minutes', '>= 90 %', 'at most 3', '-20 %', '4.5+'],
  window: ['hours 0-24', 'day 1', 'days 1-3', 'week 1', 'weeks 1-4', 'month 1'],
  cadence: [],
};

/** A number or a range, and a unit that was begun. */
const begunPattern = new RegExp(
  `^((${numberPattern})(?:${rangePattern}(${numberPattern}))?)(\\s*)[a-z ]*$`,
  'iu',
);
const comparatorPattern = /^(?:[<>]=?|=|at least|at most|under|over|[-+])\s*/iu;

export function quantitySuggestions(request: CompletionRequest, meaning: Quantity): readonly Suggestion[] {
  const { cursor } = request;
  const prefix = cursor.word.prefix.trimStart();
  if (prefix.length > longestValue) return [];
  const begun = [...(meaning === 'window' ? followingWindow(request) : []), ...beginnings[meaning]];
  const texts = prefix === '' ? [...new Set(begun)] : continued(prefix, meaning);
  return texts.map(text => ({
    label: text,
    kind: prefix === '' ? CompletionItemKind.Value : CompletionItemKind.Unit,
    insert: { type: 'scalar', text },
  }));
}

/** The window that goes on where that of the phase before ends, as long as that. */
function followingWindow({ context, offset }: CompletionRequest): readonly string[] {
  const { model } = context.document;
  const phases: readonly (Phase | SuitePhase)[] =
    model?.kind === 'chain' || model?.kind === 'suite' ? model.phases : [];
  const before = phases.filter(phase => phase.span.start < offset);
  const window = before.findLast(phase => phase.window !== undefined && phase.window.span.end < offset)
    ?.window?.value;
  if (window === undefined) return [];
  const { unit, first, last } = window;
  // Minutes and hours are offsets that meet at their ends; all longer units are counted.
  const isOffset = unit === 'minute' || unit === 'hour';
  const start = isOffset ? last : last + 1;
  const end = last + Math.max(1, isOffset ? last - first : last - first + 1);
  const [many = unit, one = unit] = unitSpellings[unit];
  return [start === end ? `${one} ${start}` : `${many} ${start}-${end}`];
}

function continued(prefix: string, meaning: Quantity): readonly string[] {
  if (meaning === 'window') return windowsFrom(prefix);
  const comparator = meaning === 'target' ? (comparatorPattern.exec(prefix)?.[0] ?? '') : '';
  const begun = begunPattern.exec(prefix.slice(comparator.length));
  if (begun === null) return [];
  const [, written = '', first, last, blank = ''] = begun;
  const isOne = (last ?? first) === '1';
  const words = units.flatMap(unit => unitSpellings[unit].slice(isOne ? 1 : 0).slice(0, 1));
  return [...(meaning === 'target' ? ['%'] : []), ...words].map(
    word => `${comparator}${written}${blank === '' ? ' ' : blank}${word}`,
  );
}

/** A window's unit stands before its numbers. */
function windowsFrom(prefix: string): readonly string[] {
  const begun = /^([a-z]+)\s*$/iu.exec(prefix)?.[1]?.toLowerCase();
  if (begun === undefined) return [];
  const [many, one] = [windowUnits.flatMap(unit => unitSpellings[unit].slice(0, 1)), windowUnits];
  const texts = [...many.map(unit => `${unit} 1-2`), ...one.map(unit => `${unit} 1`)];
  return texts.filter(text => text.startsWith(begun));
}
