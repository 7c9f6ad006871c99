/**
 * Mocha for the extension host in a worker: its build for browsers puts itself into the global object, and this gives it the shape of
 * the package. The bundle of that host takes this module for the package.
 */
import '../../../../node_modules/mocha/mocha.js';

const loaded: unknown = Reflect.get(globalThis, 'Mocha');
export default loaded;

/** The functions of the interface are in the global object once `pre-require` was emitted. */
const delegate =
  (name: string) =>
  (...given: unknown[]): unknown => {
    const found: unknown = Reflect.get(globalThis, name);
    if (typeof found !== 'function') throw new Error(`Mocha has no ${name} yet`);
    return Reflect.apply(found, undefined, given);
  };

export const describe = delegate('describe');
export const it = delegate('it');
export const before = delegate('before');
export const after = delegate('after');
export const beforeEach = delegate('beforeEach');
export const afterEach = delegate('afterEach');
