import { routeCoverage } from '../analysis/coverage.ts';
import type { DecisionNode, Route } from '../model/chain.ts';
import type { DocumentState } from '../project/snapshot.ts';
import type { SyntaxNode } from '../syntax/tree.ts';
import type { Fix, Rule } from './rule.ts';
import { removeItem } from './support/edits.ts';
import { head } from './support/examples.ts';
import { moveBehind } from './support/moves.ts';
import { quoted } from './support/words.ts';

const decision = (rest: string): string => `${head}measures:
  severity: 1-5
steps:
  - decision: How bad is it?
    by: incident-commander
    routes:
${rest}  - skill: site-reliability-engineer
    do: Restore the service
`;

const route = (condition: string): string => `      - when: ${condition}
        steps:
          - skill: technical-writer
            do: Tell the customers
`;

export const routeNeverTaken: Rule = {
  code: 'route-never-taken',
  family: 'flow',
  severity: 'warning',
  reliesOn: 'place',
  summary: 'A route can never be taken.',
  details:
    'The first route whose condition holds is taken. A threshold that earlier routes leave no case for does nothing, nor does a route after "otherwise"; put the narrower condition first and "otherwise" last, or remove the route.',
  valid: [
    {
      text: decision(`${route('severity > 3')}${route('severity > 1')}      - otherwise: next\n`),
    },
  ],
  invalid: [
    {
      text: decision(
        `      - otherwise: next\n${route('severity > 3').replace('\n', '\n#             ^^^^^^^^^^^^\n')}`,
      ),
      fixed: decision(`${route('severity > 3')}      - otherwise: next\n`),
    },
    {
      text: decision(
        `${route('severity > 3')}      - otherwise: next\n      - otherwise: stop\n#       ^^^^^^^^^\n`,
      ),
      fixed: decision(`${route('severity > 3')}      - otherwise: next\n`),
    },
    {
      text: decision(
        `${route('severity > 1')}${route('severity > 3').replace('\n', '\n#             ^^^^^^^^^^^^\n')}      - otherwise: next\n`,
      ),
      fixed: decision(`${route('severity > 1')}      - otherwise: next\n`),
    },
    {
      text: decision(
        `${route('severity > 9').replace('\n', '\n#             ^^^^^^^^^^^^\n')}      - otherwise: next\n`,
      ),
      fixed: decision(`      - otherwise: next\n`),
    },
  ],
  *check({ document, chain, soundness }) {
    for (const node of chain?.decisions ?? []) {
      if (chain === undefined || !soundness.hasRead(node)) continue;
      const last = node.routes.findIndex(({ otherwise }) => otherwise);
      for (const route of last < 0 ? [] : node.routes.slice(last + 1)) {
        const { when, keySpan, otherwise } = route;
        yield {
          span: when?.span ?? keySpan,
          message:
            'This route is never taken: the "otherwise" before it takes every case that is left. Move "otherwise" to the end.',
          fixes: otherwise ? withoutRoute(document, node, route) : otherwiseLast(document, node),
        };
      }
      const before = last < 0 ? node.routes : node.routes.slice(0, last + 1);
      const { neverTaken, neverHolding } = routeCoverage(chain, node);
      for (const route of neverTaken) {
        if (!before.includes(route)) continue;
        const { when, keySpan } = route;
        const condition = when === undefined ? 'This route' : quoted(when.text);
        const reason = neverHolding.includes(route)
          ? 'never holds: no value that its measures can have makes it true. Change it, or remove it.'
          : 'can never be the first to hold: the routes before it take every such case. Move it up, or remove it.';
        yield {
          span: when?.span ?? keySpan,
          message: `${condition} ${reason}`,
          fixes: withoutRoute(document, node, route),
        };
      }
    }
  },
};

/** The list entry of a route. */
const itemOf = ({ syntax }: DecisionNode, { span }: Route): SyntaxNode | undefined => {
  const list = syntax.entries.find(({ key }) => key.text === 'routes')?.value;
  return list?.kind === 'list' ? list.items.find(item => item.span.start === span.start) : undefined;
};

function withoutRoute(document: DocumentState, node: DecisionNode, route: Route): readonly Fix[] {
  const item = itemOf(node, route);
  const edits = item && removeItem(document, item);
  return edits === undefined ? [] : [{ title: 'Remove this route', edits }];
}

/** Only where there is one of its kind: of two, the second is never taken wherever the first stands. */
function otherwiseLast(document: DocumentState, node: DecisionNode): readonly Fix[] {
  const [otherwise, ...others] = node.routes.filter(route => route.otherwise);
  const last = node.routes.at(-1);
  if (otherwise === undefined || others.length > 0 || last === undefined) return [];
  const [item, behind] = [otherwise, last].map(route => itemOf(node, route));
  const edits = item && behind && moveBehind(document, item, behind);
  return edits === undefined ? [] : [{ title: 'Move "otherwise" to the end', edits, preferred: true }];
}
