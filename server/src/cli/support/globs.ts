/** Patterns for paths, for shells that do not expand them, and for those who quote them. */
import { matchesPath, readPathPattern } from '../../core/index.ts';

/** Whether a text means more than one path: it holds `*`, `?` or `{…}`. */
export const isGlob = (text: string): boolean => /[*?]|\{[^}]*\}/u.test(text);

/** The folders before the first part that is a pattern; `''` where the first is one. Slashes stay as they are. */
export function globBase(glob: string): string {
  const parts = glob.split('/');
  const at = parts.findIndex(isGlob);
  return parts.slice(0, Math.max(at, 0)).join('/');
}

/** How many patterns one with braces may stand for. */
const mostAlternatives = 1000;

/**
 * Whether a path, with slashes, is one that a pattern means. It is of the patterns that configurations have, with `{a,b}` for one of several
 * texts, as in shells.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  const patterns = alternatives(glob).flatMap(each => {
    const parts = readPathPattern(each);
    return parts === undefined ? [] : [parts];
  });
  return path => {
    const names = path.split('/');
    return patterns.some(parts => matchesPath(parts, names));
  };
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
