/**
 * The facts that the library has to say, made of an inventory of the source documents and of what was settled by hand.
 *
 *   node scripts/libraryFacts.ts make <inventory.json>   writes test/chains/facts/files/ anew, a file for each folder of the library
 *   node scripts/libraryFacts.ts show <id>               all that one file has to say, and at which keys
 *   node scripts/libraryFacts.ts check [<id> …]          what written files leave out; without an id, all of them
 */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { factsOfChain, factsOfWorkflow } from './facts/chains.ts';
import { problemsOf } from './facts/check.ts';
import type { Fact, FileFacts, Holds, Turn } from './facts/fact.ts';
import {
  allEntries,
  factsFolder,
  type Index,
  type IndexEntry,
  readFacts,
  readIndex,
  readLibraryFile,
  readSettled,
  type Settlement,
  skillIds,
} from './facts/files.ts';
import type { Inventory } from './facts/inventory.ts';
import { factsOfPlans, factsOfSuite } from './facts/suite.ts';
import { Failure, runMain } from './support/failure.ts';

await runMain(async () => {
  const [command, ...rest] = process.argv.slice(2);
  if (command === 'make' && rest[0] !== undefined) await make(rest[0]);
  else if (command === 'show' && rest.length > 0) rest.forEach(show);
  else if (command === 'check') check(rest);
  else throw new Failure('Say make <inventory.json>, show <id>, or check [<id> …].');
});

async function make(from: string): Promise<void> {
  const inventory: Inventory = JSON.parse(readFileSync(from, 'utf8'));
  const index = readIndex();
  const settled = readSettled();
  const derived = derivedFrom(inventory, index);
  const byFolder = new Map<string, FileFacts[]>();
  for (const { id, file } of allEntries(index)) {
    const folder = path.posix.dirname(file).split('/')[0] ?? '';
    const facts = settledFacts(derived.get(id) ?? { id, facts: [] }, settled[id] ?? {});
    if (facts.facts.length === 0 && facts.order === undefined)
      throw new Failure(`There are no facts for ${id}.`);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), facts]);
  }
  await mkdir(path.join(factsFolder, 'files'), { recursive: true });
  for (const [folder, facts] of byFolder) {
    const lines = facts.map(each => JSON.stringify(each, undefined, 1));
    await writeFile(path.join(factsFolder, 'files', `${folder}.json`), `[${lines.join(',\n')}]\n`);
  }
  console.log(`${allEntries(index).length} files in ${byFolder.size} folders`);
}

function derivedFrom(inventory: Inventory, { chains, suites }: Index): ReadonlyMap<string, FileFacts> {
  const { chains: sources } = inventory.doc000_skill_chains;
  const { workflows } = inventory.doc001_workflow_architect;
  const found = chains.flatMap(({ id, source }) => {
    const [document, name] = source.split('/');
    const chain = document === '000' ? sources.find(each => each.id === name) : undefined;
    const workflow = document === '001' ? workflows.find(each => each.id === name) : undefined;
    return [
      ...(chain ? [factsOfChain(chain, id)] : []),
      ...(workflow ? [factsOfWorkflow(workflow, id)] : []),
    ];
  });
  const programme = [
    ...suites.map(({ id }) => factsOfSuite(inventory.doc003_prompts_17_49, id)),
    ...factsOfPlans(inventory.doc003_prompts_17_49),
  ];
  return new Map([...found, ...programme].map(facts => [facts.id, facts]));
}

function settledFacts(
  derived: FileFacts,
  { drop = [], facts = [], notes: _, ...rest }: Settlement,
): FileFacts {
  const unknown = drop.filter(id => !derived.facts.some(fact => fact.id === id));
  if (unknown.length > 0) throw new Failure(`${derived.id} has no fact ${unknown.join(', ')} to drop.`);
  return { ...derived, ...rest, facts: [...derived.facts.filter(({ id }) => !drop.includes(id)), ...facts] };
}

function entryOf(id: string): IndexEntry {
  const entry = allEntries(readIndex()).find(each => each.id === id || each.file === id);
  if (entry === undefined) throw new Failure(`test/chains/facts/index.json has no file with the id ${id}.`);
  return entry;
}

function show(name: string): void {
  const { id, file, title, source } = entryOf(name);
  const facts = readFacts().find(each => each.id === id);
  if (facts === undefined) throw new Failure(`There are no facts for ${id}.`);
  const notes = readSettled()[id]?.notes ?? [];
  const turns = (order: readonly Turn[]): string =>
    order.map(turn => (typeof turn === 'string' ? turn : `[${turn.join(' | ')}]`)).join(' → ');
  const lines = [
    `chains/${file}`,
    `title: ${title}`,
    `source: ${source}${notes.length > 0 ? `; see ${notes.join(', ')} in docs/library-notes.md` : ''}`,
    ...(facts.order ? [`order: ${turns(facts.order)}`] : []),
    ...(facts.phases ?? []).map(({ order }, at) => `order in phase ${at + 1}: ${turns(order)}`),
    ...(facts.stages ? [`stages, as phases or ids: ${facts.stages.join(' → ')}`] : []),
    ...facts.facts.flatMap(factLines),
  ];
  console.log(`${lines.join('\n')}\n`);
}

function factLines(fact: Fact): readonly string[] {
  const head = `- ${fact.id}, at ${fact.at.join(' or ')}:`;
  if ('is' in fact) return [`${head} exactly "${fact.is}"`];
  if ('items' in fact) {
    return [`${head} ${fact.items.length} entries`, ...fact.items.map(item => `    - ${holdsLine(item)}`)];
  }
  if ('windows' in fact) {
    return [head, ...fact.windows.map(({ window, holds }) => `    - ${window}: ${holdsLine(holds)}`)];
  }
  if ('table' in fact) {
    return [
      `${head} a table`,
      ...[fact.table.columns, ...fact.table.rows].map(row => `    | ${row.join(' | ')}`),
    ];
  }
  const targets = 'targets' in fact && fact.targets.length > 0 ? `target ${fact.targets.join(', ')}; ` : '';
  return [`${head} ${targets}${holdsLine(fact.holds) || 'something'}`];
}

function holdsLine({ figures = [], names = [], words = [] }: Holds): string {
  const groups = words.map(group => group.map(beginning => `${beginning}…`).join('|'));
  return [...figures, ...names, ...groups].join('; ');
}

function check(ids: readonly string[]): void {
  const wanted = new Set(ids.map(id => entryOf(id).id));
  const facts = new Map(readFacts().map(each => [each.id, each]));
  const idOf = skillIds();
  let problems = 0;
  for (const { id, file } of allEntries(readIndex())) {
    if (wanted.size > 0 && !wanted.has(id)) continue;
    const text = readLibraryFile(file);
    const asked = facts.get(id);
    if (text === undefined || asked === undefined) {
      if (wanted.size > 0) throw new Failure(`chains/${file} is not written yet.`);
      continue;
    }
    const found = problemsOf(text, asked, idOf);
    problems += found.length;
    for (const problem of found) console.log(`chains/${file}: ${problem}`);
  }
  if (problems > 0) throw new Failure(`${problems} facts are not at their keys.`);
  console.log('Every fact stands at its key.');
}
