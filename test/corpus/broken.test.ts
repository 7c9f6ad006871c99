/** Files with the mistakes that people make, by the family of what is wrong: exactly what their lines of carets name is found, and how grave it is. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rules } from '../../server/src/core/rules/index.ts';
import { lint, recommended, strict } from '../../server/src/core/rules/lint.ts';
import { marksIn, withMarks } from '../language/support/marks.ts';
import { opened } from './support/opened.ts';
import { casesIn, familiesIn, filesIn } from './support/worlds.ts';

/** `#   ^^^^ unknown-key error`: a line of carets, with the code and the severity of what is found above it. */
const graded = /^(\s*#\s*\^* [a-z-]+) (?:error|warning|information|hint)$/gm;

const plain = (text: string): string => marksIn(text.replace(graded, '$1')).text;

const isStrict = new Map(rules.map(({ code, preset }) => [code, preset === 'strict']));

/** Where a rule that only the strict preset has is to find something, that preset counts. */
const policyOf = (files: Readonly<Record<string, string>>) =>
  Object.values(files)
    .flatMap(text => marksIn(text.replace(graded, '$1')).marks)
    .some(({ code }) => isStrict.get(code) === true)
    ? strict
    : recommended;

const beside = filesIn('broken/beside');

for (const family of familiesIn('broken')) {
  const cases = casesIn(`broken/${family}`);
  describe(family, () => {
    test('has ten of them', () => assert.ok(cases.length >= 10, `${cases.length}`));
    for (const { name, files } of cases)
      test(name, async () => {
        const all = { ...beside, ...files };
        const texts = Object.fromEntries(Object.entries(all).map(([path, text]) => [path, plain(text)]));
        const { service, documents } = await opened(texts);
        let count = 0;
        for (const { path, uri, text } of documents) {
          const document = service.snapshot().documents.get(uri);
          const found =
            document === undefined
              ? []
              : lint(document, service.snapshot(), path in files ? policyOf(files) : recommended);
          count += found.length;
          const marked = withMarks(
            text,
            found.map(({ code, severity, span }) => ({ code: `${code} ${severity}`, span })),
          );
          assert.equal(marked, all[path], found.map(each => `${each.code}: ${each.message}`).join('\n'));
        }
        assert.ok(count > 0, 'Nothing is marked.');
      });
  });
}
