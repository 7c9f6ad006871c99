/** Ids that are to be the same as the name of their file. */
import type { Word } from '../../model/chain.ts';
import { fileName, isSaved } from '../../project/places.ts';
import type { DocumentState } from '../../project/snapshot.ts';
import type { Finding } from '../rule.ts';
import { replaceScalar } from './scalars.ts';
import { quoted } from './words.ts';

/**
 * A finding where an id is not what the name of its file says.
 * @param pattern Its first group is the id that a file name gives; of files with other names nothing is said.
 */
export function* idNotFileName(
  { uri }: DocumentState,
  id: Word | undefined,
  pattern: RegExp,
  what: string,
): Iterable<Finding> {
  const name = fileName(uri);
  const stem = pattern.exec(name)?.[1];
  if (id === undefined || stem === undefined || !isSaved(uri) || id.text === stem) return;
  const message = `This ${what} is called ${quoted(id.text)}, but its file ${quoted(name)}. Rename one of them.`;
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N}.@_-]*$/u.test(stem);
  const edits = replaceScalar(id.node, stem);
  yield {
    span: id.span,
    message,
    ...(isPlain && { fixes: [{ title: `Change the id to ${quoted(stem)}`, edits }] }),
  };
}
