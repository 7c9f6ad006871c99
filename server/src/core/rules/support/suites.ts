/** What several rules about suites share: their examples, and how much of a suite must have been read. */
import type { ShapeProblem } from '../../model/shape.ts';
import type { SuiteModel } from '../../model/suite.ts';
import { contains } from '../../util/span.ts';
import type { RuleContext } from '../rule.ts';

/** A suite's head; items follow it. */
export const suiteHead = `suite: platform
title: Platform
items:
`;

/** The head with two items, of which the second needs the first; phases or teams may follow. */
export const twoItems = `${suiteHead}  baseline: { chain: post-mortem, priority: P0 }
  threats: { chain: post-mortem, priority: P1, needs: [baseline] }
`;

/** Keys that say nothing of which items there are, what they need or when they are done. */
const asideOfPlan: ReadonlySet<string> = new Set([
  'artifacts',
  'communication',
  'contingency',
  'quality-gates',
  'risks',
]);

/** The suite, where all of its items, phases and teams were read; else `undefined`, as what is not read may say otherwise. */
export function wholeSuite({ document: { tree, shape }, suite }: RuleContext): SuiteModel | undefined {
  if (suite === undefined || !tree.complete) return undefined;
  const aside = suite.syntax.entries.filter(({ key }) => asideOfPlan.has(key.text)).map(({ span }) => span);
  const disturbs = (problem: ShapeProblem): boolean =>
    problem.code !== 'wrong-value' &&
    !(problem.code === 'unknown-key' && problem.near.length === 0 && problem.entry.parent === suite.syntax) &&
    !aside.some(span => contains(span, problem.span));
  return shape.problems.some(disturbs) ? undefined : suite;
}
