/** The formats of findings, each held against what its readers want. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { rules } from '../../server/src/core/index.ts';
import { type CommandFolder, commandFolder, removeFolders, soundChain } from '../support/commandLine.ts';

after(removeFolders);

/** A path and words that mean something to every format. */
const odd = 'odd %, ä#é:[1]/a b.chain.yaml';

const files = {
  [odd]: soundChain('twice').replace('technical-writer', `'writer, 100%: "x"'`),
  'twice.chain.yaml': `${soundChain('twice')}    takes: >-\n      a\n      while\n`,
  'sound.chain.yaml': soundChain('sound'),
  'own.skills.yaml': 'skills:\n  own:\n    title: Own\n',
};

const json = async (folder: CommandFolder, format: string, environment = {}) =>
  JSON.parse((await folder.run(['lint', '--format', format], { environment })).output);

test('json names every finding with its place, and counts', async () => {
  const folder = await commandFolder(files);
  const { version, summary, findings } = await json(folder, 'json');
  assert.equal(version, '1.2.3');
  assert.deepEqual(summary, { files: 4, errors: 3, warnings: 2, informations: 0, hints: 0 });
  assert.equal(findings.length, 5);
  const [first] = findings.filter(({ code }: { code: string }) => code === 'duplicate-id');
  assert.deepEqual(first, {
    path: odd,
    ...{ line: 1, column: 8, endLine: 1, endColumn: 13 },
    severity: 'error',
    code: 'duplicate-id',
    message: 'Another chain of this workspace folder has the id "twice" too. Give one of them another id.',
    related: [
      {
        path: 'twice.chain.yaml',
        ...{ line: 1, column: 8, endLine: 1, endColumn: 13 },
        message: 'The other chain is here.',
      },
    ],
  });
});

/** The standard's own schema; it is of draft 4, which later ones read alike but for the name of its id. */
async function sarifSchema(): Promise<object> {
  const { id, $schema, ...schema } = JSON.parse(
    await readFile(new URL('fixtures/sarif-schema-2.1.0.json', import.meta.url), 'utf8'),
  );
  assert.equal($schema, 'http://json-schema.org/draft-04/schema#');
  assert.match(id, /2\.1\.0/);
  return schema;
}

test('sarif is what its standard wants, for findings and for none', async () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const check = ajv.compile(await sarifSchema());
  const isValid = (report: unknown): boolean => check(report);
  const folder = await commandFolder(files);
  const report = await json(folder, 'sarif');
  assert.ok(isValid(report), JSON.stringify(check.errors));
  assert.ok(!isValid({ ...report, version: '2.0.0' }));
  const empty = await json(await commandFolder({ 'sound.chain.yaml': soundChain('sound') }), 'sarif');
  assert.ok(isValid(empty), JSON.stringify(check.errors));
  assert.deepEqual(empty.runs[0].results, []);
  const input = await folder.run(['lint', '-', '-f', 'sarif'], { input: 'chain: [' });
  assert.ok(isValid(JSON.parse(input.output)), JSON.stringify(check.errors));
});

test('sarif says where each finding is, and which rule made it', async () => {
  const folder = await commandFolder(files);
  const [run] = (await json(folder, 'sarif')).runs;
  assert.equal(run.tool.driver.rules.length, rules.length);
  const root: string = run.originalUriBaseIds['%SRCROOT%'].uri;
  assert.equal(fileURLToPath(root), `${folder.path}${path.sep}`);
  const { findings } = await json(folder, 'json');
  assert.equal(run.results.length, findings.length);
  for (const [at, result] of run.results.entries()) {
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    const { path: file, line, column, endLine, endColumn, code } = findings[at];
    assert.equal(fileURLToPath(new URL(artifactLocation.uri, root)), path.join(folder.path, file));
    assert.deepEqual(region, {
      ...{ startLine: line, startColumn: column, endLine, endColumn },
    });
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, code);
  }
});

test('github gets a command a finding, in which nothing ends early', async () => {
  const folder = await commandFolder(files);
  const { output, code } = await folder.run(['lint', '--format', 'github']);
  const lines = output.split('\n').slice(0, -1);
  assert.deepEqual([code, lines.length], [1, 5]);
  const file = 'odd %25%2C ä#é%3A[1]/a b.chain.yaml';
  for (const line of lines.slice(0, 3)) {
    assert.match(
      line,
      /^::(?:error|warning|notice) file=[^:,]+,line=\d+,endLine=\d+,[^:]*title=skill-chains [\w-]+::./,
    );
    assert.ok(line.includes(`file=${file},`), line);
  }
  assert.ok(
    lines.some(line => line.includes('100%25: "x"')),
    output,
  );
  // Both ends of a column in different lines would be refused.
  const spread = lines.filter(line => line.includes('line=9,endLine=11'));
  assert.deepEqual([spread.length, spread.some(line => line.includes('col='))], [1, false]);
});

test('paths for a code host count from where it checked the repository out', async () => {
  const folder = await commandFolder({ 'sub/b.chain.yaml': soundChain('a') });
  const host = { GITHUB_WORKSPACE: folder.path };
  const run = (format: string) =>
    folder.run(['lint', '--format', format], { from: 'sub', environment: host }).then(each => each.output);
  assert.match(await run('github'), /^::warning file=sub\/b\.chain\.yaml,/);
  assert.match(await run('sarif'), /"uri": "sub\/b\.chain\.yaml"/);
  assert.match(await run('text'), /^b\.chain\.yaml:1/);
  const lab = await folder.run(['lint', '-f', 'gitlab'], {
    from: 'sub',
    environment: { CI_PROJECT_DIR: folder.path },
  });
  assert.equal(JSON.parse(lab.output)[0].location.path, 'sub/b.chain.yaml');
  const elsewhere = await folder.run(['lint', '-f', 'github'], {
    from: 'sub',
    environment: { GITHUB_WORKSPACE: path.join(folder.path, 'other') },
  });
  assert.match(elsewhere.output, /^::warning file=b\.chain\.yaml,/);
});

test('gitlab gets issues with fingerprints that differ, and stay when a line moves', async () => {
  const same = soundChain('a').replace('    do: Write it down\n', '    do: Write\n    foo: 1\n    bar: 2\n');
  const folder = await commandFolder({ 'a.chain.yaml': same, 'b.chain.yaml': soundChain('b') });
  const issues = await json(folder, 'gitlab');
  assert.equal(issues.length, 2);
  for (const { description, check_name, fingerprint, severity, location } of issues) {
    assert.ok(description.length > 0 && check_name === 'unknown-key');
    assert.match(fingerprint, /^[0-9a-f]{64}$/);
    assert.equal(severity, 'major');
    assert.deepEqual(Object.keys(location), ['path', 'lines']);
  }
  await folder.write('a.chain.yaml', `# moved\n${same}`);
  const moved = await json(folder, 'gitlab');
  const prints = (list: readonly { fingerprint: string }[]) => list.map(each => each.fingerprint);
  assert.deepEqual(prints(moved), prints(issues));
  assert.equal(new Set(prints(issues)).size, 2);
});
