/** Texts that are broken at random. */
import fc from 'fast-check';
import { chainTexts } from './support.ts';

const SHARDS = [
  ...[
    '\n',
    '\r\n',
    '\r',
    '  ',
    ' ',
    '\t',
    '- ',
    ': ',
    ':',
    '? ',
    ', ',
    ' #',
    '#1',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    '&a ',
    '*a',
    '!t ',
    '|',
    '>',
    '%',
    '@',
    '`',
    '!',
    '---',
    '...',
    'key',
    'a b',
    '\0',
    '\uD800',
    '\uDC00',
    '😀',
  ],
  ...[
    '__proto__: ',
    '<<<<<<< ',
    '>>>>>>> ',
    '=======',
    '\uFEFF',
    '\\',
    '= ',
    '{{x}}',
    '[ ] ',
    '10,000',
    '(a, b)',
  ],
];

/** Pieces that mean something to YAML, in any order. */
export const soup = fc.array(fc.constantFrom(...SHARDS), { maxLength: 30 }).map(pieces => pieces.join(''));

/** Chains with a few pieces put in, and a few characters taken out. */
export const mutatedChain = fc
  .tuple(
    fc.constantFrom(...chainTexts.map(text => text.slice(0, 3000))),
    fc.array(fc.tuple(fc.nat(3000), fc.nat(6), fc.constantFrom('', ...SHARDS)), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([text, changes]) =>
    changes.reduce((result, [at, cut, put]) => result.slice(0, at) + put + result.slice(at + cut), text),
  );

export const anyText = fc.string({ unit: 'binary', maxLength: 80 });
