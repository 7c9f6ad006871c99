/** Patterns for paths, for shells that do not expand them, and for those who quote them. */

/** Whether a text means more than one path: it holds `*`, `?`, `[…]` or `{…}`. */
export const isGlob = (text: string): boolean => /[*?]|\[[^\]]+\]|\{[^}]*\}/u.test(text);

/** The folders before the first part that is a pattern; `''` where the first is one. Slashes stay as they are. */
export function globBase(glob: string): string {
  const parts = glob.split('/');
  const at = parts.findIndex(isGlob);
  return parts.slice(0, Math.max(at, 0)).join('/');
}

/** How many patterns one with braces may stand for. */
const mostAlternatives = 1000;

/**
 * Whether a path, with slashes, is one that the pattern means: `*` and `?` stay in one part, `**` is any number of parts, `[a-z]`
 * one character, `{a,b}` one of several texts. A part that begins with a dot is named by its dot, as in shells.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  const patterns = alternatives(glob).map(each => each.replace(/^\.\//u, '').split('/'));
  return path => {
    const parts = path.split('/');
    return patterns.some(pattern => matchesParts(pattern, parts));
  };
}

/** Part by part, as in a table of how far each has come: the time is bounded by the product of the lengths. */
function matchesParts(pattern: readonly string[], parts: readonly string[]): boolean {
  let reached = new Set([0]);
  for (const step of pattern) {
    reached =
      step === '**'
        ? spread(reached, parts.length, at => parts[at]?.startsWith('.') !== true)
        : stepped(reached, at => parts[at] !== undefined && matchesPart(step, parts[at]));
  }
  return reached.has(parts.length);
}

function matchesPart(step: string, part: string): boolean {
  if (part.startsWith('.') && !step.startsWith('.')) return false;
  const tokens = step.matchAll(/\[(!|\^)?(\]?[^\]]*)\]|./gsu);
  const characters = [...part];
  let reached = new Set([0]);
  for (const [token, not, set] of tokens) {
    reached =
      token === '*'
        ? spread(reached, characters.length, () => true)
        : stepped(reached, at => matchesCharacter(characters[at], token, set, not !== undefined));
  }
  return reached.has(characters.length);
}

function matchesCharacter(
  character: string | undefined,
  token: string,
  set: string | undefined,
  isNegated: boolean,
): boolean {
  if (character === undefined) return false;
  if (set !== undefined) return isIn(set, character) !== isNegated;
  return token === '?' || token === character;
}

/** One further from each place where that is possible. */
const stepped = (reached: ReadonlySet<number>, isPossible: (at: number) => boolean): Set<number> =>
  new Set([...reached].filter(isPossible).map(at => at + 1));

/** Any number further from each place, as long as `isPassable`. */
function spread(
  reached: ReadonlySet<number>,
  length: number,
  isPassable: (at: number) => boolean,
): Set<number> {
  const next = new Set<number>();
  for (let at = 0; at <= length; at++)
    if (reached.has(at) || (next.has(at - 1) && isPassable(at - 1))) next.add(at);
  return next;
}

/** Whether a character is in the set that stands between square brackets: `abc`, `a-z`. */
function isIn(set: string, character: string): boolean {
  const [...members] = set;
  for (let at = 0; at < members.length; at++) {
    const from = members[at] ?? '';
    const isRange = members[at + 1] === '-' && members[at + 2] !== undefined;
    const to = isRange ? (members[at + 2] ?? '') : from;
    if (from <= character && character <= to) return true;
    if (isRange) at += 2;
  }
  return false;
}

/** The patterns without braces that one with braces stands for; as it is where there would be too many. */
function alternatives(glob: string): readonly string[] {
  let found: readonly string[] = [glob];
  for (;;) {
    const next = found.flatMap(each => {
      // The innermost pair first: what is in it holds none.
      const braces = /\{([^{}]*)\}/u.exec(each);
      if (braces === null) return [each];
      const [whole, inner = ''] = braces;
      const before = each.slice(0, braces.index);
      const after = each.slice(braces.index + whole.length);
      return inner.split(',').map(choice => `${before}${choice}${after}`);
    });
    if (next.length > mostAlternatives) return [glob];
    if (next.length === found.length && next.every((each, at) => each === found[at])) return found;
    found = next;
  }
}
