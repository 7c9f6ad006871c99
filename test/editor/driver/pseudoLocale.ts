/**
 * A made-up language, `qps-ploc` as the field calls it, in which every text of the client is itself between two marks: what a person
 * sees without them was not given to the translators. Only for the extension host in a web worker, whose files pass through here.
 */
import type { Page } from 'playwright-core';
import { sourceStrings } from '../../../scripts/sourceStrings.ts';

const locale = 'qps-ploc';

/** Before the page is opened: the workbench speaks English still, and tells extensions that language. */
export async function speakPseudoLocale(page: Page): Promise<void> {
  await page.addInitScript(language => {
    Reflect.set(globalThis, '_VSCODE_NLS_LANGUAGE', language);
  }, locale);
}

/**
 * A file of the extension as a translator of this language would have left it.
 * @param below Its path from the extension's folder.
 * @param text What is there; `undefined`: nothing.
 * @returns `undefined`: it is no file of words.
 */
export function translated(below: string, text: string | undefined): string | undefined {
  if (below === `l10n/bundle.l10n.${locale}.json`) return bundle(sourceStrings().map(each => [each, each]));
  if (below !== 'package.nls.json' || text === undefined) return undefined;
  const words: Readonly<Record<string, unknown>> = JSON.parse(text);
  return bundle(Object.entries(words).map(([key, value]) => [key, String(value)]));
}

const bundle = (texts: readonly (readonly [string, string])[]): string =>
  JSON.stringify(Object.fromEntries(texts.map(([key, text]) => [key, marked(text)])));

/** Each line between the marks; of a line that is a link, what can be read of it. */
const marked = (text: string): string =>
  text
    .split('\n')
    .map(line => (/^\[.*\]\(command:.*\)$/.test(line) ? line.replace(/^\[(.*)\]/, '[⟦$1⟧]') : `⟦${line}⟧`))
    .join('\n');
