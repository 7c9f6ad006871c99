/** Strongly connected components of a directed graph, without recursion, so that no depth is too much. */

/**
 * For each of `count` vertices (0 to `count - 1`) the number of its component: two vertices have the same one exactly
 * where each can be reached from the other. `edgesFrom` gives the vertices that a vertex leads to.
 */
export function components(
  count: number,
  edgesFrom: (vertex: number) => readonly number[],
): readonly number[] {
  const found: number[] = new Array<number>(count).fill(-1);
  const index: number[] = new Array<number>(count).fill(-1);
  const low: number[] = new Array<number>(count).fill(0);
  const open: number[] = [];
  let next = 0;
  let component = 0;
  const enter = (vertex: number): { readonly vertex: number; at: number } => {
    index[vertex] = next;
    low[vertex] = next;
    next++;
    open.push(vertex);
    return { vertex, at: 0 };
  };
  const lower = (vertex: number, value: number): void => {
    low[vertex] = Math.min(low[vertex] ?? value, value);
  };
  const close = (root: number): void => {
    for (let vertex = open.pop(); vertex !== undefined; vertex = open.pop()) {
      found[vertex] = component;
      if (vertex === root) break;
    }
    component++;
  };
  for (let root = 0; root < count; root++) {
    if (index[root] !== -1) continue;
    const calls = [enter(root)];
    for (let call = calls.at(-1); call !== undefined; call = calls.at(-1)) {
      const target = edgesFrom(call.vertex)[call.at++];
      if (target === undefined) {
        calls.pop();
        if (low[call.vertex] === index[call.vertex]) close(call.vertex);
        const caller = calls.at(-1);
        if (caller !== undefined) lower(caller.vertex, low[call.vertex] ?? 0);
      } else if (index[target] === -1) {
        calls.push(enter(target));
      } else if (found[target] === -1) {
        lower(call.vertex, index[target] ?? 0);
      }
    }
  }
  return found;
}
