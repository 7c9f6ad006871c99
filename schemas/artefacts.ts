/** Named artefacts with what each of them is, in the shapes that several records share. */
import { choice, map } from './build.ts';
import { text } from './scalars.ts';

/** Artefact to a sentence that says what it is. */
export const artefacts = map('artefact-product', text);

/** What comes out, as a sentence or as named artefacts. */
export const sentenceOrArtefacts = choice(text, artefacts);
