/** What every template is made from, and the blocks that they share. */
import type { Risk, Sourced } from '../chainFacts.ts';
import { inert } from '../inert.ts';
import { originComment } from '../origin.ts';
import type { Line } from '../sheet.ts';

/** What a document begins with besides its chain. Texts are as a person gave them. */
export interface DocumentFacts {
  readonly title: string;
  /** `2024-01-31`: local for a decision, UTC for a post-mortem. */
  readonly date: string;
  /** `08:15`, UTC. */
  readonly time?: string | undefined;
  /** `undefined`: the records are not numbered. */
  readonly number?: number | undefined;
  readonly author?: string | undefined;
  /** What a skill or team written in the chain is called for people. */
  readonly nameOf: (written: string) => string;
}

/** The chain that a document comes from, as its documents name it. */
export interface ChainFacts {
  readonly id: string;
  readonly title: string;
  readonly summary: string | undefined;
  readonly trigger: string | undefined;
  /** A relative address from the document to the chain's file, encoded; `undefined`: there is none. */
  readonly link: string | undefined;
}

/** The comment that says where a block came from, and the block. Nothing where the chain says nothing of it. */
export function sourcedBlock<Item>(
  chain: ChainFacts | undefined,
  sourced: Sourced<Item> | undefined,
  write: (item: Item) => Line,
): readonly Line[] {
  if (chain === undefined || sourced === undefined) return [];
  const { part, node, words, items } = sourced;
  return [originComment({ chain: chain.id, node }, part, words), '', ...items.map(write), ''];
}

export const item = (text: string): Line => `- ${inert(text)}`;

/** Inert, with a full stop where it ends in none. */
export const sentence = (text: string): string => inert(text).replace(/(?<![.!?…])$/u, '.');

export const riskWords = ({ risk, avoid }: Risk): string =>
  avoid === undefined ? inert(risk) : `${sentence(risk)} To avoid it: ${sentence(avoid)}`;

/** The chain by its title, as a link where the document can point to it. */
export function chainReference({ title, link }: ChainFacts): string {
  return link === undefined ? `“${inert(title)}”` : `[${inert(title)}](${link})`;
}

/** A table with its columns under one another; `rows` begin with its head. The cells are inert already. */
export function table(rows: readonly (readonly string[])[]): readonly Line[] {
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map(row => row[column]?.length ?? 0)));
  const line = (cells: readonly string[], fill: string): Line =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, fill)).join(' | ')} |`;
  return [line(head, ' '), line([], '-'), ...body.map(row => line(row, ' '))];
}

/** The lines without empty ones at the end, and never two empty ones in a row. */
export const tidy = (lines: readonly Line[]): readonly Line[] => {
  const kept = lines.filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== ''));
  const last = kept.findLastIndex(line => line !== '');
  return kept.slice(0, last + 1);
};
