/** Editors other than VS Code, each with a language client of its own, against the bundle that ships. */
import assert from 'node:assert/strict';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';
import { ensureDebianProgram } from '../../scripts/support/debian.ts';
import { run } from '../../scripts/support/run.ts';
import { cleanUp, serverBundle } from './testServer.ts';

const text = `chain: outage
titel: Outage
steps:
  - skill: SRE
    do: Bring the service back
`;
const catalogue = `skills:
  site-reliability-engineer:
    title: Site Reliability Engineer
    aliases: [SRE]
    summary: Keeps services up
`;

export interface OtherEditor {
  readonly name: string;
  readonly command: string;
  /** Debian's packages that bring it. */
  readonly packages: readonly string[];
  /** How a person installs it elsewhere. */
  readonly install: string;
  /** What the name of the folder begins with in which it works. */
  readonly folder: string;
  readonly arguments: readonly string[];
  /** Names of variables that hold the folder where its log and its state belong to this run. */
  readonly ownFolders: readonly string[];
}

/**
 * Before all tests of a file lets an editor open a chain with a mistake, beside a catalogue, by its script.
 * @returns Gives the folder, and what the script printed behind `SEEN ` as JSON.
 */
export function letEditorSee(editor: OtherEditor): { readonly folder: string; readonly seen: unknown } {
  const result = { folder: '', seen: undefined as unknown };
  before(async () => {
    const { name, command, packages, install } = editor;
    const program = await ensureDebianProgram({ command, packages });
    assert.ok(
      program,
      `This test drives ${name}. Install it so that ${command} is on the search path: apt-get install ${packages.join(' ')}, or ${install}.`,
    );
    const folder = await realpath(await mkdtemp(path.join(tmpdir(), editor.folder)));
    result.folder = folder;
    await writeFile(path.join(folder, 'outage.chain.yaml'), text);
    await writeFile(path.join(folder, 'team.skills.yaml'), catalogue);
    const environment = {
      NODE: process.execPath,
      SERVER: await serverBundle(),
      ROOT: folder,
      CHAIN_FILE: path.join(folder, 'outage.chain.yaml'),
      ...Object.fromEntries(editor.ownFolders.map(variable => [variable, folder])),
    };
    const { output } = await run(program, [...editor.arguments], { environment });
    const line = output.split('\n').find(each => each.startsWith('SEEN '));
    assert.ok(line, `${name} told nothing:\n${output}`);
    result.seen = JSON.parse(line.slice('SEEN '.length));
  });
  after(async () => {
    await cleanUp();
    if (result.folder !== '') await rm(result.folder, { recursive: true, force: true });
  });
  return result;
}
