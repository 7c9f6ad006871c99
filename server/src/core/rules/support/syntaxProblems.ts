import type { DocumentState } from '../../project/snapshot.ts';
import type { SyntaxProblemCode } from '../../syntax/tree.ts';
import type { Finding } from '../rule.ts';
import { keyOfList } from './keylessList.ts';

/** The YAML's own problems of one code, as findings. */
export function syntaxFindings(document: DocumentState, code: SyntaxProblemCode): readonly Finding[] {
  return document.tree.problems
    .filter(problem => problem.code === code)
    .map(({ span, message, fix, accepted, keyless }) => ({
      span,
      message,
      // Where we give up, others may go on.
      generic: code !== 'too-large' && accepted !== true,
      ...(fix === undefined
        ? {}
        : {
            fixes: [
              {
                title: fix.title,
                edits: fix.edits,
                preferred: true,
                safe: code === 'yaml-trap' || fix.sure === true,
              },
            ],
          }),
      ...(keyless === undefined ? {} : keyOfList(document, keyless)),
    }));
}
