/**
 * The classes that a drawing's elements have, so that a style sheet says their colours and lines. Geometry and the sizes and weights of
 * letters are attributes, which no style sheet should change: words are fitted to them.
 */
export const classes = {
  /** A quiet box around others: `phase`, `parallel` or `lane` besides. Holds a `frame` and its title. */
  group: 'chain-group',
  phase: 'chain-phase',
  parallel: 'chain-parallel',
  lane: 'chain-lane',
  frame: 'chain-frame',
  /** Over the title of a phase or parallel, without a colour: takes the pointer. */
  handle: 'chain-handle',
  /** Before the title of a phase, parallel or folded node, with `data-toggle` and the id: folds and unfolds it. */
  toggle: 'chain-toggle',

  /** Anything that stands for a node of its own; one of the kinds that follow besides. */
  node: 'chain-node',
  step: 'chain-step',
  subChain: 'chain-subchain',
  checkpoint: 'chain-checkpoint',
  decision: 'chain-decision',
  start: 'chain-start',
  end: 'chain-end',
  join: 'chain-join',
  handoff: 'chain-handoff',
  /** An item of a suite. */
  item: 'chain-item',
  /** A collapsed phase or parallel. */
  folded: 'chain-folded',
  /** On a node that only runs under a condition: its outline is dashed. */
  optional: 'chain-optional',
  /** On a node or an edge of the critical path: a node has a `halo`. */
  critical: 'chain-critical',
  /** The further outline of a critical node; not filled. */
  halo: 'chain-halo',
  /** On a node or group of an earlier text that the present one hides: it holds a `hatch`. */
  stale: 'stale',

  /** The outline of a node, filled. */
  box: 'chain-box',
  /** The second outline of a sub-chain, of the end and of a folded node; not filled. */
  outline: 'chain-outline',
  /** What is filled with the colour of lines: the end's middle, a join's bar. */
  solid: 'chain-solid',
  /** The ends of a checkpoint's bar, filled with its accent. */
  accent: 'chain-accent',
  /** A small picture of lines, not filled. */
  icon: 'chain-icon',
  /** Thin slanting lines over what is stale. */
  hatch: 'chain-hatch',

  /** Words at the right of a node, which belong to it. */
  side: 'chain-side',

  /** What a node says. */
  words: 'chain-words',
  /** What stands beside that: skills, titles, conditions. */
  dim: 'chain-dim',
  /** Words that lead somewhere, with `data-opens` or `data-document` on themselves or their node. */
  link: 'chain-link',
  pill: 'chain-pill',
  /** On the pill of the most urgent priority: filled, with its words in the colour of the ground. */
  urgent: 'chain-urgent',
  /** Between the name of a suite's phase and its items. */
  rule: 'chain-rule',

  /** The problems of a node; `error` or `warning` besides. */
  badge: 'chain-badge',
  error: 'chain-error',
  warning: 'chain-warning',
  sign: 'chain-sign',
  count: 'chain-count',

  /** A line with its arrow and its words; one of the kinds that follow besides, or none. */
  edge: 'chain-edge',
  /** Backwards: dashed. */
  loop: 'chain-loop',
  /** What `after` orders between lanes: thin and dashed. */
  order: 'chain-order',
  /** To and from another chain: dotted. */
  handoffEdge: 'chain-handoff-edge',
  /** What an item of an earlier phase needs of a later one: dashed. */
  later: 'chain-later',
  /** Between items that need one another: dots and dashes. */
  circle: 'chain-circle',
  line: 'chain-line',
  arrow: 'chain-arrow',
  /** Behind the words of an edge: filled with the colour of the ground, so that the line does not show through. */
  chip: 'chain-chip',
  /** A ring with a bar. */
  stop: 'chain-stop',

  /** Above an exported drawing. */
  title: 'chain-title',
  ground: 'chain-ground',
} as const;
