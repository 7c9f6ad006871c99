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

/** A chain that names a skill that nobody knows, with a comment behind the name or (`comment` is undefined) without one. */
export const newSkill = (comment?: string): string => `${head}steps:
  - skill: database-reliability-engineer${comment === undefined ? '' : ` # ${comment}`}
    do: Restore the service
`;
