import assert from 'node:assert/strict';
import { test } from 'node:test';
import { URI } from 'vscode-uri';
import { canonicalFolderUri, canonicalUri, liesIn } from '../../server/src/lsp/uris.ts';

/** What clients write, and the one spelling it becomes: VS Code's own. */
const spellings: readonly (readonly [given: string, canonical: string])[] = [
  ['file:///c%3A/plans/a.chain.yaml', 'file:///c%3A/plans/a.chain.yaml'],
  ['file:///c:/plans/a.chain.yaml', 'file:///c%3A/plans/a.chain.yaml'],
  ['file:///C:/plans/a.chain.yaml', 'file:///c%3A/plans/a.chain.yaml'],
  ['file:///C%3A/plans/a.chain.yaml', 'file:///c%3A/plans/a.chain.yaml'],
  ['file:///home/me/my%20plans/a%23b.chain.yaml', 'file:///home/me/my%20plans/a%23b.chain.yaml'],
  ['file:///home/me/a+b (c).chain.yaml', 'file:///home/me/a%2Bb%20%28c%29.chain.yaml'],
  ['file:///home/me/a+b%20(c).chain.yaml', 'file:///home/me/a%2Bb%20%28c%29.chain.yaml'],
  ['file:///home/m%C3%A9/a.chain.yaml', 'file:///home/m%C3%A9/a.chain.yaml'],
  ['file:///home/mé/a.chain.yaml', 'file:///home/m%C3%A9/a.chain.yaml'],
  ['file://server/share/a.chain.yaml', 'file://server/share/a.chain.yaml'],
  ['untitled:Untitled-1', 'untitled:Untitled-1'],
  ['vscode-remote://wsl%2Bubuntu/home/a.chain.yaml', 'vscode-remote://wsl%2Bubuntu/home/a.chain.yaml'],
];

for (const [given, canonical] of spellings) {
  test(`${given} is ${canonical}`, () => {
    assert.equal(canonicalUri(given), canonical);
    assert.equal(canonicalUri(canonical), canonical);
    assert.equal(URI.parse(canonical).toString(), canonical);
  });
}

test('what is no URI has no spelling', () => {
  for (const given of ['', 'plain words', '/home/me/a.chain.yaml', '://x']) {
    assert.equal(canonicalUri(given), undefined, given);
  }
});

test('a folder has no trailing slash, so that its children begin with it and a slash', () => {
  assert.equal(canonicalFolderUri('file:///home/me/'), 'file:///home/me');
  assert.equal(canonicalFolderUri('file:///c:/'), 'file:///c%3A');
  assert.ok(liesIn('file:///home/me', 'file:///home/me/a.chain.yaml'));
  assert.ok(liesIn('file:///home/me', 'file:///home/me'));
  assert.ok(!liesIn('file:///home/me', 'file:///home/mean/a.chain.yaml'));
});
