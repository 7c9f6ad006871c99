/** The edges of a drawing: each with its line, the critical ones over the others. */
import type { CriticalPath } from './criticalPath.ts';
import type { Box, Piece } from './drawing.ts';
import { createKeeper, type KeptParts } from './kept.ts';
import type { Wire } from './wire.ts';
import { chipOf, drawWire, makingsOfWire, stretchOfWire } from './wires.ts';

export interface WireLayer {
  /** In painting order, as the pieces are. */
  readonly wires: readonly Wire[];
  readonly pieces: readonly Piece[];
  readonly kept: KeptParts<Piece>;
  /** How far the words of loops reach to the left of the spine. */
  readonly left: number;
  /** Of the sign that the chain stops; `undefined`: it has none. */
  readonly stop: Box | undefined;
}

const stopSize = 14;

/**
 * @param before That of the last drawing; `undefined`: there was none.
 * @param stand All runs as it ran there, in the same order, and is marked alike: what differs are edges, as wires of the same places.
 */
export function wireLayer(
  wires: readonly Wire[],
  critical: CriticalPath,
  before: WireLayer | undefined,
  stand: boolean,
): WireLayer {
  const isCritical = ({ edge }: Wire): boolean => critical.edges.has(edge.id);
  // Where lines lie on each other, the critical one is seen.
  const inOrder = wires.toSorted((left, right) => Number(isCritical(left)) - Number(isCritical(right)));
  if (before !== undefined && stand && inOrder.every((wire, at) => wire === before.wires[at])) return before;
  const { keep, kept, takeOver } = createKeeper(before?.kept);
  const pieces = inOrder.map((wire, at) => {
    const { id } = wire.edge;
    const same = stand && wire === before?.wires[at] ? before.pieces[at] : undefined;
    if (same !== undefined) {
      takeOver(id);
      return same;
    }
    return keep(id, makingsOfWire(wire, isCritical(wire)), () => ({
      element: drawWire(wire, isCritical(wire)),
      stretch: stretchOfWire(wire),
    }));
  });
  if (before !== undefined && stand) return { ...before, wires: inOrder, pieces, kept };
  let left = 0;
  for (const { words } of wires)
    if (words?.side === 'left') left = Math.max(left, -(chipOf(words)?.box.x ?? 0));
  return { wires: inOrder, pieces, kept, left, stop: stopOf(wires) };
}

/** There are as many signs for `stop` as there are ways to it; its place is that of the first. */
function stopOf(wires: readonly Wire[]): Box | undefined {
  const first = wires.find(({ stop }) => stop !== undefined)?.stop?.middle();
  if (first === undefined) return undefined;
  const { x, y } = first;
  return { x: x - stopSize / 2, y: y - stopSize / 2, width: stopSize, height: stopSize };
}
