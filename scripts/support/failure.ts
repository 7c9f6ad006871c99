/** A thing that went wrong in a way a person can mend: its message is shown alone, without a stack. */
export class Failure extends Error {
  override name = 'Failure';
}

/** The text to show a person for anything that was thrown: a failure's message, else the stack. */
export function textOfError(error: unknown): string {
  if (error instanceof Failure) return error.message;
  if (error instanceof Error) return error.stack ?? error.message;
  return String(error);
}

/**
 * Runs a script's main function. What it throws is printed and the process ends with code 1, so that a script never
 * ends well by accident. Ends the process: an open handle (a browser, a server) must not keep a finished script alive.
 */
export async function runMain(main: () => Promise<void>): Promise<never> {
  try {
    await main();
  } catch (error) {
    console.error(`\n${textOfError(error)}`);
    process.exit(1);
  }
  process.exit();
}
