/** Every contributed snippet, left as it is at its place, is sound; and none says what completion offers anyway. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createLanguageService } from '../../server/src/core/index.ts';
import { lint } from '../../server/src/core/rules/lint.ts';
import snippets from '../../snippets/chain-yaml.json' with { type: 'json' };
import { memoryWorkspace } from '../support/memoryWorkspace.ts';
import { otherChain, snippetFile, snippetPlaces } from '../support/snippetPlaces.ts';

const catalogue = readFileSync(new URL('../../chains/skill-chains.skills.yaml', import.meta.url), 'utf8');
const all = Object.entries(snippets);

/** What an editor makes of a snippet that nobody fills in, in a file called `stem`. */
function leftAsItIs(body: readonly string[], stem: string): string {
  return body
    .join('\n')
    .replace(/\$\{TM_FILENAME_BASE\/.*\/\}/g, stem)
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '');
}

async function serviceWith(name: string, text: string) {
  const workspace = memoryWorkspace({
    'team.skills.yaml': catalogue,
    [otherChain.name]: otherChain.text,
  });
  const service = createLanguageService(workspace);
  await service.load();
  const uri = workspace.uri(name);
  service.setDocument(uri, 1, text);
  return { service, uri };
}

describe('The snippets', () => {
  it('each have a prefix of their own, a description and a place', () => {
    const prefixes = all.map(([, { prefix }]) => prefix);
    assert.deepEqual([...new Set(prefixes)].toSorted(), Object.keys(snippetPlaces).toSorted());
    assert.equal(prefixes.length, new Set(prefixes).size);
    // One word whose first letter begins hardly any other: so none comes up, and Enter takes none, where a person writes "step" or "phase".
    for (const prefix of prefixes) assert.match(prefix, /^x[a-z]+$/);
    for (const [name, { description }] of all) assert.match(description, /^[A-Z].*[^.!]$/, name);
  });

  for (const [name, { prefix, body }] of all) {
    const frame = snippetPlaces[prefix] ?? '';
    const place = frame.indexOf('$0');
    const indent = ' '.repeat(place - frame.lastIndexOf('\n', place) - 1);

    it(`${name}: no finding`, async () => {
      const written = leftAsItIs(body, 'framed').replaceAll('\n', `\n${indent}`);
      const text = `${frame.replace('$0', () => written)}\n`;
      assert.doesNotMatch(text, /[$]\d|[{}|]/);
      const { service, uri } = await serviceWith(snippetFile(prefix), text);
      assert.deepEqual(
        service.diagnostics(uri).map(({ code, message }) => `${code}: ${String(message)}`),
        [],
        text,
      );
      const document = service.snapshot().documents.get(uri);
      assert.ok(document);
      const style = lint(document, service.snapshot(), {
        severityOf: ({ family }) => (family === 'style' ? undefined : 'off'),
      });
      assert.deepEqual(
        style.map(({ code, message }) => `${code}: ${message}`),
        [],
        text,
      );
    });

    it(`${name}: nothing that completion offers there`, async () => {
      const { service, uri } = await serviceWith(snippetFile(prefix), frame.replace('$0', ''));
      const line = frame.slice(0, place).split('\n').length - 1;
      const { items } = service.completion(uri, { line, character: indent.length }, { snippets: true });
      assert.ok(items.length > 0);
      const normalized = (text: string): string => text.replace(/\$\{?\d*:?[^}]*\}?|\s+/g, '');
      const own = normalized(body.join('\n'));
      for (const item of items) {
        assert.notEqual(item.label, prefix);
        const inserted = item.textEdit?.newText ?? item.insertText ?? item.label;
        assert.notEqual(normalized(inserted), own, item.label);
      }
    });
  }
});
