/** Prints the tests' events as they come and keeps the count. */
import { Failure } from '../../../scripts/support/failure.ts';
import type { TestEvent } from './driver.ts';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export interface ResultsPrinter {
  take(event: TestEvent): void;
  /** The count, once the tests have told that they finished; throws where they did not, or where none ran. */
  count(): Count;
  /** The last event's time, in milliseconds since the process began. */
  readonly heardAt: () => number;
}

/** `print` takes whole lines; default: standard output. */
export function createResultsPrinter(
  run: string,
  print: (line: string) => void = console.log,
): ResultsPrinter {
  let finished: (TestEvent & { kind: 'finished' }) | undefined;
  let heard = performance.now();
  let passed = 0;
  const failures: string[] = [];
  return {
    heardAt: () => heard,
    take: event => {
      heard = performance.now();
      if (event.kind === 'suite') print(`${'  '.repeat(event.depth)}${event.title}`);
      else if (event.kind === 'passed') {
        passed += 1;
        print(`    ✔ ${event.title} (${Math.round(event.milliseconds)} ms)`);
      } else if (event.kind === 'failed') {
        failures.push(event.title);
        print(`    ✖ ${event.title}\n${event.error.replace(/^/gm, '        ')}`);
      } else finished = event;
    },
    count: () => {
      if (finished === undefined) throw new Failure(`${run}: the tests ended without telling their results.`);
      if (finished.skipped > 0)
        throw new Failure(`${run}: ${finished.skipped} test(s) were skipped; none may be.`);
      if (passed + failures.length === 0) throw new Failure(`${run}: no test ran.`);
      // Both ways of counting must agree, else events were lost.
      if (finished.passed !== passed)
        throw new Failure(`${run}: told ${finished.passed}, seen ${passed} passed.`);
      if (finished.failed !== failures.length)
        throw new Failure(`${run}: told ${finished.failed}, seen ${failures.length} failed.`);
      return { passed, failed: failures.length };
    },
  };
}
