/** Findings that any tool for YAML makes too are marked, and no others: held against what the YAML library itself says. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { rules } from '../../server/src/core/rules/index.ts';
import { lintExample } from '../support/check.ts';
import { caretsIn } from '../support/fixture.ts';

/** The library's errors, a repeated key and an unknown alias among them. */
function hasErrors(text: string): boolean {
  const documents = parseAllDocuments(text);
  return [...documents].some(document => {
    try {
      document.toJS();
      return document.errors.length > 0;
    } catch {
      return true;
    }
  });
}

describe('A generic finding', () => {
  for (const { code, invalid } of rules) {
    for (const [at, example] of invalid.entries()) {
      it(`of ${code}, example ${at + 1}, is one of YAML`, async () => {
        const { text } = caretsIn(example.text);
        const { findings } = await lintExample(example, text, code);
        assert.equal(
          findings.some(({ generic }) => generic === true),
          hasErrors(text),
          text,
        );
      });
    }
  }
});
