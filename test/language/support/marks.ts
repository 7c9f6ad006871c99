/** Lines of carets that say what is found above them: `#   ^^^^ unknown-key`. One finding has one line. */
import type { LintFinding } from '../../../server/src/core/rules/lint.ts';
import { lineMap } from '../../../server/src/core/util/lineMap.ts';
import type { Span } from '../../../server/src/core/util/span.ts';
import { caretLine, caretsIn } from '../../support/fixture.ts';

const mark = /^(\s*#\s*\^*) ([a-z]+(?:-[a-z]+)*)$/;

export interface Marked {
  readonly text: string;
  /** In text order; one of several lines ends with its first. */
  readonly marks: readonly { readonly span: Span; readonly code: string }[];
}

/** Takes the marks out of a text. */
export function marksIn(marked: string): Marked {
  const codes: string[] = [];
  const plain = marked.split('\n').map(line => {
    const [, carets, code] = /\^/.test(line) ? (mark.exec(line) ?? []) : [];
    if (carets === undefined || code === undefined) return line;
    codes.push(code);
    return carets;
  });
  const { text, spans } = caretsIn(plain.join('\n'));
  return { text, marks: spans.map((span, at) => ({ span, code: codes[at] ?? '' })) };
}

/** Writes findings into a text, as `marksIn` reads them. */
export function withMarks(text: string, findings: readonly Pick<LintFinding, 'span' | 'code'>[]): string {
  const lines = lineMap(text);
  return text
    .split('\n')
    .flatMap((line, at) => {
      const { start, end } = lines.line(at);
      const own = findings.filter(each => lines.position(each.span.start).line === at);
      return [
        line,
        ...own.map(
          ({ span, code }) => `${caretLine(span.start - start, Math.min(span.end, end) - start)} ${code}`,
        ),
      ];
    })
    .join('\n');
}
