/** A chain written from an empty file by completion alone: choose, type words, Enter, Shift+Tab. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion } from '../../server/src/core/features/completion.ts';
import { parseSyntax } from '../../server/src/core/syntax/parse.ts';
import { applyItem, contextOf, type TabStop } from './feature.ts';

/** As little of an editor as this takes: a text, a cursor with what is selected behind it, and the tab stops that are left. */
interface Editor {
  readonly text: string;
  readonly offset: number;
  /** Characters behind the cursor that typing replaces. */
  readonly selected: number;
  readonly stops: readonly TabStop[];
}

type Act = (editor: Editor) => Editor;

/** Puts a text in the place of the characters between two offsets; tab stops behind them move. */
function replace({ text, stops }: Editor, start: number, end: number, by: string): Editor {
  const grown = by.length - (end - start);
  const moved = stops.map(stop =>
    stop.start >= end ? { start: stop.start + grown, end: stop.end + grown } : stop,
  );
  return {
    text: text.slice(0, start) + by + text.slice(end),
    offset: start + by.length,
    selected: 0,
    stops: moved,
  };
}

/** Opens the list and takes the item of that label. */
const choose =
  (label: string): Act =>
  editor => {
    const context = contextOf(editor.text, { path: 'phishing-drill.chain.yaml' });
    const { items } = completion(context, context.document.lines.position(editor.offset), { snippets: true });
    const item = items.find(each => each.label === label);
    const labels = items.map(each => each.label).join(', ');
    assert.ok(item, `${label} is not offered at\n${editor.text.slice(0, editor.offset)}|\n(${labels})`);
    const applied = applyItem(editor.text, item);
    const grown = applied.text.length - editor.text.length;
    const later = editor.stops.map(stop =>
      stop.start >= editor.offset ? { start: stop.start + grown, end: stop.end + grown } : stop,
    );
    return { ...applied, stops: [...applied.stops, ...later] };
  };

/** Types words in the place of what is selected. */
const type =
  (words: string): Act =>
  editor =>
    replace(editor, editor.offset, editor.offset + editor.selected, words);

/** Goes on to the next tab stop, whose suggestion is then selected. */
const next: Act = ({ text, stops: [stop, ...stops] }) => {
  assert.ok(stop, 'there is no further tab stop');
  return { text, offset: stop.start, selected: stop.end - stop.start, stops };
};

/** A line break, with the blanks of the line it leaves. */
const enter: Act = editor => {
  const line = editor.text.slice(0, editor.offset).split('\n').at(-1) ?? '';
  const blanks = /^ *(?:- (?=[\w-]+:))?/u.exec(line)?.[0].length ?? 0;
  return replace({ ...editor, stops: [] }, editor.offset, editor.offset, `\n${' '.repeat(blanks)}`);
};

/** One level further out. */
const outdent: Act = editor => replace(editor, editor.offset - 2, editor.offset, '');

const begun = [choose('new chain'), next, type('Phishing drill'), next];

const stories: readonly { readonly name: string; readonly acts: readonly Act[]; readonly text: string }[] = [
  {
    name: 'the smallest chain',
    acts: [...begun, choose('incident-commander'), next, type('Send the mail')],
    text: `chain: phishing-drill
title: Phishing drill
steps:
  - skill: incident-commander
    do: Send the mail`,
  },
  {
    name: 'a chain key by key',
    acts: [
      choose('chain'),
      choose('phishing-drill'),
      enter,
      choose('title'),
      type('Phishing drill'),
      enter,
      choose('timeline'),
      choose('1-2 days'),
      enter,
      choose('inputs'),
      type('mail'),
      next,
      type('What is sent'),
      enter,
      outdent,
      choose('measures'),
      type('clicks'),
      next,
      choose('0-100'),
      enter,
      outdent,
      choose('steps'),
      choose('step'),
      choose('technical-writer'),
      next,
      type('Write the mail'),
      enter,
      choose('needs'),
      choose('mail'),
      enter,
      outdent,
      choose('takes'),
      choose('1-2 hours'),
      enter,
      outdent,
      choose('decision'),
      type('Did many click?'),
      next,
      choose('clicks'),
      type(' '),
      choose('>'),
      type(' 10'),
      next,
      choose('incident-commander'),
      next,
      type('Tell everybody'),
      enter,
      outdent,
      outdent,
      choose('go'),
      choose('end'),
    ],
    text: `chain: phishing-drill
title: Phishing drill
timeline: 1-2 days
inputs:
  mail: What is sent
measures:
  clicks: 0-100
steps:
  - skill: technical-writer
    do: Write the mail
    needs:
      - mail
    takes: 1-2 hours
  - decision: Did many click?
    routes:
      - when: clicks > 10
        steps:
          - skill: incident-commander
            do: Tell everybody
        go: end
      - otherwise: next`,
  },
  {
    name: 'lanes, a checkpoint and a handoff',
    acts: [
      ...begun,
      choose('technical-writer'),
      next,
      type('Write'),
      enter,
      choose('id'),
      type('draft'),
      enter,
      choose('produces'),
      type('text'),
      enter,
      choose('item'),
      type('facts'),
      enter,
      outdent,
      outdent,
      choose('parallel'),
      choose('technical-writer'),
      next,
      type('Read it'),
      next,
      choose('incident-commander'),
      next,
      type('Judge it'),
      enter,
      choose('needs'),
      choose('facts'),
      enter,
      outdent,
      outdent,
      choose('lane'),
      type('Outside'),
      next,
      choose('site-reliability-engineer'),
      next,
      type('Ask'),
      enter,
      outdent,
      outdent,
      outdent,
      outdent,
      choose('join'),
      choose('any'),
      enter,
      outdent,
      choose('checkpoint'),
      type('Agreed'),
      next,
      choose('incident-commander'),
      next,
      type('Nobody objects'),
      enter,
      outdent,
      choose('if-refused'),
      choose('back-to'),
      choose('draft'),
      enter,
      choose('at-most'),
      choose('2'),
      enter,
      outdent,
      outdent,
      outdent,
      choose('handoffs'),
      choose('sequence handoff'),
      choose('yearly-audit'),
      enter,
      choose('delivers'),
      choose('text'),
    ],
    text: `chain: phishing-drill
title: Phishing drill
steps:
  - skill: technical-writer
    do: Write
    id: draft
    produces:
      - text
      - facts
  - parallel:
      - skill: technical-writer
        do: Read it
      - skill: incident-commander
        do: Judge it
        needs:
          - facts
      - lane: Outside
        steps:
          - skill: site-reliability-engineer
            do: Ask
    join: any
  - checkpoint: Agreed
    by: incident-commander
    criteria:
      - Nobody objects
    if-refused:
      back-to: draft
      at-most: 2
handoffs:
  - then: yearly-audit
    delivers:
      - text`,
  },
];

for (const { name, acts, text } of stories) {
  test(`writes ${name}`, () => {
    let editor: Editor = { text: '', offset: 0, selected: 0, stops: [] };
    for (const act of acts) editor = act(editor);
    assert.equal(editor.text, text);
    assert.deepEqual(parseSyntax(editor.text).problems, []);
  });
}
