/** Files of which nothing is read, or not all, as they are beyond a limit. */
import type { LanguageService } from '../../core/index.ts';
import { Misuse } from '../host.ts';
import type { OneTarget } from './oneTarget.ts';

/** Why a document is not read as a whole, by which limit too, as lint says it; `undefined`: it is, or has a mistake. */
export function unreadBecause(service: LanguageService, uri: string): string | undefined {
  const document = service.snapshot().documents.get(uri);
  const problem = document?.tree.problems.find(({ code }) => code === 'too-large');
  if (document === undefined || problem === undefined) return undefined;
  // Where a part is read, the message speaks of the place where that ends.
  const place = `Line ${document.lines.position(problem.span.start).line + 1}: `;
  return `${isUnread(service, uri) ? '' : place}${problem.message}`;
}

/**
 * What is said where something cannot be made of a file.
 * @param what What there is none of, such as `graph`.
 * @param is What the file is, where it is read, such as `no chain`.
 */
export function noneOf({ service, uri, name }: OneTarget, what: string, is: string): Misuse {
  const reason = isUnread(service, uri) ? unreadBecause(service, uri) : undefined;
  return new Misuse(
    reason === undefined
      ? `${name} is ${is}, so there is no ${what} of it.`
      : `${name} is not read, so there is no ${what} of it. ${reason}`,
  );
}

const isUnread = (service: LanguageService, uri: string): boolean =>
  service.snapshot().documents.get(uri)?.tree.root === undefined;
