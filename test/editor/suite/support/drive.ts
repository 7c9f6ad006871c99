/** The tests' end of the channel to the driver outside: see runs.ts. */
import { workspace } from 'vscode';
import type { Driver, TestEvent } from '../../driver/driver.ts';
import { type TestFacts, testSection } from '../../driver/driver.ts';

/** Real keys, clicks and pictures. */
export const drive: Driver = {
  press: (...given) => call('press', given),
  type: (...given) => call('type', given),
  click: (...given) => call('click', given),
  hover: (...given) => call('hover', given),
  waitFor: (...given) => call('waitFor', given),
  focus: (...given) => call('focus', given),
  count: (...given) => call('count', given),
  texts: (...given) => call('texts', given),
  attribute: (...given) => call('attribute', given),
  waitForValue: (...given) => call('waitForValue', given),
  boxes: (...given) => call('boxes', given),
  wheel: (...given) => call('wheel', given),
  drag: (...given) => call('drag', given),
  accessibilityProblems: (...given) => call('accessibilityProblems', given),
  screenshot: (...given) => call('screenshot', given),
  windowWords: (...given) => call('windowWords', given),
  servers: (...given) => call('servers', given),
  killServers: (...given) => call('killServers', given),
  hangServers: (...given) => call('hangServers', given),
  resize: (...given) => call('resize', given),
};

/** The name of this run in runs.ts. */
export const currentRun = (): string => fact('run');

export async function tell(event: TestEvent): Promise<void> {
  await post('event', event);
}

async function call<Method extends keyof Driver>(
  method: Method,
  given: Parameters<Driver[Method]>,
): Promise<Awaited<ReturnType<Driver[Method]>>> {
  const answer = await post(method, given);
  if (answer.error !== undefined) throw new Error(`drive.${method}: ${answer.error}`);
  return answer.value;
}

/** The answer's type is the caller's word: both ends are built together, from the same interface. */
async function post(name: string, body: unknown) {
  const response = await fetch(`${fact('driver')}/${name}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return JSON.parse(await response.text());
}

function fact(name: keyof TestFacts): string {
  const value = workspace.getConfiguration(testSection).get<string>(name);
  if (value !== undefined) return value;
  throw new Error('These tests are started by "npm run test:editor" or "npm run test:desktop".');
}
