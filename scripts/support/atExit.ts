/**
 * Clean-up that runs however this process ends: by itself, by Ctrl-C, by a polite kill, by a crash.
 * (A kill that cannot be caught is the watchman's matter: see processGroup.ts.)
 */
const actions = new Set<() => void>();
let listening = false;

/**
 * @param action Synchronous, quick, and harmless when what it ends has ended already. The last one added runs first.
 * @returns Takes the action off the list again.
 */
export function atExit(action: () => void): () => void {
  listen();
  actions.add(action);
  return () => {
    actions.delete(action);
  };
}

function listen(): void {
  if (listening) return;
  listening = true;
  process.once('exit', runAll);
  // Ending by a signal is shown to the caller as 128 and the signal's number, as a shell does.
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
}

function runAll(): void {
  for (const action of [...actions].reverse()) {
    actions.delete(action);
    try {
      action();
    } catch (error) {
      console.error('A clean-up failed:', error);
    }
  }
}
