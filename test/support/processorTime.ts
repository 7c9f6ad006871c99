/** What a call took of the processor, in milliseconds: unlike the time on the clock it does not depend on what else runs. */
export function costOf(call: () => unknown): number {
  const before = process.cpuUsage();
  call();
  return since(before);
}

/** The same of a call that is awaited. */
export async function costOfAwaiting(call: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await call();
  return since(before);
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
