/**
 * Reading what a client sent. The protocol's types are promises of the other side, so nothing here trusts them:
 * each reader gives a well-formed value or `undefined`, and never throws.
 */
import type { Position, Range } from 'vscode-languageserver-types';

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value behind `path`, one name per level; `undefined` where a level is missing or no object. */
export function field(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const name of path) {
    if (!isFields(current) || !Object.hasOwn(current, name)) return undefined;
    current = current[name];
  }
  return current;
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A whole number within what the protocol calls `integer` (32 bits, signed). */
export function integer(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31
    ? value
    : undefined;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Lines and characters from 0 on, characters in UTF-16 code units; a place behind the text's end is for the reader to clamp. */
export function position(value: unknown): Position | undefined {
  const line = integer(field(value, 'line'));
  const character = integer(field(value, 'character'));
  if (line === undefined || character === undefined || line < 0 || character < 0) return undefined;
  return { line, character };
}

export function range(value: unknown): Range | undefined {
  const start = position(field(value, 'start'));
  const end = position(field(value, 'end'));
  return start === undefined || end === undefined ? undefined : { start, end };
}
