/** Files of a workspace as texts, and what differs between them. */

/** Texts by path below the workspace folder. */
export type Files = Readonly<Record<string, string>>;

/** `path:line text` of each line that is another one or new, the line as it is then. */
export const changedLines = (before: Files, after: Files): readonly string[] =>
  Object.entries(after).flatMap(([path, text]) => {
    const [was, is] = [(before[path] ?? '').split('\n'), text.split('\n')];
    const added = is.length - was.length;
    let shift = 0;
    return is.flatMap((line, at) => {
      if (line === was[at - shift]) return [];
      if (shift < added) shift++;
      return [`${path}:${at + 1} ${line.trim()}`];
    });
  });
