/** Windows: a part of the time since the start of a chain. `hours 1-4`, `weeks 1-4`, `day 0`. */
import type { DurationUnit } from './duration.ts';
import type { Parsed } from './parsed.ts';

export type WindowUnit = Exclude<DurationUnit, 'working-day'>;

export interface Window {
  readonly unit: WindowUnit;
  /** As written; of a single number both are that number. */
  readonly first: number;
  readonly last: number;
  /** Minutes since the start at which it begins and ends. */
  readonly from: number;
  readonly to: number;
}

export declare function readWindow(text: string): Parsed<Window>;
export declare function describeWindow(window: Window): string;
