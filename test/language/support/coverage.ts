/** Which fixtures show what: by key, and by section. */
import { type FixtureSection, fixtureSections, type LanguageFixture } from './fixtures.ts';
import { keysOf } from './keys.ts';

export interface ShownBy {
  readonly right: readonly LanguageFixture[];
  readonly wrong: readonly LanguageFixture[];
}

export interface Coverage {
  readonly sections: readonly FixtureSection[];
  /** By `step.needs`. */
  readonly keys: ReadonlyMap<string, ShownBy>;
}

export function coverage(): Coverage {
  const sections = fixtureSections();
  const keys = new Map<string, { right: LanguageFixture[]; wrong: LanguageFixture[] }>();
  const of = (key: string): { right: LanguageFixture[]; wrong: LanguageFixture[] } => {
    const shown = keys.get(key) ?? { right: [], wrong: [] };
    keys.set(key, shown);
    return shown;
  };
  for (const fixture of sections.flatMap(({ fixtures }) => fixtures)) {
    const { used, broken } = keysOf(fixture);
    if (fixture.verdict === 'right') for (const key of used) of(key).right.push(fixture);
    for (const key of broken) of(key).wrong.push(fixture);
  }
  return { sections, keys };
}
