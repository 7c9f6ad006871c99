/** Reading what came over the channel. Nothing here trusts the other side: each reader gives a well-formed message or `undefined`. */
import { type FromPage, graphActions, type StoredPanel, type ToPage, wordKeys } from './messages.ts';

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = value => typeof value === 'string';
const isFlag: Check = value => typeof value === 'boolean';
const isCount: Check = value => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const oneOf =
  (...values: readonly unknown[]): Check =>
  value =>
    values.includes(value);
const orNull =
  (check: Check): Check =>
  value =>
    value === null || check(value);
const orAbsent =
  (check: Check): Check =>
  value =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  value =>
    Array.isArray(value) && value.every(check);
const shape =
  (checks: Readonly<Record<string, Check>>): Check =>
  value =>
    isFields(value) && Object.entries(checks).every(([key, check]) => check(own(value, key)));

const own = (fields: Fields, key: string): unknown => (Object.hasOwn(fields, key) ? fields[key] : undefined);

/** What a drawing reads of a graph; the rest is shown as it is, as text. */
const aboutGraph = {
  subject: shape({
    ...{ kind: isText, id: isText, title: isText, uri: isText },
    ...{ version: orAbsent(isText), category: orAbsent(isText), timeline: orAbsent(isText) },
  }),
  version: isCount,
  complete: isFlag,
  total: orAbsent(shape({ min: orAbsent(isCount), max: orAbsent(isCount) })),
};
const isNode = shape({
  ...{ id: isText, kind: isText, label: isText, parent: orAbsent(isText) },
  problems: shape({ errors: isCount, warnings: isCount, messages: orAbsent(listOf(isText)) }),
  ...{ skill: orAbsent(isText), team: orAbsent(isText), owner: orAbsent(isText), when: orAbsent(isText) },
  ...{ by: orAbsent(listOf(isText)), takes: orAbsent(shape({ min: isCount, max: isCount })) },
  ...{ opens: orAbsent(isText), window: orAbsent(isText), optional: orAbsent(isFlag) },
  ...{ elsewhere: orAbsent(isFlag), says: orAbsent(listOf(isText)) },
  ...{ priority: orAbsent(isText), domain: orAbsent(isText), capacity: orAbsent(isCount) },
  runs: orAbsent(oneOf('plan', 'chain')),
  route: orAbsent(shape({ decision: isText, index: isCount })),
});
const isEdge = shape({
  ...{ id: isText, from: isText, to: isText, kind: isText },
  ...{ label: orAbsent(isText), atMost: orAbsent(isCount) },
  conflict: orAbsent(oneOf('circle', 'later phase')),
});
const isChainGraph = shape({ ...aboutGraph, nodes: listOf(isNode), edges: listOf(isEdge) });
const spliceOf = (check: Check): Check => shape({ at: isCount, removed: isCount, added: listOf(check) });

const isNotice: Check = shape({
  kind: oneOf('broken', 'gone', 'empty'),
  text: isText,
  link: orAbsent(isText),
});

const isWords: Check = shape(Object.fromEntries(wordKeys.map(key => [key, isText])));

const drawing = {
  ...{ uri: isText, version: isCount, number: isCount },
  ...{ stale: listOf(isText), notice: orNull(isNotice) },
};

const toPage: Readonly<Record<ToPage['type'], Check>> = {
  start: shape({ uri: isText, words: isWords, locked: isFlag }),
  show: shape({ ...drawing, graph: orNull(isChainGraph) }),
  change: shape({
    ...drawing,
    ...{ since: isCount, about: shape(aboutGraph), nodes: spliceOf(isNode), edges: spliceOf(isEdge) },
  }),
  same: shape({ uri: isText, version: isCount }),
  cursor: shape({ uri: isText, version: isCount, id: orNull(isText) }),
  locked: shape({ locked: isFlag }),
  act: shape({ action: oneOf(...graphActions) }),
  rejected: shape({ reason: isText }),
};

const fromPage: Readonly<Record<FromPage['type'], Check>> = {
  ready: () => true,
  lost: shape({ uri: isText }),
  reveal: shape({ uri: isText, version: isCount, id: isText, how: oneOf('look', 'go') }),
  open: shape({ uri: isText, version: isCount, id: isText }),
  follow: shape({ uri: isText, version: isCount }),
  leave: shape({ uri: isText }),
  lock: shape({ locked: isFlag }),
  export: shape({ uri: isText, format: oneOf('svg', 'mermaid') }),
  rejected: shape({ reason: isText }),
};

function holds(checks: Readonly<Record<string, Check>>, value: unknown): boolean {
  if (!isFields(value)) return false;
  const type = own(value, 'type');
  if (typeof type !== 'string' || !Object.hasOwn(checks, type)) return false;
  return checks[type]?.(value) === true;
}

const isToPage = (value: unknown): value is ToPage => holds(toPage, value);
const isFromPage = (value: unknown): value is FromPage => holds(fromPage, value);
const isStored = (value: unknown): value is StoredPanel => shape({ uri: isText, locked: isFlag })(value);

export const readToPage = (value: unknown): ToPage | undefined => (isToPage(value) ? value : undefined);
export const readFromPage = (value: unknown): FromPage | undefined => (isFromPage(value) ? value : undefined);
export const readStoredPanel = (value: unknown): StoredPanel | undefined =>
  isStored(value) ? { uri: value.uri, locked: value.locked } : undefined;
