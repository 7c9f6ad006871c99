/** What the tests inside the editor can ask of the person outside it, whom the browser's driver plays. */

/** Where on the page: a Playwright selector, or one inside nested frames (outermost first), as webviews are. */
export type Target = string | { readonly frames: readonly string[]; readonly selector: string };

/** CSS pixels. */
export interface PagePoint {
  readonly x: number;
  readonly y: number;
}
export interface PageBox extends PagePoint {
  readonly width: number;
  readonly height: number;
}

export interface ClickOptions {
  readonly button?: 'left' | 'right' | 'middle';
  readonly clickCount?: number;
  readonly modifiers?: readonly ('Alt' | 'Control' | 'Meta' | 'Shift')[];
}

/**
 * Every call waits for what it is about (an element that is to be clicked) and rejects where that does not come.
 * To ask a new thing of the page, add it here: the compiler then names the places that need it.
 */
export interface Driver {
  /** One key or chord, named as the browser names it: `Enter`, `Control+Space`, `Shift+F12`. */
  press(keys: string): Promise<void>;
  /** Types a text key by key, with the editor's own answers in between; `\n` is Enter. */
  type(text: string): Promise<void>;
  click(target: Target, options?: ClickOptions): Promise<void>;
  hover(target: Target): Promise<void>;
  /** Waits until the first such element is there and seen, or until none is. */
  waitFor(target: Target, state?: 'visible' | 'hidden'): Promise<void>;
  /** Gives the keys to the first such input, which the editor shows before it does so itself. */
  focus(target: Target): Promise<void>;
  /** How many such elements there are now. */
  count(target: Target): Promise<number>;
  /** The visible texts of all such elements now. */
  texts(target: Target): Promise<readonly string[]>;
  /** An attribute of the first such element, `null` where it is not set. */
  attribute(target: Target, name: string): Promise<string | null>;
  /** Waits until a value stands in the first such input. */
  waitForValue(target: Target, value: string): Promise<void>;
  /** Where all such elements are, by the value of an attribute of theirs or of what they stand in: CSS pixels from the corner of their frame. */
  boxes(target: Target, attribute: string): Promise<Readonly<Record<string, PageBox>>>;
  /** Turns the wheel over the first such element, with a key held down where one is named. */
  wheel(target: Target, by: PagePoint, key?: 'Control' | 'Shift'): Promise<void>;
  /** Presses the mouse at a place of the first such element (from its corner), moves it and lets it go. */
  drag(target: Target, from: PagePoint, by: PagePoint): Promise<void>;
  /** What axe-core finds in the frame of the first such element, one line each: the rule, and where. */
  accessibilityProblems(target: Target): Promise<readonly string[]>;
  /** Keeps a picture of the window among the run's artefacts and returns its path from the project's root. */
  screenshot(name: string): Promise<string>;
  /** What is open, selected and in the foreground now, one line for each part of the window: for the log of a test that failed. */
  windowWords(): Promise<readonly string[]>;
  /** The language servers that run for this window: one word each, and another for one that was started anew. */
  servers(): Promise<readonly string[]>;
  /** Ends the language servers without a warning, as a crash does. */
  killServers(): Promise<void>;
  /** Lets the language servers answer no more, as an endless loop does. */
  hangServers(): Promise<void>;
  /** The size of the window's inside, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
}

/** What heads the window's words in the message of an error. */
export const windowHeading = 'The window:';

/** The window's words as the end of an error's message; whatever fails in it is said there. */
export async function windowNow(driver: Pick<Driver, 'windowWords'>): Promise<string> {
  const words = await driver.windowWords().catch(reason => [`not to be read: ${String(reason)}`]);
  return [windowHeading, ...words].join('\n  ');
}

/** What the tests tell the runner as they go, in order. */
export type TestEvent =
  | { readonly kind: 'passed'; readonly title: string; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly title: string; readonly error: string }
  | { readonly kind: 'suite'; readonly title: string; readonly depth: number }
  | { readonly kind: 'finished'; readonly passed: number; readonly failed: number; readonly skipped: number };

/** The extension host that the extension and the tests run in. */
export type HostKind = (typeof hostKinds)[number];
export const hostKinds = ['node', 'worker'] as const;

/** What the tests read from the editor's settings, which every kind of host has: where the driver is, and what runs. */
export const testSection = 'skillChainsTest';
export interface TestFacts {
  /** The channel's address. */
  readonly driver: string;
  /** The run's name in runs.ts. */
  readonly run: string;
  readonly host: HostKind;
  /** The project's folder. */
  readonly root: string;
}
