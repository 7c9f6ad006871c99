/** Reference: supporting material that is kept with the chain and has no effect on how it runs. */
import { bands } from './bands.ts';
import { list, optional, record, required } from './build.ts';
import { text, texts } from './scalars.ts';

const table = record(
  {
    name: 'table',
    title: 'a table',
    description: 'Rows under named columns.',
  },
  {
    columns: required(list(text, 1), {
      description: 'The headings of the columns.',
      type: 'list of names',
      example: '[Severity, Reply within]',
    }),
    rows: required(list(texts), {
      description: 'The rows, each a list with one cell for each column.',
      type: 'list of rows',
      example: '- [High, 1 hour]\n- [Low, 2 days]',
    }),
    bands: optional(bands, {
      description:
        'The thresholds by which the values of the table are good, doubtful or bad. By default none.',
      type: 'bands',
      example: 'green: < 6 months\nyellow: 6-12 months\nred: "> 12 months"',
    }),
  },
);

const advice = record(
  {
    name: 'advice',
    title: 'a choice',
    description: 'What to choose in which situation.',
  },
  {
    when: required(text, {
      description: 'The situation, in words. It is never checked as a condition.',
      type: 'sentence',
      example: 'the data never left the company network',
    }),
    choose: required(text, {
      description: 'What to choose then.',
      type: 'sentence',
      example: 'An internal report is enough',
    }),
  },
);

const referenceEntry = record(
  {
    name: 'reference',
    title: 'a reference entry',
    description: 'One piece of supporting material, under a title.',
    oneOf: [{ keys: ['text', 'list', 'checklist', 'table', 'choices'] }],
  },
  {
    title: required(text, {
      description: 'What this material is.',
      type: 'name',
      example: 'What the authority wants to know',
    }),
    text: optional(text, {
      description:
        'The material as running text. An entry has one of text, list, checklist, table and choices.',
      type: 'text',
      example: 'The authority prefers its web form to letters.',
    }),
    list: optional(texts, {
      description: 'The material as a list. An entry has one of text, list, checklist, table and choices.',
      type: 'list of sentences',
      example: '- Web form of the authority\n- Telephone of the duty lawyer',
    }),
    checklist: optional(texts, {
      description:
        'The material as points to tick off. An entry has one of text, list, checklist, table and choices.',
      type: 'list of sentences',
      example: '[nature of the breach, categories of data, number of people, measures taken]',
    }),
    table: optional(table, {
      description: 'The material as a table. An entry has one of text, list, checklist, table and choices.',
      type: 'table',
      example: 'columns: [Severity, Reply within]\nrows:\n  - [High, 1 hour]\n  - [Low, 2 days]',
    }),
    choices: optional(list(advice), {
      description:
        'The material as advice on what to choose when. An entry has one of text, list, checklist, table and choices.',
      type: 'list of choices',
      example: '- when: the data never left the company network\n  choose: An internal report is enough',
    }),
  },
);

export const reference = list(referenceEntry);
