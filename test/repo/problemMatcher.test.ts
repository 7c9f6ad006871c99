/** The extension's problem matcher reads what the command line prints, as an editor would: line by line, without colours. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import { countsOf } from '../../server/src/cli/reports/report.ts';
import { textReport } from '../../server/src/cli/reports/text.ts';

const [matcher] = manifest.contributes.problemMatchers;

const finding = (message: string, severity: 1 | 2 | 3 | 4, character: number) => ({
  range: { start: { line: 2, character }, end: { line: 2, character: character + 3 } },
  message,
  severity,
  code: 'unknown-key',
  source: 'skill-chains',
  relatedInformation: [
    {
      location: {
        uri: 'file:///folder/b.chain.yaml',
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
      },
      message: 'It is here: error: no [not-this]',
    },
  ],
});

test('the matcher reads each finding once, with all its parts, and nothing else', () => {
  assert.ok(matcher !== undefined);
  const { regexp, file, line, column, severity, message, code } = matcher.pattern;
  const name = 'a folder/1: error: x [y].chain.yaml';
  const findings = [
    finding('There is no "a: 1:2: error: b [c]".', 1, 0),
    finding('One\nline.', 2, 4),
    finding('Said.', 3, 8),
    finding('Hinted.', 4, 12),
  ];
  const text = textReport({
    files: [{ uri: 'file:///x', path: '/x', name, findings }],
    host: { version: '1', workingFolder: '/folder', environment: {} },
    hidden: countsOf([]),
    isMendable: true,
    paint: (_, words) => words,
  });
  const expression = new RegExp(regexp);
  const read = text.split('\n').flatMap(each => {
    const found = expression.exec(each);
    return found === null ? [] : [[file, line, column, severity, message, code].map(part => found[part])];
  });
  assert.deepEqual(read, [
    [name, '3', '1', 'error', 'There is no "a: 1:2: error: b [c]".', 'unknown-key'],
    [name, '3', '5', 'warning', 'One line.', 'unknown-key'],
    [name, '3', '9', 'info', 'Said.', 'unknown-key'],
    [name, '3', '13', 'hint', 'Hinted.', 'unknown-key'],
  ]);
});

test('it puts its problems where the server puts its findings, so that none is there twice', () => {
  assert.equal(matcher?.owner, 'skill-chains');
  assert.equal(matcher?.name, manifest.contributes.taskDefinitions[0]?.type);
});
