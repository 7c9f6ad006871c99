/** The title and the aliases of a skill, and every place that calls it so. */
import type { DeclaredWord, SkillDeclaration } from '../../../model/catalogue.ts';
import { fileName } from '../../../project/places.ts';
import type { KnownSkill } from '../../../project/snapshot.ts';
import type { ScalarNode } from '../../../syntax/tree.ts';
import { comparable } from '../../../util/comparable.ts';
import { type Span, touches } from '../../../util/span.ts';
import { inQuotes, writeScalar } from '../../../util/yamlText.ts';
import type { FeatureContext } from '../../feature.ts';
import { skillsNamed } from '../declarations.ts';
import { occurrencesOf } from '../occurrences.ts';
import { type SymbolAt, symbolAt, wordAt } from '../symbolAt.ts';
import { contentSpan } from '../treeAt.ts';
import { brokenFile, isCalledById, renamedNodes } from './names.ts';
import { type Edit, quoted, type Renameable, type Renaming } from './renaming.ts';

/** One of the words of a skill that is not its id. */
interface SkillWord {
  /** With the catalogue that declares the skill as its document. */
  readonly context: FeatureContext;
  readonly skill: KnownSkill;
  readonly word: DeclaredWord;
  /** Where it is declared. */
  readonly scalar: ScalarNode;
}

/** A title or alias where a catalogue declares it, or a name that is one of these. */
export function skillWordAt(context: FeatureContext, offset: number): Renameable | undefined {
  const symbol = symbolAt(context, offset);
  const found = symbol === undefined ? titleAt(context, offset) : wordUsed(context, symbol);
  if (found === undefined) return undefined;
  const span =
    symbol?.kind === 'skill' ? symbol.span : contentSpan(found.scalar, found.context.document.text);
  return { name: symbol?.name ?? found.word.text, span, to: newName => wordEdits(found, newName) };
}

/** The title of a skill, which is no name where it is declared. */
function titleAt(context: FeatureContext, offset: number): SkillWord | undefined {
  const { model, uri } = context.document;
  const declared = model?.kind === 'catalogue' ? model.skills : [];
  const declaration = declared.find(({ title }) => title !== undefined && touches(title.span, offset));
  const skill = declaration && context.project.skillsFor(uri).skills.get(declaration.id.text);
  if (skill === undefined || skill.declaration !== declaration) return undefined;
  return declaration?.title && declaredAt(context, skill, declaration.title);
}

function wordUsed(context: FeatureContext, symbol: SymbolAt): SkillWord | undefined {
  if (symbol.kind !== 'skill') return undefined;
  const [skill, ...others] = skillsNamed(context, symbol.name);
  const document = skill && context.project.documents.get(skill.uri);
  if (skill?.origin !== 'catalogue' || others.length > 0 || document === undefined) return undefined;
  const name = comparable(symbol.name);
  if (isCalledById(skill, symbol.name)) return undefined;
  const word = wordsOf(skill.declaration).find(each => comparable(each.text) === name);
  return word && declaredAt({ ...context, document }, skill, word);
}

function declaredAt(context: FeatureContext, skill: KnownSkill, word: DeclaredWord): SkillWord | undefined {
  const scalar = wordAt(context, word.span.start)?.scalar;
  return scalar?.text === word.text ? { context, skill, word, scalar } : undefined;
}

const wordsOf = ({ title, aliases }: SkillDeclaration): readonly DeclaredWord[] =>
  title === undefined ? aliases : [title, ...aliases];

/** UTF-16 units; what is longer is a sentence. */
const longestWord = 100;

function wordEdits(named: SkillWord, newName: string): Renaming | string {
  const { context, word } = named;
  const { document, project } = context;
  const name = newName.trim();
  if (name === '' || name.length > longestWord || /[\p{Cc}\p{Cs}\u2028\u2029]/u.test(name))
    return `A name of a skill is one line of at most ${longestWord} characters.`;
  const found = project.skillsFor(document.uri).resolve(name);
  // It may read like the id, which goes on naming the same skill.
  const isOwn = found.kind === 'known' && found.by === 'id' && found.skill === named.skill;
  if (found.kind !== 'unknown' && !isOwn && comparable(name) !== comparable(word.text))
    return `There is a skill called ${quoted(name)} already. Choose another name.`;
  const broken = brokenFile({ context, name: word.text });
  if (broken !== undefined) return broken;
  const edits = new Map<string, Edit[]>();
  for (const { uri, scalar, span } of scalarsOf(named)) {
    const edit = scalar && rewritten(scalar, span, name);
    if (edit === undefined)
      return `In ${fileName(uri)} it is written in another way. Write it there as ${quoted(word.text)} on one line first.`;
    edits.set(uri, [...(edits.get(uri) ?? []), edit]);
  }
  return renamedNodes(context, edits) ?? { edits, moves: [] };
}

interface WrittenWord {
  readonly uri: string;
  readonly scalar: ScalarNode | undefined;
  readonly span: Span;
}

/** Every place that says the word, in whatever spelling: of its declaration and of all that use it. */
function scalarsOf({ context, skill, word, scalar }: SkillWord): readonly WrittenWord[] {
  const { document, project } = context;
  const { id } = skill.declaration;
  const symbol: SymbolAt = { kind: 'skill', name: id.text, span: id.span, declares: true };
  // What reads like the id in another spelling than the title names the skill by its id.
  const isAlsoId = comparable(word.text) === comparable(id.text);
  const said = occurrencesOf(context, symbol, () => true)
    .filter(({ says = id.text }) =>
      isAlsoId ? says === word.text && says !== id.text : comparable(says) === comparable(word.text),
    )
    .map(({ uri, span }): WrittenWord => {
      const holder = project.documents.get(uri);
      const found = holder && wordAt({ document: holder, project }, span.start)?.scalar;
      return {
        uri,
        span,
        scalar: found && comparable(found.text) === comparable(word.text) ? found : undefined,
      };
    });
  const span = contentSpan(scalar, document.text);
  const isSaid = said.some(each => each.uri === document.uri && each.span.start === span.start);
  return isSaid ? said : [...said, { uri: document.uri, scalar, span }];
}

/** A name in the place of a scalar, in its own quotes; `undefined`: a block has no such place. */
function rewritten(scalar: ScalarNode, span: Span, name: string): Edit | undefined {
  switch (scalar.style) {
    case 'plain':
      return { span, newText: writeScalar(name, true) };
    case 'single':
    case 'double':
      return { span: scalar.span, newText: inQuotes(name, scalar.style) };
    default:
      return undefined;
  }
}
