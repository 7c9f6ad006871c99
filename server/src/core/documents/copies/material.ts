/** What a chain says beside its flow, as blocks of Markdown: measures, success, handoffs, variations, reference. */
import type { ChainModel, Handoff } from '../../model/chain.ts';
import { contentOf, entriesOf, fieldsOf, fieldWord, fieldWords, itemsOf, wordOf } from '../../model/read.ts';
import { inert, inertHeading, plainLine } from '../inert.ts';
import { dash, type Item, itemLines, task } from './items.ts';
import {
  type CopySubject,
  chainName,
  jumpWords,
  listed,
  referenceWords,
  type Syntax,
  said,
  skillName,
  timesWords,
  type Written,
  written,
} from './subject.ts';

/** Lines that stand together; blocks have a blank line between them. */
export type Block = readonly string[];

/** A heading with what stands below it; nothing where nothing does. */
export const section = (level: number, title: string, ...blocks: readonly Block[]): readonly Block[] => {
  const there = blocks.filter(block => block.length > 0);
  return there.length === 0 ? [] : [[`${'#'.repeat(level)} ${title}`], ...there];
};

/** The text of a document; ends in a line break. */
export const documentText = (blocks: readonly Block[]): string =>
  `${blocks.map(block => block.join('\n')).join('\n\n')}\n`;

const joined = (parts: readonly string[], separator: string): string =>
  parts.filter(part => part !== '').join(separator);

/** `risk-score: 1-5, green 1-2`: what each measure counts, and which values are good. */
export function measureItems({ syntax }: ChainModel): readonly Item[] {
  const { budget, fields } = written(syntax);
  return entriesOf(budget, fields.get('measures')?.value).map(({ key, value }) => {
    const { word, fields: inner } = written(value);
    const bands = bandWords(written(inner.get('bands')?.value));
    const range = wordOf(value) === undefined ? word('range') : said(wordOf(value));
    const unit = word('unit');
    const facts = listed([
      range,
      unit === '' || /^(?:count|yes or no)$/.test(unit) ? unit : `in ${unit}`,
      bands,
    ]);
    return dash(joined([inert(key.text), facts], ': '));
  });
}

const bandWords = ({ word }: Written): string =>
  listed(['green', 'yellow', 'red'].map(name => (word(name) === '' ? '' : `${name} ${word(name)}`)));

export const successItems = ({ success }: ChainModel): readonly Item[] =>
  success.map(({ words, target, within }) => {
    const reached = target === undefined ? '' : `: ${said(target)}`;
    return task(`${said(words)}${reached}${within === undefined ? '' : `, within ${said(within)}`}`);
  });

export const pitfallItems = ({ pitfalls }: ChainModel): readonly Item[] =>
  pitfalls.map(({ words, avoid }) =>
    dash(said(words), avoid === undefined ? [] : [dash(`Instead: ${said(avoid)}`)]),
  );

const handoffVerb = (kind: Handoff['kind']): string => {
  if (kind === 'then') return 'Then comes';
  if (kind === 'joins') return 'Joins';
  if (kind === 'cycles-to') return 'Starts over with';
  return kind === 'escalates-to' ? 'Escalates to' : 'Waits for';
};

export const handoffItems = (subject: CopySubject): readonly Item[] =>
  subject.model.handoffs.map(handoff => {
    const { word, words } = written(handoff.syntax);
    const at = handoff.at === undefined ? '' : ` at ${said(handoff.at)}`;
    const fact = (name: string, text: string): readonly Item[] =>
      text === '' ? [] : [dash(`${name}: ${text}`)];
    const place = handoff.node === undefined ? '' : referenceWords(subject, handoff.node.text);
    return dash(`${handoffVerb(handoff.kind)} ${chainName(subject, handoff.chain.text)}${at}`, [
      ...fact('If', said(handoff.condition)),
      ...fact(handoff.kind === 'waits-for' ? 'Before' : 'From', place),
      ...fact('Only once', listed(words('gate'))),
      ...fact('Until', word('until')),
      ...fact('At most', word('at-most') === '' ? '' : timesWords(word('at-most'))),
      ...fact('Every', word('every')),
      ...fact('Delivers', listed(handoff.delivers.map(said))),
      ...fact('Needs', listed(handoff.needs.map(said))),
      ...fact('Until it is there', word('workaround')),
      ...fact('Afterwards', word('cut-over')),
      ...(word('blocks') === 'true' ? [dash('This chain waits until that one is done')] : []),
      ...fact('On return', handoff.resumes === undefined ? '' : jumpWords(subject, handoff.resumes)),
      ...fact('If it fails', word('rollback')),
    ]);
  });

export const variationItems = (subject: CopySubject): readonly Item[] =>
  subject.model.variations.map(({ syntax, insertAfter }) => {
    const { word, budget, fields } = written(syntax);
    const added = fields.get('add')?.value;
    const nodes = contentOf(added)?.kind === 'list' ? itemsOf(budget, added) : [added];
    const behind =
      insertAfter === undefined ? 'at the end' : `behind ${referenceWords(subject, insertAfter.text)}`;
    return dash(
      `When ${word('when')}, ${behind}:`,
      nodes.map(node => dash(addedWords(subject, node))),
    );
  });

/** What a node that is no part of the flow says: its own words, and who acts. */
function addedWords(subject: CopySubject, node: Syntax | undefined): string {
  const { fields, word } = written(node);
  const skill = fieldWord(fields, 'skill');
  const words = ['do', 'checkpoint', 'decision', 'chain', 'parallel', 'team']
    .map(word)
    .find(text => text !== '');
  const actor = skill === undefined ? '' : `**${skillName(subject, skill.text)}**`;
  return joined([actor, words ?? ''], ': ');
}

/** The entries of the reference, each under a heading of its own. */
export function referenceBlocks({ syntax }: ChainModel, level: number): readonly Block[] {
  const { budget, fields } = written(syntax);
  return itemsOf(budget, fields.get('reference')?.value).flatMap(entry => {
    const own = fieldsOf(budget, entry);
    const title = inertHeading(fieldWord(own, 'title')?.text ?? '');
    return section(level, title, ...entryBlocks(written(entry)));
  });
}

function entryBlocks({ word, words, fields, budget }: Written): readonly Block[] {
  const text = word('text');
  const choices = itemsOf(budget, fields.get('choices')?.value).map(choice => {
    const advice = written(choice);
    return dash(`When ${advice.word('when')}: ${advice.word('choose')}`);
  });
  return [
    text === '' ? [] : [text],
    itemLines(words('list').map(item => dash(item))),
    itemLines(words('checklist').map(task)),
    ...tableBlocks(fields.get('table')?.value),
    itemLines(choices),
  ];
}

/** A table as wide as its widest row, so that no cell is lost. */
function tableBlocks(table: Syntax | undefined): readonly Block[] {
  const { budget, fields } = written(table);
  const cells = (node: Syntax | undefined): readonly string[] =>
    itemsOf(budget, node).map(cell => cellText(wordOf(cell)?.text ?? ''));
  const columns = fieldWords(budget, fields, 'columns').map(({ text }) => cellText(text));
  if (columns.length === 0) return [];
  const rows = itemsOf(budget, fields.get('rows')?.value).map(cells);
  const width = Math.max(columns.length, ...rows.map(row => row.length));
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`;
  const bands = bandWords(written(fields.get('bands')?.value));
  return [
    [line(columns), `|${' --- |'.repeat(width)}`, ...rows.map(line)],
    bands === '' ? [] : [`Values: ${bands}`],
  ];
}

/** A bar would end the cell; one at the very beginning is escaped already. */
const cellText = (text: string): string => inert(text).replace(/^\\\|/u, '|').replaceAll('|', '\\|');

/** The title of a chain as a heading; never empty. */
export const titleWords = (title: string): string =>
  inertHeading(plainLine(title)) || 'Chain without a title';
