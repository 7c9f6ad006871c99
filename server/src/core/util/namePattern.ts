/** File names told by a pattern in which `*` stands for any characters, as in `*.chain.yaml`. */

/** Whether a file name, decoded and without its folder, is of a pattern. The time is bounded by the product of the lengths. */
export function matchesName(pattern: string, name: string): boolean {
  const [start = '', ...parts] = pattern.split('*');
  const end = parts.pop();
  if (end === undefined) return name === pattern;
  if (!name.startsWith(start) || name.length < start.length + end.length || !name.endsWith(end)) return false;
  let rest = name.slice(start.length, name.length - end.length);
  // Of each part the first place is as good as any: what follows then has the most room.
  for (const part of parts) {
    const at = rest.indexOf(part);
    if (at < 0) return false;
    rest = rest.slice(at + part.length);
  }
  return true;
}
