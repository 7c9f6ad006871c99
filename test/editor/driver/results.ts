/** Prints the tests' events as they come, keeps the count, and ends with what failed. */
import { Failure } from '../../../scripts/support/failure.ts';
import type { TestEvent } from './driver.ts';

export interface Count {
  readonly passed: number;
  /** What is printed of each test that failed: its name, and below it the error. */
  readonly failures: readonly string[];
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
        const failure = failureText(event.title, event.error);
        failures.push(`${run}: ${failure}`);
        print(`    ✖ ${failure}`);
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
      return { passed, failures };
    },
  };
}

/** @param error Of one line or several, as it is told below the title. */
export const failureText = (title: string, error: string): string =>
  `${title}\n${error.replace(/^/gm, '        ')}`;

/**
 * Prints what failed once more, as it may stand thousands of lines above, and last the line "N passed, N failed".
 * @returns Whether all is well: something passed, and nothing failed.
 */
export function printSummary(counts: readonly Count[], print: (line: string) => void = console.log): boolean {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failures = counts.flatMap(count => count.failures);
  if (failures.length > 0) print(`\nWhat failed:\n${failures.map(failure => `    ✖ ${failure}`).join('\n')}`);
  print(`\n${passed} passed, ${failures.length} failed`);
  return passed > 0 && failures.length === 0;
}
