/**
 * What the suites use of `node:assert/strict`, for the extension host in a worker, which has no Node. The bundle of that host
 * takes this module for the other one; test/repo/harness.test.ts holds both against each other.
 */

class AssertionError extends Error {
  override name = 'AssertionError';
}

function failed(message: string | Error | undefined, otherwise: string): never {
  if (message instanceof Error) throw message;
  throw new AssertionError(message === undefined ? otherwise : `${message}\n${otherwise}`);
}

const shown = (value: unknown): string => {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value, undefined, 1);
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
};

/** Strictly: the same type, the same prototype, the same own keys, and nothing converted. */
function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return false;
  if (left instanceof Date && right instanceof Date && left.getTime() !== right.getTime()) return false;
  if (left instanceof Map || left instanceof Set) {
    if (!(right instanceof Map || right instanceof Set)) return false;
    return isSame([...left], [...right]);
  }
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    (!Array.isArray(left) || !Array.isArray(right) || left.length === right.length) &&
    keys.every(key => Object.hasOwn(right, key) && isSame(Reflect.get(left, key), Reflect.get(right, key)))
  );
}

function ok(value: unknown, message?: string | Error): asserts value {
  if (!value) failed(message, `${shown(value)} is not truthy`);
}

const both = (left: unknown, right: unknown): string => `found: ${shown(left)}\nexpected: ${shown(right)}`;

export default {
  ok,
  equal: (actual: unknown, expected: unknown, message?: string | Error): void => {
    if (!Object.is(actual, expected)) failed(message, both(actual, expected));
  },
  notEqual: (actual: unknown, expected: unknown, message?: string | Error): void => {
    if (Object.is(actual, expected)) failed(message, `not expected: ${shown(actual)}`);
  },
  deepEqual: (actual: unknown, expected: unknown, message?: string | Error): void => {
    if (!isSame(actual, expected)) failed(message, both(actual, expected));
  },
  notDeepEqual: (actual: unknown, expected: unknown, message?: string | Error): void => {
    if (isSame(actual, expected)) failed(message, `not expected: ${shown(actual)}`);
  },
  match: (text: string, pattern: RegExp, message?: string | Error): void => {
    if (!pattern.test(text)) failed(message, `${shown(text)} does not match ${pattern}`);
  },
  doesNotMatch: (text: string, pattern: RegExp, message?: string | Error): void => {
    if (pattern.test(text)) failed(message, `${shown(text)} matches ${pattern}`);
  },
  fail: (message?: string | Error): never => failed(message, 'Failed'),
  /** `pattern` is held against the error's message. */
  rejects: async (promise: Promise<unknown>, pattern?: RegExp): Promise<void> => {
    const reason: unknown = await promise.then(
      () => failed(undefined, 'It was expected to reject, and did not'),
      (error: unknown) => error,
    );
    if (reason instanceof AssertionError) throw reason;
    if (pattern !== undefined && !pattern.test(String(reason)))
      failed(undefined, `${reason} does not match ${pattern}`);
  },
};
