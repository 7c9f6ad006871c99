import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { joinedWords, searchWords } from '../../../server/src/core/util/searchWords.ts';
import { createTextSearch } from '../../../server/src/core/util/textSearch.ts';

describe('The words of a text', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['SOC2, SOC-2', ['soc', '2', 'soc', '2']],
    ['within 72h', ['within', '72', 'hour']],
    ['Within 72 hours', ['within', '72', 'hour']],
    ['15 min or 99.95%', ['15', 'minute', 'or', '99.95', 'percent']],
    ['$1,000,000', ['1000000']],
    ['Policies, analysis, access', ['policy', 'analysis', 'access']],
    ['Café', ['cafe']],
    ['', []],
    ['\u202e🎉 __proto__', ['proto']],
  ];
  for (const [text, words] of cases)
    it(JSON.stringify(text), () => assert.deepEqual(searchWords(text), words));

  it('with a hyphen are one word too', () => {
    assert.deepEqual(joinedWords('A post-mortem, go/no-go, top-50'), ['postmortem', 'nogo']);
  });
});

describe('A search', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['Harvest', 'Apples go to the cellar before the frost'],
    ['Cellar', 'Ladders and baskets'],
    ['Frost watch', 'Somebody looks after the apple trees within 72 hours'],
    ['Constructor', 'Paths and walls, in 72 places; hours are not counted'],
  ];
  const search = createTextSearch(
    texts.map(([title, body]) => [
      { weight: 10, text: title },
      { weight: 2, text: body },
    ]),
  );
  const found = (query: string): readonly string[] =>
    search(query).map(({ record }) => texts[record]?.[0] ?? '');

  const firsts: readonly (readonly [string, string, string])[] = [
    ['a title before words of the body', 'cellar', 'Cellar'],
    ['the beginning of a word', 'harv', 'Harvest'],
    ['a letter too few', 'harvst', 'Harvest'],
    ['two letters that changed places', 'havrest', 'Harvest'],
    ['the beginning of a word with an error in it', 'constrac', 'Constructor'],
    ['a part of a word', 'asket', 'Cellar'],
    ['a unit in another spelling, beside its figure', '72h', 'Frost watch'],
    ['a question with words that tell nothing', 'how do I watch for the frost', 'Frost watch'],
    ['a name that every object has', 'constructor', 'Constructor'],
  ];
  for (const [what, query, first] of firsts) it(`finds ${what}`, () => assert.equal(found(query)[0], first));

  it('says in which field', () => {
    assert.deepEqual(search('basket'), [{ record: 1, field: 1 }]);
  });

  it('finds nothing for nothing', () => {
    for (const query of ['', ' ', '///', 'zebra', '🎉']) assert.deepEqual(search(query), [], query);
  });
});
