/** The reference of the language: one page for each kind of file, made from the table that the schemas compile to. */
import type { KeyDescription, RecordDescription, Shape, Table } from '../schemas/table.ts';
import { anchor, keyAnchor, referencePage } from '../server/src/core/model/reference.ts';

/** Each page's path from the root of the repository, with its text. */
export function languagePages(table: Table): ReadonlyMap<string, string> {
  return new Map(
    table.kinds.map(({ kind, keys, record, files }): [string, string] => {
      const records = recordsFrom(table, record);
      const [first] = records;
      const head = [
        `# ${heading(first?.title ?? kind)}`,
        '<!-- Made by npm run generate from the schemas. Do not edit. -->',
        `${first?.description ?? ''} Files: ${files.map(code).join(', ')}; recognised by ${toldBy(keys)}.`,
        'Keys that begin with `x-` are free everywhere and survive every edit.',
        contents(records),
      ];
      return [referencePage(kind), `${[...head, ...records.map(section)].join('\n\n')}\n`];
    }),
  );
}

const toldBy = (keys: readonly string[]): string =>
  keys.length === 0
    ? 'its name alone'
    : `the ${keys.length === 1 ? 'key' : 'keys'} ${keys.map(code).join(' and ')} at the top`;

/** The record itself and all that its keys lead to, in the order in which a reader meets them. */
function recordsFrom(table: Table, root: string): readonly RecordDescription[] {
  const names = new Set([root]);
  for (const name of names) {
    for (const { shape } of table.records[name]?.keys ?? [])
      for (const inner of recordsIn(shape)) names.add(inner);
  }
  return [...names].flatMap(name => table.records[name] ?? []);
}

function recordsIn(shape: Shape): readonly string[] {
  switch (shape.type) {
    case 'scalar':
    case 'any':
      return [];
    case 'record':
      return [shape.record];
    case 'variant':
      return Object.values(shape.by);
    case 'choice':
      return shape.options.flatMap(recordsIn);
    default:
      return recordsIn(shape.of);
  }
}

const contents = (records: readonly RecordDescription[]): string =>
  records
    .map(
      record =>
        `- [${recordHeading(record)}](#${anchor(recordHeading(record))}): ${record.keys
          .map(({ key }) => `[${code(key)}](#${keyAnchor(record, key)})`)
          .join(', ')}`,
    )
    .join('\n');

function section(record: RecordDescription, at: number): string {
  const groups = (record.oneOf ?? []).map(({ keys, atLeastOne }) => {
    const names = keys.map(code).join(' or ');
    return atLeastOne === true ? `It has at least one of ${names}.` : `It has exactly one of ${names}.`;
  });
  // The page begins with what its first record is.
  const intro = at === 0 || record.description === '' ? [] : [record.description];
  const keys = record.keys.map(key => keySection(record, key));
  return [`## ${recordHeading(record)}`, ...intro, ...groups, ...keys].join('\n\n');
}

function keySection(record: RecordDescription, key: KeyDescription): string {
  const inGroup = record.oneOf?.some(({ keys }) => keys.includes(key.key)) === true;
  const obligation = key.required ? 'required' : inGroup ? 'one of a group' : 'optional';
  return [
    `### ${record.name}: ${key.key}`,
    `*${key.type}, ${obligation}.* ${key.description}`,
    ['```yaml', exampleOf(key), '```'].join('\n'),
  ].join('\n\n');
}

/** The example as it stands in a file: behind its key, or below it. */
function exampleOf({ key, example, shape }: KeyDescription): string {
  const isBlock = example.includes('\n') || /^- |^[\w-]+:(?: |$)/u.test(example);
  if (!isBlock || shape.type === 'scalar') return `${key}: ${example}`;
  return [`${key}:`, ...example.split('\n').map(line => `  ${line}`)].join('\n');
}

/** By its title and its name, as two may have one title: `A route (otherwise-route)`. */
const recordHeading = ({ title, name }: RecordDescription): string =>
  title.replace(/^an? /, '') === name ? heading(title) : `${heading(title)} (${name})`;

/** `a step` → `A step`. */
const heading = (title: string): string => title.charAt(0).toUpperCase() + title.slice(1);

const code = (text: string): string => `\`${text}\``;
