/** The chain on which jumps are tried. */

/** A chain with every place that a jump may come from or lead to; `JUMP` is written into the route of one decision. */
export const places = (at: string, jump: string): string => {
  const decision = (id: string): string =>
    `{ id: ${id}, decision: Which?, routes: [{ when: it is so, ${id === at ? jump : 'go: next'} }, { otherwise: next }] }`;
  return `
    - { id: first, skill: x, do: a }
    - ${decision('top')}
    - id: outer
      parallel:
        - lane: Left
          steps:
            - { id: left-one, skill: x, do: a }
            - ${decision('in-lane')}
            - id: inner
              parallel:
                - { id: deep, skill: x, do: a }
                - ${decision('bare')}
              synthesize: { skill: x, do: a }
            - { id: left-last, skill: x, do: a }
        - { id: right, skill: x, do: a }
      synthesize: { skill: x, do: a }
    - id: choice
      decision: Which way?
      routes:
        - when: this
          steps:
            - { id: route-one, skill: x, do: a }
            - ${decision('in-route')}
            - { id: route-last, skill: x, do: a }
        - otherwise: [{ id: other-route, skill: x, do: a }]
    - { id: last, skill: x, do: a }
  `;
};
