/** A name for comparing: without case, and with blanks, hyphens and underscores as one. */
export const comparable = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
