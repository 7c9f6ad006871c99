/**
 * The parts of the documentation that say again what the manifest and the rules say: tables of settings, commands and
 * rules, and the page of rules. Each stands between two markers in a Markdown file; the text around it is a person's.
 */
import type { Example, Rule } from '../server/src/core/rules/rule.ts';

export interface Manifest {
  readonly contributes?: {
    readonly configuration?: Configuration | readonly Configuration[];
    readonly commands?: readonly Command[];
    readonly menus?: {
      readonly commandPalette?: readonly { readonly command: string; readonly when?: string }[];
    };
  };
}

interface Configuration {
  readonly properties?: Readonly<Record<string, Setting>>;
}

interface Setting {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
}

/** The manifest with its `%key%` texts replaced by `words`; a key without words is a mistake of ours, so it throws. */
export function localize(manifest: string, words: Readonly<Record<string, string>>): Manifest {
  return JSON.parse(manifest, (_key, value: unknown) => {
    const key = typeof value === 'string' ? /^%(.+)%$/.exec(value)?.[1] : undefined;
    if (key === undefined) return value;
    const text = words[key];
    if (text === undefined) throw new Error(`package.nls.json has no text for ${key}.`);
    return text;
  });
}

export function settingsTable({ contributes }: Manifest): string {
  const configuration = contributes?.configuration ?? [];
  const sections = 'length' in configuration ? configuration : [configuration];
  const rows = sections
    .flatMap(section => Object.entries(section.properties ?? {}))
    .map(([name, setting]) => [code(name), code(JSON.stringify(setting.default)), whatSettingDoes(setting)]);
  return table(['Setting', 'Default', 'What it does'], rows);
}

function whatSettingDoes(setting: Setting): string {
  const values = (setting.enum ?? []).map((value, at) => {
    const says = setting.enumDescriptions?.[at];
    return says === undefined ? code(value) : `${code(value)}: ${says}`;
  });
  return [setting.markdownDescription ?? setting.description ?? '', ...values].join(' ');
}

/** The commands that a person can run; those that the palette never shows are for links and menus. */
export function commandsTable({ contributes }: Manifest): string {
  const palette = contributes?.menus?.commandPalette ?? [];
  const hidden = new Set(palette.flatMap(({ command, when }) => (when === 'false' ? [command] : [])));
  const shown = (contributes?.commands ?? []).filter(({ command }) => !hidden.has(command));
  const rows = shown.map(({ command, title, category }) => [
    category === undefined ? title : `${category}: ${title}`,
    code(command),
  ]);
  return table(['Command', 'Id'], rows);
}

/** `page`: the path of the page of rules, from the file that the table stands in. */
export function rulesTable(rules: readonly Rule[], page: string): string {
  const families = new Map(rules.map(({ family }) => [family, rules.filter(rule => rule.family === family)]));
  const rows = [...families.values()]
    .flat()
    .map(rule => [
      `[${code(rule.code)}](${page}#${rule.code})`,
      rule.family,
      rule.preset ?? 'recommended',
      rule.severity,
      rule.summary,
    ]);
  return table(['Rule', 'Family', 'Preset', 'Severity', 'What it finds'], rows);
}

/** Every rule with its reason and its examples; the anchor of each is its code. */
export function rulePages(rules: readonly Rule[]): string {
  return rules.map(rulePage).join('\n\n');
}

function rulePage(rule: Rule): string {
  const found = rule.invalid[0];
  const sound = rule.valid[0];
  return [
    `## ${rule.code}`,
    `${rule.summary} Family: ${rule.family}. Preset: ${rule.preset ?? 'recommended'}. Severity: ${rule.severity}.`,
    rule.details,
    ...(found === undefined ? [] : ['Found:', yamlBlock(found), ...fixedBlock(rule)]),
    ...(sound === undefined ? [] : ['Sound:', yamlBlock(sound)]),
  ].join('\n\n');
}

/** What the quick fix makes of the first example that one mends, or why there is none. */
function fixedBlock({ invalid: [first, ...others], fixless }: Rule): readonly string[] {
  if (first?.fixed !== undefined) return ['After the quick fix:', fenced(first.fixed)];
  if (fixless !== undefined) return [`There is no quick fix. ${fixless}`];
  const mended = others.find(({ fixed }) => fixed !== undefined);
  if (mended?.fixed === undefined) return [];
  return ['Found as well:', yamlBlock(mended), 'After the quick fix:', fenced(mended.fixed)];
}

const yamlBlock = ({ text }: Example): string => fenced(text);

/** A fence that is longer than any run of backticks in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}yaml\n${text.replace(/\n*$/, '')}\n${fence}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const cell = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');

const code = (text: string): string => `\`${text}\``;

/**
 * The document with `body` between the markers of the part called `name`. The markers stay; a document without both
 * of them is a mistake of ours, so it throws.
 */
export function replaceGenerated(document: string, name: string, body: string): string {
  const open = `<!-- generated:${name} -->`;
  const close = '<!-- /generated -->';
  const start = document.indexOf(open);
  const end = start < 0 ? -1 : document.indexOf(close, start);
  if (end < 0) throw new Error(`The document has no part between ${open} and ${close}.`);
  return `${document.slice(0, start + open.length)}\n\n${body}\n\n${document.slice(end)}`;
}
