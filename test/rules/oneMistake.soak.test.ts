/** One mistake makes one finding: what only follows from it stays silent. Tried on a chain that is without one. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { table } from '../../schemas/generated/table.ts';
import { sampleFiles, textAt } from '../support/library.ts';
import { loadedService } from '../support/requests.ts';

const name = 'sev1-production-incident.chain.yaml';
const next = 'post-mortem-follow-up.chain.yaml';
const files: Readonly<Record<string, string>> = {
  ...sampleFiles,
  [next]: textAt(`incident-management/${next}`),
};
const text = files[name] ?? '';
const lines = text.split('\n');
const { service, workspace } = await loadedService(files);
const uri = workspace.uri(name);
let version = 0;

/** The findings of the chain with one change, as lines of text. */
function findings(changed: string): readonly string[] {
  service.setDocument(uri, ++version, changed);
  return service
    .diagnostics(uri)
    .map(({ code, range, message }) => `${range.start.line + 1} ${code} ${message}`);
}

const withLine = (at: number, ...instead: readonly string[]): string =>
  lines.toSpliced(at, 1, ...instead).join('\n');
const words = lines.flatMap((line, at) => (/^\s*(#|$)/.test(line) ? [] : [{ line, at }]));

test('the chain itself has no finding', () => {
  assert.ok(text.length > 1000);
  assert.deepEqual(findings(text), []);
});

describe('a misspelled key', () => {
  const known = new Set(Object.values(table.records).flatMap(record => record.keys.map(each => each.key)));
  for (const { line, at } of words) {
    const [, before = '', key = ''] = /^(\s*(?:- )?)([a-z-]{3,}):/.exec(line) ?? [];
    if (!known.has(key)) continue;
    test(`${key} on line ${at + 1} is the only finding, and the key is offered`, () => {
      const misspelled = key.slice(0, 2) + key.slice(3);
      const found = findings(withLine(at, before + misspelled + line.slice(before.length + key.length)));
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0] ?? '', new RegExp(`unknown-key .*Did you mean .*"${key}"`));
    });
  }
});

test('a line that stands twice, lacks its colon or opens a quote makes one finding at most', () => {
  for (const { line, at } of words) {
    for (const changed of [
      withLine(at, line, line),
      withLine(at, line.replace(': ', ' ')),
      withLine(at, line.replace(/: (\w)/, ': "$1')),
      withLine(at, line.replace(/: (\w+) (\w)/, ': $1: $2')),
    ]) {
      const found = findings(changed);
      assert.ok(found.length <= 1, `line ${at + 1}, ${line}:\n${found.join('\n')}`);
    }
  }
});
