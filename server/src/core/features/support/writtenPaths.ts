/** Paths and addresses in the values of a document: what its links lead to, and what follows a file that moves. */
import { URI } from 'vscode-uri';
import { resolveFile } from '../../project/files.ts';
import { isPath } from '../../project/targets.ts';
import type { ScalarNode } from '../../syntax/tree.ts';
import type { Span } from '../../util/span.ts';
import type { FeatureContext } from '../feature.ts';
import { meaningOf } from './meaning.ts';
import { contentSpan, valuesOf } from './treeAt.ts';

export interface WrittenPath {
  /** The path or address alone. */
  readonly span: Span;
  /** As it is written there. */
  readonly written: string;
  /** A web address, or the canonical address of a file; whether there is such a file is another question. */
  readonly target: string;
  /** The scalar whose text is nothing but the path; `undefined`: it stands among other words. */
  readonly scalar: ScalarNode | undefined;
}

/** Addresses alone. */
const addressPattern = /https?:\/\/[^\s"'<>`\\|^{}[\]]+/gu;

/** Addresses, and relative paths of files: below a folder, with an ending. A `#` is part of a name only between letters: `C#/F#` is no folder. */
const linkPattern =
  /https?:\/\/[^\s"'<>`\\|^{}[\]]+|(?<![\w./\\@:#-])(?:[\w@.-]+(?:#[\w@.-]+)*\/)+[\w@-][\w@.-]*(?:#[\w@.-]+)*\.[A-Za-z][A-Za-z0-9]{0,7}(?![\w/\\-])/gu;

/**
 * In text order. A path counts from the document's own folder, one that begins with `/` from the workspace folder; what would leave the
 * workspace folder leads nowhere. The file of an agent's skill is found from both.
 */
export function writtenPaths(context: FeatureContext): readonly WrittenPath[] {
  const { document, project } = context;
  const folder = project.folderOf(document.uri);
  const skills = project.skillsFor(document.uri);
  const paths: WrittenPath[] = [];
  for (const scalar of valuesOf(document.tree)) {
    if (scalar.kind !== 'scalar') continue;
    for (const span of candidates(context, scalar)) {
      const written = document.text.slice(span.start, span.end);
      const target = skills.fileOf(written, document.uri)?.uri ?? targetOf(written, document.uri, folder);
      const isAll = written === scalar.text;
      if (target !== undefined) paths.push({ span, written, target, scalar: isAll ? scalar : undefined });
    }
  }
  return paths;
}

/** The whole of a value that means a path, else each address and path in its text. */
function candidates(context: FeatureContext, scalar: ScalarNode): readonly Span[] {
  const { text, shape } = context.document;
  const content = contentSpan(scalar, text);
  const written = text.slice(content.start, content.end);
  const meaning = meaningOf(scalar, shape)?.meaning;
  const isPathOnly =
    meaning === 'path' || meaning === 'plan-path' || (meaning === 'chain-target' && isPath(scalar.text));
  if (isPathOnly) return written === scalar.text && written !== '' ? [content] : [];
  // Paths in a prompt are those of whatever the prompt is about.
  const pattern = meaning === 'template' ? addressPattern : linkPattern;
  return Array.from(written.matchAll(pattern), match => {
    const found = withoutSentenceEnd(match[0]);
    return { start: content.start + match.index, end: content.start + match.index + found.length };
  });
}

/** An address in a sentence does not hold the sentence's full stop, nor the bracket that closes before it. */
function withoutSentenceEnd(address: string): string {
  const open = address.indexOf('(');
  let end = address.length;
  while (end > 0) {
    const last = address.charAt(end - 1);
    const unopened = last === ')' && (open < 0 || open >= end);
    if (!unopened && !/[.,;:!?]/u.test(last)) break;
    end--;
  }
  return address.slice(0, end);
}

/** `undefined`: nothing that may be opened. */
function targetOf(written: string, uri: string, folderUri: string | undefined): string | undefined {
  if (/^https?:\/\//iu.test(written)) return webAddress(written);
  const file = resolveFile(written, uri, folderUri);
  return file.kind === 'inside' ? file.uri : undefined;
}

function webAddress(written: string): string | undefined {
  const parsed = URI.parse(written);
  return parsed.authority === '' ? undefined : written;
}
