import type { DocumentKind } from './kinds.ts';

/** The date as documents have it, `2024-01-31`, and for a timeline the time, `08:15`: local for a decision, UTC for a post-mortem. */
export function today(kind: DocumentKind, now: Date): { readonly date: string; readonly time?: string } {
  const utc = now.toISOString();
  if (kind === 'post-mortem') return { date: utc.slice(0, 10), time: utc.slice(11, 16) };
  const two = (number: number): string => String(number).padStart(2, '0');
  return { date: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` };
}
