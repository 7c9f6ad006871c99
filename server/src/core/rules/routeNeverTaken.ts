import { routeCoverage } from '../analysis/coverage.ts';
import type { Rule } from './rule.ts';
import { head } from './support/examples.ts';
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
  fixless:
    'Whether the route is too much, or the condition of one before it too wide, only the author knows.',
  summary: 'A route can never be taken.',
  details:
    'The first route whose condition holds is taken. A threshold that earlier routes leave no case for does nothing, nor does a route behind "otherwise"; put the narrower condition first and "otherwise" last, or remove the route.',
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
    },
    {
      text: decision(
        `${route('severity > 3')}      - otherwise: next\n      - otherwise: stop\n#       ^^^^^^^^^\n`,
      ),
    },
    {
      text: decision(
        `${route('severity > 1')}${route('severity > 3').replace('\n', '\n#             ^^^^^^^^^^^^\n')}      - otherwise: next\n`,
      ),
    },
  ],
  *check({ chain, soundness }) {
    for (const node of chain?.decisions ?? []) {
      if (chain === undefined || !soundness.hasRead(node)) continue;
      const last = node.routes.findIndex(({ otherwise }) => otherwise);
      for (const { when, keySpan } of last < 0 ? [] : node.routes.slice(last + 1)) {
        yield {
          span: when?.span ?? keySpan,
          message:
            'This route is never taken: the "otherwise" before it takes every case that is left. Move "otherwise" to the end.',
        };
      }
      const before = last < 0 ? node.routes : node.routes.slice(0, last + 1);
      for (const route of routeCoverage(chain, node).neverTaken) {
        if (!before.includes(route)) continue;
        const { when, keySpan } = route;
        const condition = when === undefined ? 'This route' : quoted(when.text);
        yield {
          span: when?.span ?? keySpan,
          message: `${condition} can never be the first to hold: the routes before it take every such case. Move it up, or remove it.`,
        };
      }
    }
  },
};
