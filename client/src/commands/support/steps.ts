/** A command that asks for one thing after the other: forward, back, and out. Knows nothing of how it asks. */

/** Where a question stands among those that are asked. */
export interface StepPlace {
  /** From 1. */
  readonly number: number;
  readonly total: number;
  readonly canGoBack: boolean;
}

export interface Step<State> {
  /** Nothing is to be asked here: the answer was given, or there is but one. */
  isKnown(state: State): boolean;
  /**
   * Asks, and gives the state with the answer in it; `undefined`: the person left.
   * @param before The state that this step gave before the person came back to it, so that nobody types a thing twice.
   */
  ask(state: State, place: StepPlace, before: State | undefined): Promise<State | 'back' | undefined>;
}

/** Runs the steps that are not known yet. `undefined` where the person left: then nothing is to be done. */
export async function runSteps<State>(
  steps: readonly Step<State>[],
  initial: State,
): Promise<State | undefined> {
  const asked: { readonly at: number; readonly state: State }[] = [];
  const answers = new Map<number, State>();
  let state = initial;
  let at = 0;
  for (;;) {
    const step = steps[at];
    if (step === undefined) return state;
    if (step.isKnown(state)) {
      at += 1;
      continue;
    }
    const current = state;
    const left = steps.slice(at).filter(each => !each.isKnown(current)).length;
    const place = { number: asked.length + 1, total: asked.length + left, canGoBack: asked.length > 0 };
    const answer = await step.ask(state, place, answers.get(at));
    if (answer === undefined) return undefined;
    if (answer === 'back') {
      const last = asked.pop();
      if (last !== undefined) ({ at, state } = last);
      continue;
    }
    asked.push({ at, state });
    answers.set(at, answer);
    state = answer;
    at += 1;
  }
}
