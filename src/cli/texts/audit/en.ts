import type { AuditTexts } from './types.js';

export const en: AuditTexts = {
  commands: {
    verify: 'Says whether the record of requests is unbroken, and names the first broken row.',
    export: 'Prints the record of requests for auditors: one JSON object a line.',
  },
  options: {
    store: 'Store, as STORE names it; without it, that of the variable STORE.',
    anchor: 'What an earlier run told you to keep, ROW:HASH: shows whether rows were cut off or made anew.',
    after: 'Only rows after this number.',
  },
  bad: {
    anchor: '"{value}" is not an anchor: a row number, a colon and 64 hexadecimal digits are needed.',
    after: '"{value}" is not the number of a row.',
    store:
      'There is no store "{value}". STORE or --store says where it is; the first start of `serve` makes it.',
  },
  unavailable: 'The store cannot be read: {what}',
  empty: 'The record has no rows yet.',
  whole: 'The record is unbroken: {count} rows, the last one {seq}.',
  keep: 'Keep this in another place and give it to --anchor next time: {anchor}',
  broken: 'The record is broken at row {seq}: {why}',
  flaws: {
    missing: 'it is missing.',
    order: 'it stands in the wrong place.',
    previous: 'it does not follow on the row before.',
    hash: 'its content was changed.',
    body: 'its time or its event was changed.',
  },
  anchors: {
    'cut-off': 'The record is broken: rows were cut off at the end; row {seq} was there.',
    other: 'The record is broken: row {seq} is another than it was.',
    'too-old':
      'Row {seq} was let go of because of its age, so that it cannot be compared. Use a younger anchor.',
  },
};
