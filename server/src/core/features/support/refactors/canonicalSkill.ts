import type { ScalarNode } from '../../../syntax/tree.ts';
import type { FeatureContext } from '../../feature.ts';
import { wordAt } from '../symbolAt.ts';
import { contentSpan } from '../treeAt.ts';
import type { Refactor, RefactorPlace } from './refactor.ts';

/** Writes the id of a skill where one of its other names stands: at the cursor, or wherever the file has one. */
export function canonicalSkill({ context, span }: RefactorPlace): readonly Refactor[] {
  const word = wordAt(context, span.start);
  const id = word?.shape?.meaning === 'skill-reference' ? idOf(context, word.scalar) : undefined;
  if (word === undefined || id === undefined) return [];
  const { text } = context.document;
  const one: Refactor = {
    title: `Use the skill’s id “${id}”`,
    kind: 'refactor.rewrite',
    edits: [{ span: contentSpan(word.scalar, text), newText: id }],
  };
  const all = [...context.document.shape.shapes].flatMap(([node, shape]) => {
    if (node.kind !== 'scalar' || shape.type !== 'scalar' || shape.meaning !== 'skill-reference') return [];
    const other = idOf(context, node);
    return other === undefined ? [] : [{ span: contentSpan(node, text), newText: other }];
  });
  if (all.length < 2) return [one];
  const edits = all.toSorted((left, right) => left.span.start - right.span.start);
  return [
    one,
    { title: `Use the ids of skills in all ${all.length} places`, kind: 'refactor.rewrite', edits },
  ];
}

/** The id of the skill that a text names otherwise; `undefined` where it is that id, or may be several skills, or none. */
function idOf({ document, project }: FeatureContext, { text, style }: ScalarNode): string | undefined {
  if (style === 'literal' || style === 'folded') return undefined;
  const found = project.skillsFor(document.uri).resolve(text);
  if (found.kind !== 'known') return undefined;
  const id = found.skill.declaration.id.text;
  return id === text || !/^[\w.-]+$/.test(id) ? undefined : id;
}
