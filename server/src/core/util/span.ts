/** A part of a text: UTF-16 offsets, `end` exclusive. `start === end` is a place between two characters. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` lies in `span`, both ends included, so that a cursor behind the last character still counts. */
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

/** Whether `inner` lies wholly in `outer`. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
