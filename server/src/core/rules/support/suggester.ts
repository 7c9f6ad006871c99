import { maximumFindings } from '../../limits.ts';
import { nearNames } from '../../util/nearNames.ts';

/**
 * Gives the candidates that are near a written name. Each name is compared once, and no more names than there are
 * findings to show: comparing thousands with thousands would cost seconds.
 */
export function suggester(candidates: Iterable<string>): (written: string) => readonly string[] {
  const names = [...candidates];
  const known = new Map<string, readonly string[]>();
  return written => {
    const before = known.get(written);
    if (before !== undefined) return before;
    const near = known.size < maximumFindings ? nearNames(written, names) : [];
    known.set(written, near);
    return near;
  };
}
