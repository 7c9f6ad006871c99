/** What several rules about prompt plans share: their examples. */

/** A plan's head; inputs, a template or examples follow it. */
export const planHead = `meta: { id: plan.review@v1, owner: security }
`;

/** A whole plan with two inputs. */
export const smallPlan = `${planHead}inputs:
  repository: string
  stack: string
template: |
  Review {{repository}}, which is written in {{stack}}.
`;
