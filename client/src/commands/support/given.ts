/** What a caller gave a command beforehand: another extension, a task, a lens, an item of the tree. It may be anything. */

/** The texts among the properties of an argument; what is no text, and what is blank, is not there. */
export function givenTexts<Name extends string>(
  argument: unknown,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const texts: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = property(argument, name);
    if (typeof value === 'string' && value.trim() !== '') texts[name] = value;
  }
  return texts;
}

/** The value behind names, one per level; `undefined` where a level is missing. */
export function property(value: unknown, ...names: readonly string[]): unknown {
  let current = value;
  for (const name of names) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, name);
  }
  return current;
}
