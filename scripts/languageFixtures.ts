/** The table of the language's fixtures: which of them show which key and which sentence. */
import type { Table } from '../schemas/table.ts';
import { keyAnchor } from '../server/src/core/model/reference.ts';
import { keysSection, sections, unbreakableKeys } from '../test/language/sections.ts';
import type { Coverage, ShownBy } from '../test/language/support/coverage.ts';
import type { FixtureSection, LanguageFixture } from '../test/language/support/fixtures.ts';

/** From the root of the repository. */
export const fixturesPage = 'test/language/README.md';

/** Each generated part of the page, by its name. */
export const fixtureTables = (
  coverage: Coverage,
  table: Table,
  referencePages: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> => ({
  sections: sectionsTable(coverage),
  keys: keysTable(coverage, table, referencePages),
});

function sectionsTable({ sections: written }: Coverage): string {
  const rows = sections.flatMap(({ id, page, reference }) => {
    const section = written.find(each => each.id === id && each.page === page);
    return section === undefined
      ? []
      : [row([link(section), `${section.says} [Reference](../../${reference})`, ...counts(section)])];
  });
  return [
    '| Section | What it says | Right | Wrong | What follows |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

const counts = ({ fixtures }: FixtureSection): readonly string[] => [
  lines(fixtures.filter(({ verdict }) => verdict === 'right')),
  lines(fixtures.filter(({ verdict }) => verdict === 'wrong')),
  [...new Set(fixtures.flatMap(({ expected }) => expected.map(({ aspect }) => aspect)))].join(', '),
];

/** By the ordinal behind the section's name. */
const lines = (fixtures: readonly LanguageFixture[]): string =>
  fixtures.map(({ name }) => name.slice(name.lastIndexOf(' ') + 1)).join(', ');

function keysTable(
  { sections: written, keys }: Coverage,
  table: Table,
  referencePages: ReadonlyMap<string, string>,
): string {
  const rows = Object.values(table.records).flatMap(record => {
    const section = written.find(({ id }) => id === keysSection(record.name));
    return record.keys.map(({ key }) => {
      const name = `${record.name}.${key}`;
      const { right, wrong }: ShownBy = keys.get(name) ?? { right: [], wrong: [] };
      const [page] =
        [...referencePages].find(([, text]) => text.includes(`### ${record.name}: ${key}\n`)) ?? [];
      return row([
        page === undefined ? `\`${name}\`` : `[\`${name}\`](../../${page}#${keyAnchor(record, key)})`,
        section === undefined ? '' : link(section),
        names(right, section),
        wrong.length === 0 ? `none: ${unbreakableKeys[name]}` : names(wrong, section),
      ]);
    });
  });
  return ['| Key | Section | Right | Wrong |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Those of the key's own section by their ordinals; others only where it has none. */
function names(fixtures: readonly LanguageFixture[], section: FixtureSection | undefined): string {
  const own = fixtures.filter(each => section?.fixtures.includes(each));
  return own.length > 0 ? lines(own) : fixtures.map(({ name }) => name).join(', ');
}

const link = ({ id, page }: FixtureSection): string => `[${id}](pages/${page}#${id})`;

const row = (cells: readonly string[]): string =>
  `| ${cells.map(cell => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
