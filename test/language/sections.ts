/**
 * What the language says, sentence by sentence, as far as a file can follow it or go against it. Each has fixtures on the page of
 * `pages/` that is named here, and its place in the reference. The keys are not listed: they come from the schemas.
 */
import { table } from '../../schemas/generated/table.ts';

/**
 * What the fixtures of a sentence show. `both`: how it is followed, and what is found where it is not. `behaviour`: nothing can go
 * against it, so its fixtures say what follows from it. `right` and `wrong`: its other half is that of the section beside it.
 */
export type Proof = 'both' | 'behaviour' | 'right' | 'wrong';

export interface Section {
  readonly id: string;
  /** The file in `pages/`. */
  readonly page: string;
  /** The page of the reference and the anchor there, from the root of the repository. */
  readonly reference: string;
  readonly proof: Proof;
}

/** Sections of a page that one place of the reference tells of: those with both proofs, then those with another. */
interface Group {
  readonly page: string;
  readonly reference: string;
  /** Their ids, with blanks between them. */
  readonly both?: string;
  readonly behaviour?: string;
  readonly right?: string;
  readonly wrong?: string;
}

const language = 'docs/language';
const values = { page: 'values.md', reference: `${language}/README.md#values` };
const names = { page: 'names.md', reference: `${language}/running.md#names` };
const running = (heading: string): Pick<Group, 'page' | 'reference'> => ({
  page: 'running.md',
  reference: `${language}/running.md#${heading}`,
});
const found = (page: string, rule: string): Pick<Group, 'page' | 'reference'> => ({
  page,
  reference: `docs/rules.md#${rule}`,
});

const groups: readonly Group[] = [
  {
    page: 'principles.md',
    reference: `${language}/chain.md#a-chain`,
    both: 'three-lines one-kind-for-a-node unknown-keys free-keys-survive one-document',
  },
  { page: 'principles.md', reference: `${language}/README.md#values`, both: 'exact-texts' },
  { ...found('principles.md', 'unknown-skill'), both: 'names-that-are-known' },
  {
    ...found('principles.md', 'yaml-trap'),
    both: 'trap-comparator trap-comparator-in-a-list trap-colon trap-hash trap-comma-in-a-map trap-comma-in-a-list trap-version-range trap-star trap-checkbox trap-at-sign trap-emphasis trap-braces trap-key-where-text-was-meant',
  },
  { ...found('principles.md', 'yaml-syntax'), both: 'yaml-mistakes' },
  { ...found('principles.md', 'bad-indentation'), both: 'indentation keys-at-the-left' },
  {
    page: 'files.md',
    reference: `${language}/README.md#the-chain-language`,
    both: 'chain-files unique-chains catalogue-files suite-files plan-files content-tells-the-kind',
  },
  {
    ...values,
    both: 'units-of-durations ranges-of-durations minute-or-month working-days ongoing targets points-in-time counted-windows prose-is-not-checked and-before-or versions contract-versions ids',
    right: 'conditions',
  },
  {
    page: 'values.md',
    reference: `${language}/running.md#how-long-it-takes`,
    both: 'weeks-and-months meeting-windows',
  },
  {
    page: 'values.md',
    reference: `${language}/running.md#checkpoints-and-decisions`,
    both: 'thresholds-without-gap',
  },
  { ...found('measures.md', 'unknown-measure'), both: 'measures-by-their-names' },
  { ...found('measures.md', 'bands-overlap'), both: 'bands-meet' },
  { ...found('measures.md', 'row-unlike-columns'), both: 'rows-have-their-columns' },
  {
    page: 'measures.md',
    reference: `${language}/chain.md#a-variation`,
    both: 'variations-are-read',
  },
  {
    ...names,
    both: 'names-are-what-is-written an-id-beats-a-slug ambiguous-names reserved-names names-of-a-parallel ids-are-unique',
    behaviour: 'repeats names-stay',
  },
  {
    ...running('order'),
    both: 'first-passes-count needs-never-order needs-between-lanes producer-may-not-run producer-on-every-way products-are-taken nodes-that-nothing-reaches chains-reach-their-end',
    behaviour:
      'lists-run-in-order phases-run-in-order jumps-between-phases when-makes-optional way-around-optional',
  },
  {
    ...running('lanes'),
    both: 'each-entry-is-a-lane joins products-of-cancelled-lanes one-product-of-two-lanes lanes-that-may-be-skipped empty-parallels synthesis-is-a-step after-waits-for-another-lane after-is-redundant after-in-a-circle after-between-routes',
    behaviour: 'nested-lanes',
  },
  {
    ...running('checkpoints-and-decisions'),
    both: 'first-route-counts go-continues-at-its-target falling-into-a-sibling checkpoints-hold one-or-many-who-decide',
    behaviour: 'routes-rejoin checkpoint-in-a-lane',
  },
  {
    ...running('jumps'),
    both: 'jumps-stay-in-their-lists only-stop-leaves-a-lane backward-jumps-are-bounded escalations',
    behaviour: 'one-lane-again ends-and-stops',
  },
  { ...running('sub-chains'), both: 'sub-chains-are-one-node sub-chain-versions chains-that-run-themselves' },
  {
    ...running('how-long-it-takes'),
    both: 'variations-wait windows-open-and-close length-of-a-phase',
    behaviour:
      'handoffs-take-no-time shortest-and-longest ways-that-do-not-count slack-and-critical gates-take-no-time phases-that-overlap-in-time phases-of-unknown-length unknown-lengths',
  },
  {
    page: 'handoffs.md',
    reference: `${language}/running.md#handoffs-between-chains`,
    both: 'what-is-delivered-is-taken versions-of-what-is-delivered chains-of-handoffs where-a-chain-joins what-is-waited-for-is-given one-edge-from-both-ends circles-of-waiting cycles-are-bounded escalations-pause only-a-pause-resumes only-a-workaround-is-given-up',
    behaviour: 'handoffs-in-the-graph',
  },
  {
    page: 'handoffs.md',
    reference: `${language}/running.md#sub-chains`,
    both: 'inputs-of-sub-chains outputs-of-sub-chains',
  },
  {
    page: 'catalogues.md',
    reference: `${language}/catalogue.md#a-skill`,
    both: 'three-names-of-a-skill one-owner-of-a-name names-of-several-skills teams-of-steps',
  },
  { ...found('catalogues.md', 'skill-not-by-id'), both: 'ids-of-skills' },
  { ...found('catalogues.md', 'redundant-alias'), both: 'aliases-lead-somewhere' },
  { ...found('catalogues.md', 'unused-skill'), both: 'catalogues-are-for-use' },
  {
    ...found('catalogues.md', 'unknown-skill'),
    both: 'skills-that-agents-keep catalogues-win skills-that-ship nothing-from-missing-knowledge',
  },
  {
    page: 'suites.md',
    reference: `${language}/programmes.md#suites`,
    both: 'items-run-plans-or-chains dependencies items-stand-in-one-phase phases-come-in-order priorities capacities all-at-once success-of-a-phase windows-of-phases teams-and-items teams-of-a-catalogue titles-and-files',
  },
  {
    page: 'plans.md',
    reference: `${language}/programmes.md#prompt-plans`,
    both: 'placeholders-are-declared inputs-are-used examples-give-every-input braces-that-are-no-placeholders templates-say-something templates-hold-anything placeholders-in-tags plans-stay-open',
  },
  {
    page: 'checking.md',
    reference: 'docs/checking.md#for-a-line-a-comment-with-a-reason',
    both: 'suppressions-name-a-rule suppressions-give-a-reason suppressions-are-used yaml-is-always-checked',
  },
  {
    page: 'graphs.md',
    reference: `${language}/running.md#how-a-chain-runs`,
    behaviour: 'kinds-of-nodes kinds-of-edges graphs-of-broken-texts ids-that-stay',
  },
  {
    page: 'graphs.md',
    reference: `${language}/programmes.md#suites`,
    behaviour: 'suites-as-graphs',
  },
  {
    page: 'documents.md',
    reference: `${language}/programmes.md#suites`,
    wrong: 'programme-of-33-plans',
  },
  { ...found('documents.md', 'needs-later-phase'), wrong: 'urgent-item-where-it-belongs' },
  { ...found('documents.md', 'decision-without-otherwise'), wrong: 'score-between-the-routes' },
  { ...found('documents.md', 'windows-overlap'), wrong: 'week-within-a-window', right: 'windows-that-meet' },
  { ...found('documents.md', 'similar-skill-names'), both: 'one-skill-in-two-spellings' },
  { ...found('documents.md', 'unknown-skill'), wrong: 'spelling-that-no-catalogue-has' },
  { ...found('sound-plans.md', 'windows-out-of-order'), both: 'windows-follow-one-another' },
  { ...found('sound-plans.md', 'window-outside-timeline'), both: 'windows-lie-within-the-timeline' },
  { ...found('sound-plans.md', 'longer-than-timeline'), both: 'runs-fit-their-timeline' },
  { ...found('sound-plans.md', 'timeline-without-room'), both: 'timelines-have-room' },
  { ...found('sound-plans.md', 'step-longer-than-phase'), both: 'steps-fit-their-phase' },
  { ...found('sound-plans.md', 'milestone-missed'), both: 'milestones-can-be-met' },
  { ...found('sound-plans.md', 'target-out-of-reach'), both: 'targets-can-be-met' },
  { ...found('sound-plans.md', 'key-order'), both: 'keys-have-an-order' },
  { ...found('sound-plans.md', 'duration-spelling'), both: 'durations-have-a-spelling' },
  { ...found('sound-plans.md', 'delegation-broken'), both: 'delegated-tasks' },
  { ...found('sound-plans.md', 'veto-role-missing'), both: 'last-words' },
  { ...found('sound-plans.md', 'skill-in-two-lanes'), both: 'one-skill-at-a-time' },
  { ...found('sound-plans.md', 'document-not-called'), both: 'documents-are-called-for' },
  { ...found('sound-plans.md', 'success-not-measurable'), both: 'success-can-be-told' },
  { ...found('sound-plans.md', 'change-without-base'), both: 'changes-have-a-base' },
  { ...found('sound-plans.md', 'phase-without-exit'), both: 'phases-say-when-they-are-over' },
  { ...found('sound-plans.md', 'shares-not-whole'), both: 'parts-come-to-their-whole' },
  { ...found('sound-plans.md', 'handoff-without-gate'), both: 'handoffs-have-a-gate' },
  { ...found('sound-plans.md', 'handoff-without-rollback'), both: 'handoffs-have-a-way-back' },
  { ...found('sound-plans.md', 'escalation-without-resume'), both: 'pauses-have-an-end' },
  { ...found('sound-plans.md', 'risk-without-mitigation'), both: 'grave-risks-are-met' },
  { ...found('sound-plans.md', 'plan-not-tried'), both: 'plans-are-tried' },
];

const proofs: readonly Proof[] = ['both', 'behaviour', 'right', 'wrong'];

export const sections: readonly Section[] = groups.flatMap(group =>
  proofs.flatMap(proof =>
    (group[proof]?.split(' ') ?? []).map(id => ({
      id,
      page: group.page,
      reference: group.reference,
      proof,
    })),
  ),
);

/** A key of a record, as `step.needs`. */
export const languageKeys: readonly string[] = Object.values(table.records).flatMap(({ name, keys }) =>
  keys.map(({ key }) => `${name}.${key}`),
);

/** The section that tries the keys of a record. */
export const keysSection = (record: string): string => `keys-of-${record}`;

/** Keys that nothing can go against, with the reason. */
export const unbreakableKeys: Readonly<Record<string, string>> = {
  'plan-input.default': 'any value is one',
};
