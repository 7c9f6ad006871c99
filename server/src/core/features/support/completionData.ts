/** What a completion item carries through the client so that its documentation can be made when it is looked at. */

export interface CompletionData {
  /** The document that was completed. */
  readonly uri: string;
  readonly about:
    | 'key'
    | 'record'
    | 'skill'
    | 'team'
    | 'node'
    | 'artefact'
    | 'chain'
    | 'item'
    | 'file'
    | 'plan-input';
  /** The key, the record's name, the id, the artefact or the path. */
  readonly name: string;
  /** Of a key: the record it is of. */
  readonly record?: string;
}

const kinds: readonly string[] = [
  'key',
  'record',
  'skill',
  'team',
  'node',
  'artefact',
  'chain',
  'item',
  'file',
  'plan-input',
] satisfies readonly CompletionData['about'][];

/** The data of an item as a client gave it back; `undefined` where it is not what was sent. */
export function readCompletionData(data: unknown): CompletionData | undefined {
  return isCompletionData(data) ? data : undefined;
}

function isCompletionData(data: unknown): data is CompletionData {
  if (typeof data !== 'object' || data === null) return false;
  const { uri, about, name, record } = {
    uri: undefined,
    about: undefined,
    name: undefined,
    record: undefined,
    ...data,
  };
  return (
    typeof uri === 'string' &&
    typeof about === 'string' &&
    kinds.includes(about) &&
    typeof name === 'string' &&
    (record === undefined || typeof record === 'string')
  );
}
