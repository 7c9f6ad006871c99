import type { DocumentLink } from 'vscode-languageserver-types';
import { URI } from 'vscode-uri';
import { resolveFile } from '../project/files.ts';
import { isPath } from '../project/targets.ts';
import type { ScalarNode } from '../syntax/tree.ts';
import type { Span } from '../util/span.ts';
import type { FeatureContext } from './feature.ts';
import { meaningOf } from './support/meaning.ts';
import { contentSpan, valuesOf } from './support/treeAt.ts';

/** Addresses alone. */
const addressPattern = /https?:\/\/[^\s"'<>`\\|^{}[\]]+/gu;

/** Addresses, and relative paths of files: below a folder, with an ending. */
const linkPattern =
  /https?:\/\/[^\s"'<>`\\|^{}[\]]+|(?<![\w./\\@:-])(?:[\w@.-]+\/)+[\w@-][\w@.-]*\.[A-Za-z][A-Za-z0-9]{0,7}(?![\w/\\-])/gu;

/**
 * Addresses and paths in the values of a document. A path counts from the document's own folder, one that begins with
 * `/` from the workspace folder; what would leave the workspace folder is no link. The file of an agent's skill is found from both.
 */
export function documentLinks(context: FeatureContext): readonly DocumentLink[] {
  const { document, project } = context;
  const folder = project.folderOf(document.uri);
  const skills = project.skillsFor(document.uri);
  const links: DocumentLink[] = [];
  for (const scalar of valuesOf(document.tree)) {
    if (scalar.kind !== 'scalar') continue;
    for (const span of candidates(context, scalar)) {
      const written = document.text.slice(span.start, span.end);
      const skill = skills.fileOf(written, document.uri);
      const target = skill?.uri ?? targetOf(written, document.uri, folder);
      if (target !== undefined) links.push({ range: document.lines.range(span), target });
    }
  }
  return links;
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
