/** The library's errors in plain words: what is wrong, and what to do. */
import type { Span } from '../util/span.ts';
import type { LexToken, LibraryError } from './library.ts';
import { isSpace, tokenIndexAt, visibleTokenFrom } from './mend.ts';
import { excerpt } from './traps/quoting.ts';
import type { SyntaxProblem } from './tree.ts';

/** Tried in order within a code; the first whose words the library's message holds. */
const WORDS: Readonly<Record<LibraryError['code'], readonly (readonly [holds: string, message: string])[]>> =
  {
    ALIAS_PROPS: [
      ['', 'A reference such as *name takes neither an anchor nor a tag. Remove what stands before it.'],
    ],
    BAD_ALIAS: [
      ['Anchor cannot be', 'An anchor needs a name behind its &. Write one, or put the text in quotes.'],
      ['', 'A reference needs a name behind its *. Write one, or put the text in quotes.'],
    ],
    BAD_COLLECTION_TYPE: [['', 'This tag does not fit to what it stands before. Remove the tag.']],
    BAD_DIRECTIVE: [
      [
        '',
        'A line that begins with % is a directive, and this one is not known. Remove it, or put the text in quotes.',
      ],
    ],
    BAD_DQ_ESCAPE: [
      [
        '',
        'In double quotes a backslash begins an escape, and "{text}" is none. Write the backslash twice, or use single quotes.',
      ],
    ],
    BAD_INDENT: [
      [
        'must be sufficiently',
        'A bracket is not closed before this line. Close it, or indent the line deeper.',
      ],
      ['sequence items', 'The items of one list begin in the same column. Align this one with the others.'],
      ['', 'The keys of one map begin in the same column. Align this one with the others.'],
    ],
    BAD_PROP_ORDER: [['', 'An anchor or a tag belongs behind this sign. Move it there, or remove it.']],
    BAD_SCALAR_START: [['', 'A value cannot begin with "{text}". Put it in quotes.']],
    BLOCK_AS_IMPLICIT_KEY: [
      ['sequence', 'A list cannot stand here. Indent its items alike, below the key they belong to.'],
      [
        '',
        'A second key cannot stand on the line of the first. Begin it on the next line and indent it, or put the text in quotes.',
      ],
    ],
    BLOCK_IN_FLOW: [
      ['', 'Inside brackets keys and items are separated by commas. Write them so, or without the brackets.'],
    ],
    DUPLICATE_KEY: [['', 'This key stands twice in one map. Remove one of them.']],
    IMPOSSIBLE: [
      ['', 'YAML cannot read this. Check the indentation and the quotes here and on the lines above.'],
    ],
    KEY_OVER_1024_CHARS: [['', 'A key cannot be longer than 1,024 characters. Make it shorter.']],
    MISSING_CHAR: [
      [
        'Implicit map keys',
        '"{text}" has no colon. Write a colon and a value behind a key, or indent a text deeper than its key.',
      ],
      ['closing', 'A quote is not closed. Write it at the end of the text.'],
      ['Missing space after :', 'A blank is missing behind the colon. Insert one.'],
      ['Missing ,', 'A comma is missing before this. Insert one, or put the whole text in quotes.'],
      ['must end with a', 'A bracket is not closed. Close it at the end of its entries.'],
      [
        'Block collection',
        'A map or a list cannot begin on the line of the three dashes. Begin it on the next line.',
      ],
      ['Missing newline', 'A list cannot begin behind an anchor or a tag. Begin it on the next line.'],
      ['Comments must', 'A comment needs a blank before its #. Insert one, or put the text in quotes.'],
      [
        'Tags and anchors',
        'An anchor or a tag needs a blank behind it. Insert one, or put the text in quotes.',
      ],
      [
        'Sequence item',
        'Here an item of the list is expected. Begin the line with a dash and a blank, or indent it deeper.',
      ],
      [
        'directives-end',
        'A line that begins with % is a directive, and a line of three dashes must follow it. Insert that, or put the text in quotes.',
      ],
      ['', 'Something is missing here. Check the quotes, brackets and colons of this line.'],
    ],
    MULTILINE_IMPLICIT_KEY: [
      ['', 'A key stands on one line. Write a colon behind it, or indent the text deeper than its key.'],
    ],
    MULTIPLE_ANCHORS: [['', 'A value has one anchor at most. Remove one.']],
    MULTIPLE_DOCS: [
      [
        '',
        'A file holds one document. Remove the line of three dashes, or move what follows to a file of its own.',
      ],
    ],
    MULTIPLE_TAGS: [['', 'A value has one tag at most. Remove one.']],
    NON_STRING_KEY: [['', 'A key is a text. Put it in quotes.']],
    RESOURCE_EXHAUSTION: [['', 'This is nested too deep to be read. Make it flatter.']],
    TAB_AS_INDENT: [['', 'YAML does not take tabs as indentation. Indent with blanks, two for each level.']],
    TAG_RESOLVE_FAILED: [['', 'This tag is not known. Remove it, or put the text in quotes.']],
    UNEXPECTED_TOKEN: [
      [
        'header',
        'Nothing may stand behind the > or | that begins a block of text. Move the text to the next line, or put it in quotes.',
      ],
      ['empty item', 'An entry is missing between two commas. Write it, or remove a comma.'],
      ['Unexpected ,', 'A comma stands here without an entry before it. Remove it.'],
      [
        'at node end',
        'YAML does not expect "{text}" behind a value that is already whole. Put the whole text in quotes.',
      ],
      ['', 'YAML does not expect "{text}" here. Put the text in quotes, or remove it.'],
    ],
  };

/** A problem for an error that nothing else explains, in the offsets of the text that the library read. */
export function plainProblem(text: string, tokens: readonly LexToken[], error: LibraryError): SyntaxProblem {
  const span = visibleSpan(text, tokens, placeOf(tokens, error));
  const [, message] = WORDS[error.code]?.find(([holds]) => error.message.includes(holds)) ?? ['', FALLBACK];
  const problem = {
    code: 'yaml-syntax',
    span,
    message: message.replace('{text}', excerpt(text, span)),
  } as const;
  if (error.code !== 'BAD_DQ_ESCAPE') return problem;
  const edits = [{ span: { start: span.start, end: span.start }, newText: '\\' }];
  return { ...problem, fix: { title: 'Write the backslash twice', edits } };
}

/** Where an error is, which is not always where the library tells of it. */
function placeOf(tokens: readonly LexToken[], error: LibraryError): Span {
  // A backslash and what it is written before.
  if (error.code === 'BAD_DQ_ESCAPE') return { start: error.start, end: error.start + 2 };
  // The line that begins with `%`, not the first line that does not.
  if (DIRECTIVE_ENDS.test(error.message))
    return tokens.find(({ kind }) => kind === 'directive-line') ?? error;
  return error;
}

const DIRECTIVE_ENDS = /directives-end\/doc-start|directives-end indicator/;

const FALLBACK =
  'YAML cannot read this. Check the indentation, quotes and brackets here and on the lines above.';

/**
 * Where an error shows: on one line, on something visible. An error on blanks, or of no width, is shown on what follows,
 * at the end of the file on the last character written.
 */
export function visibleSpan(text: string, tokens: readonly LexToken[], { start, end }: Span): Span {
  const here = end - start <= 1 ? tokens[tokenIndexAt(tokens, start)] : undefined;
  if (here?.start === start && here.end > end && !isSpace(here)) return visibleSpan(text, [], here);
  const shown = text.slice(start, end);
  const lead = shown.length - shown.trimStart().length;
  const line = /^[^\n\r]*/.exec(shown.trimStart())?.[0].trimEnd() ?? '';
  if (line !== '') return { start: start + lead, end: start + lead + line.length };
  const token = visibleTokenFrom(tokens, start);
  if (token !== undefined) return visibleSpan(text, [], token);
  return lastVisible(text);
}

/** The last character that is no blank; the whole of a text without one. */
export function lastVisible(text: string): Span {
  const end = text.trimEnd().length;
  if (end === 0) return { start: 0, end: text.length };
  const pair = end > 1 && /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(end - 2, end));
  return { start: end - (pair ? 2 : 1), end };
}
