/** Keys of other tools that no one key of this language stands for, and how what they wish for is said here. */

const again =
  'What may be done again is led back to: by "if-refused" at a checkpoint, or by a route of a decision with "go" and "at-most".';
const elsewhere =
  'Nodes follow each other as they stand in the list. To go elsewhere, write a decision, whose routes say where to "go".';
const wrong = 'For what may go wrong write a decision behind it, whose routes say what to do then.';
const forEach = 'Say in "do" for what it is done; what several skills do at once is a "parallel".';
const given =
  'A chain runs nothing, so it has no settings. What it is given by whoever starts it is declared below "inputs".';
const done = 'A chain runs nothing: say in "do" what a skill is to do.';
const perhaps = 'Say with "when" under which condition it is done.';
const progress = 'A chain says how it goes each time; how far one run of it has come is kept elsewhere.';
const dates =
  'A chain has no dates, as it is gone through again and again: say with "takes" how long it takes.';
const money = 'To hold it to an amount, write a target below "success".';
const remark = 'A remark for who reads the file is a comment: "#" and the words.';
const otherRoute =
  'What is done where no route holds is the last of the routes, which begins with "otherwise".';
const approved = 'Once it is approved, the chain goes on with the node below.';

const waysByWords: readonly (readonly [string, string])[] = [
  ['retry retries attempts max-attempts repeat repeats loop until while', again],
  ['next next-step goto go-to jump jump-to transition transitions on-success on-complete', elsewhere],
  ['on-error on-failure on-exception error errors catch rescue finally fallback continue-on-error', wrong],
  ['for foreach for-each with-items matrix strategy', forEach],
  ['env environment variables vars params parameters args arguments secrets permissions', given],
  ['run runs-on script command commands shell image container', done],
  ['optional skip skip-if skippable unless', perhaps],
  ['status state progress completed', progress],
  ['date start start-date end end-date due due-date', dates],
  ['cost costs budget price', money],
  ['comment comments remark remarks', remark],
  ['else default', otherRoute],
  ['if-approved on-approval on-approve on-approved if-passed on-pass', approved],
];

const waysByWord: ReadonlyMap<string, string> = new Map(
  waysByWords.flatMap(([words, way]) => words.split(' ').map((word): [string, string] => [word, way])),
);

/** How what a key wishes for is said here, as a sentence; `undefined`: it is no such key. */
export const otherWay = (key: string): string | undefined =>
  waysByWord.get(key.toLowerCase().replace(/[\s_]+/g, '-'));
