import { chainSchedule } from '../analysis/schedule.ts';
import type { ChainModel, SuccessCriterion } from '../model/chain.ts';
import { describeElapsed } from '../model/values/elapsed.ts';
import { readTarget } from '../model/values/target.ts';
import { durationUnit, minutesPerUnit } from '../model/values/timeUnit.ts';
import { chainLengths } from '../project/chains.ts';
import { comparable } from '../util/comparable.ts';
import type { Span } from '../util/span.ts';
import type { Rule, RuleContext, SoundChain } from './rule.ts';
import { head } from './support/examples.ts';
import { type NamedPart, partsByName } from './support/plannedTimes.ts';

const chain = (success: string): string => `${head}timeline:
  milestones:
    - { window: hours 24-72, what: Authority told }
steps:
  - skill: site-reliability-engineer
    id: restore
    do: Restore the service
    takes: 2-4 hours
success:
  - ${success}
`;

export const targetOutOfReach: Rule = {
  code: 'target-out-of-reach',
  family: 'time',
  severity: 'warning',
  reliesOn: 'document',
  summary: 'A target asks for less time than the plan of the chain needs for the same thing.',
  details:
    'Where a measure of success has the name of a node, a phase or a milestone of the chain, or speaks of the whole run, its time can be compared with the plan: a node takes the shortest time that it says, a milestone is reached in its window, and the whole in the shortest run. A target below that is missed by every run that follows the plan. Change the target or the plan. What is measured in other words is left alone.',
  fixless: 'Only whoever plans the chain knows whether it asks for too much or plans too slowly.',
  valid: [
    { text: chain('Restore the service < 3 hours') },
    { text: chain('Authority told < 72 hours after discovery') },
    { text: chain('{ metric: Time to answer a customer, target: < 5 minutes }') },
  ],
  invalid: [
    {
      text: chain(
        "{ metric: Restore the service, target: '< 1 hour' }\n#                                          ^^^^^^^^^^",
      ),
    },
    { text: chain('Authority told < 12 hours\n#   ^^^^^^^^^^^^^^^^^^^^^^^^^') },
    {
      text: chain(
        'metric: Time of the whole run\n    target: at most 90 minutes\n#           ^^^^^^^^^^^^^^^^^^',
      ),
    },
  ],
  *check(context) {
    const { sound } = context;
    if (sound === undefined) return;
    const asked = sound.model.success.flatMap(each => askedTime(each) ?? []);
    if (asked.length === 0) return;
    const known = plannedTimes(context, sound);
    for (const { about, most, isBelow, span } of asked) {
      const plan = known(about);
      if (plan === undefined || (isBelow ? most > plan.least : most >= plan.least)) continue;
      yield {
        span,
        message: `This asks for ${isBelow ? 'less than' : 'at most'} ${describeElapsed(most)}, and ${plan.what(describeElapsed(plan.least))}. Change the target, or the plan.`,
        ...(plan.span && {
          related: [{ uri: context.document.uri, span: plan.span, message: 'This is what the plan says.' }],
        }),
      };
    }
  },
};

/** What is to last no longer than so many minutes. */
interface Asked {
  readonly about: string;
  readonly most: number;
  /** The limit itself is too long. */
  readonly isBelow: boolean;
  readonly span: Span;
}

/** A name, a comparison with a time, and nothing behind it: `Authority told < 72 hours`. */
const sentence = /^(.+?)\s+(<=?|≤|under|at most|within)\s*(\d[\d.,]*\s*[a-z]+(?: days?)?)[.]?$/i;

function askedTime({ words, target }: SuccessCriterion): Asked | undefined {
  if (words.text.length > longestSentence) return undefined;
  if (target !== undefined) return askedBy(target.text, words.text, target.span);
  const [, about, comparator, time] = sentence.exec(words.text) ?? [];
  if (about === undefined || comparator === undefined || time === undefined) return undefined;
  return askedBy(`${comparator.toLowerCase() === 'within' ? '<=' : comparator} ${time}`, about, words.span);
}

/** UTF-16 units. */
const longestSentence = 300;

function askedBy(text: string, about: string, span: Span): Asked | undefined {
  const target = readTarget(text);
  if (!target.ok || target.value.kind === 'change' || target.value.unit.currency !== undefined)
    return undefined;
  const unit = durationUnit(target.value.unit.words);
  if (unit === undefined) return undefined;
  const minutes = minutesPerUnit[unit];
  if (target.value.kind === 'range') return { about, most: target.value.max * minutes, isBelow: false, span };
  const { comparator, value } = target.value;
  if (comparator === '>' || comparator === '>=') return undefined;
  return { about, most: value * minutes, isBelow: comparator === '<', span };
}

/** How many minutes the plan needs at the least, what to say of that time, and where it stands. */
interface Planned {
  readonly least: number;
  readonly what: (time: string) => string;
  readonly span?: Span;
}

const wholeRun =
  /^(?:the )?(?:(?:total |whole |overall |elapsed )?(?:time|duration|length) (?:of|for) )?(?:the |a |one )?(?:(?:whole|entire) (?:run|chain)|run of (?:the|this) chain|chain)$/i;
/** What people write before the title of a chain. */
const timeOf = /^(?:the )?(?:(?:total |whole |overall )?(?:time|duration|length) (?:of|for) )/i;

/** Finds what the plan says of the thing that some words name. */
function plannedTimes({ document, project }: RuleContext, { model, flow }: SoundChain) {
  const parts = partsByName(model, 'node', 'phase', 'milestone');
  const lengths = chainLengths(project.chainsFor(document.uri));
  return (about: string): Planned | undefined => {
    const words = about.trim().replace(/\s+/g, ' ');
    const name = comparable(words);
    const part = parts.get(name);
    // A single word, such as "recovery", is often said of something else than the step or phase of that name.
    if (part !== undefined) return name.includes('-') ? timeOfPart(part, lengths) : undefined;
    if (!wholeRun.test(words) && !isTitle(model, words.replace(timeOf, ''))) return undefined;
    const least = chainSchedule(model, lengths, flow()).total.min;
    return least === undefined ? undefined : { least, what: time => `the shortest run lasts ${time}` };
  };
}

const isTitle = ({ title }: ChainModel, words: string): boolean =>
  title !== undefined && comparable(title.text) === comparable(words);

function timeOfPart(part: NamedPart, lengths: ReturnType<typeof chainLengths>): Planned | undefined {
  if (part.kind === 'milestone') {
    const { window } = part.milestone;
    return (
      window?.value && {
        least: window.value.from,
        what: time => `its window begins ${time} after the start`,
        span: window.span,
      }
    );
  }
  if (part.kind === 'phase') {
    const { takes } = part.phase;
    return (
      takes?.value && {
        least: takes.value.min,
        what: time => `the phase takes at least ${time}`,
        span: takes.span,
      }
    );
  }
  const { node } = part;
  const { takes } = node;
  if (takes !== undefined)
    return (
      takes.value && { least: takes.value.min, what: time => `it takes at least ${time}`, span: takes.span }
    );
  if (node.kind !== 'chain') return undefined;
  const length = lengths(node.chain.text);
  return (
    length && {
      least: length.min,
      what: time => `the chain that it runs lasts at least ${time}`,
      span: node.chain.span,
    }
  );
}
