/** The beginning that most examples share, so that each shows only what it is about. */

/** A chain's head; what is tried follows it. */
export const head = `chain: restore-service
title: Restore the service
`;

/** The head and one step, to which keys of a step may be added. */
export const oneStep = `${head}steps:
  - skill: site-reliability-engineer
    do: Restore the service
`;
