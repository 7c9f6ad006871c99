/**
 * What reading a scalar's text gives. Every reader in this folder has the form `readX(text): Parsed<X>`, never throws,
 * and each value has a `describeX(value): string` that says in words how it was understood.
 */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      /** Plain text: what is wrong, and what to write. */
      readonly message: string;
      /** A stable kind where callers tell problems apart (`reversed-range`, `ambiguous-unit`); `undefined`: just malformed. */
      readonly code?: 'reversed-range' | 'ambiguous-unit';
      /** A text that would be right, where one is near; it replaces the whole scalar. */
      readonly suggestion?: string;
      /** Texts of which each would be right, where only the writer knows which (`5 min`, `5 mo`); each replaces the whole scalar. */
      readonly alternatives?: readonly string[];
    };
