/** The generated parts of the documentation say what the manifest and the rules say. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { documentationFiles } from '../../scripts/documentation.ts';
import {
  commandsTable,
  localize,
  replaceGenerated,
  rulesTable,
  settingsTable,
} from '../../scripts/documentationTables.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { MAX_CHARACTERS, MAX_LINES, MAX_TOKENS } from '../../server/src/core/syntax/limits.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the documentation', () => {
  for (const [path, contents] of documentationFiles()) {
    it(`${path} is up to date; else run npm run generate`, () => assert.equal(read(path), contents));
  }

  for (const path of [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
    'docs/rules.md',
    'docs/checking.md',
    'docs/editors.md',
    'docs/checklist.md',
    'docs/command-line.md',
    'docs/refactorings.md',
    'docs/library-guide.md',
    'docs/language/README.md',
    'docs/language/running.md',
    'docs/language/programmes.md',
  ]) {
    it(`${path} links to files that exist`, () => {
      const targets = [...read(path).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(
        ([, target]) => target ?? '',
      );
      const missing = targets.filter(
        target => !/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(path), target)),
      );
      assert.deepEqual(missing, []);
    });
  }

  it('names each size from which on a file is not checked', () => {
    const words = (limit: number): string => (limit === 1_000_000 ? 'a million' : limit.toLocaleString('en'));
    const said = `A file of more than ${words(MAX_LINES)} lines, ${words(MAX_CHARACTERS)} characters or ${words(MAX_TOKENS)} words and signs is not checked.`;
    assert.ok(read('README.md').replace(/\s+/gu, ' ').includes(said), said);
  });

  it('has a heading for every rule', () => {
    const headings = new Set([...read('docs/rules.md').matchAll(/^## (.+)$/gm)].map(([, code]) => code));
    assert.deepEqual(
      rules.filter(({ code }) => !headings.has(code)).map(({ code }) => code),
      [],
    );
  });
});

describe('the generated tables', () => {
  it('give each setting its default and its values', () => {
    const properties = {
      'a.b': {
        description: 'When.\nOr not.',
        default: 'x',
        enum: ['x', 'y|z'],
        enumDescriptions: ['One', 'Other'],
      },
    };
    const expected =
      '| Setting | Default | What it does |\n| --- | --- | --- |\n| `a.b` | `"x"` | When. Or not. `x`: One `y\\|z`: Other |';
    assert.equal(settingsTable({ contributes: { configuration: { properties } } }), expected);
    assert.equal(settingsTable({ contributes: { configuration: [{ properties }] } }), expected);
  });

  it('name each command as the palette does', () => {
    const commands = [{ command: 'a.go', title: 'Go', category: 'A' }];
    const menus = { commandPalette: [{ command: 'a.go', when: 'false' }] };
    assert.doesNotMatch(commandsTable({ contributes: { commands, menus } }), /a\.go/);
    assert.match(commandsTable({ contributes: { commands } }), /\| A: Go \| `a\.go` \|$/);
  });

  it('say in words what the manifest says by key', () => {
    const manifest = JSON.stringify({ contributes: { commands: [{ command: 'a.go', title: '%go%' }] } });
    assert.match(commandsTable(localize(manifest, { go: 'Go' })), /\| Go \| `a\.go` \|$/);
    assert.throws(() => localize(manifest, {}), /no text for go/);
  });

  it('link each rule to its page', () => {
    const [rule] = rules;
    assert.ok(rule);
    const row = `| [\`${rule.code}\`](p.md#${rule.code}) | ${rule.family} | recommended | ${rule.severity} |`;
    assert.ok(rulesTable([rule], 'p.md').includes(row));
  });

  it('replace what stands between the markers and nothing else', () => {
    const page =
      'a\n<!-- generated:x -->\nold\n<!-- /generated -->\nb\n<!-- generated:y -->\n<!-- /generated -->\n';
    const once = replaceGenerated(page, 'x', 'new');
    assert.equal(
      once,
      'a\n<!-- generated:x -->\n\nnew\n\n<!-- /generated -->\nb\n<!-- generated:y -->\n<!-- /generated -->\n',
    );
    assert.equal(replaceGenerated(once, 'x', 'new'), once);
    assert.throws(() => replaceGenerated(page, 'z', 'new'), /generated:z/);
  });
});
