/**
 * What the extension itself takes until it is active, in a process of its own: loads its script, activates it with an editor whose parts do
 * nothing, and prints the milliseconds. What VS Code does with what is registered is not in it.
 */
import Module, { createRequire } from 'node:module';

/** A thing that is whatever somebody takes it for. */
function anything(): object {
  return new Proxy(function nothing() {}, {
    get: (target, name) => {
      if (name === 'then') return undefined;
      if (name === Symbol.iterator) return [][Symbol.iterator];
      if (name === Symbol.toPrimitive) return () => '';
      return Object.hasOwn(target, name) ? Reflect.get(target, name) : anything();
    },
    set: () => true,
    apply: anything,
    construct: anything,
  });
}

const editor = anything();
const load: unknown = Reflect.get(Module, '_load');
if (typeof load !== 'function') throw new Error('This Node loads modules in another way.');
Reflect.set(Module, '_load', (name: string, ...rest: readonly unknown[]): unknown =>
  name === 'vscode' ? editor : load(name, ...rest),
);
const [, , script = ''] = process.argv;
const started = performance.now();
const extension: unknown = createRequire(import.meta.url)(script);
const activate: unknown = Reflect.get(Object(extension), 'activate');
if (typeof activate !== 'function') throw new Error(`${script} activates nothing.`);
activate(Object.assign(anything(), { subscriptions: [] }));
process.stdout.write(String(performance.now() - started));
process.exit();
