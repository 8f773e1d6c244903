import type { ValueState } from '#domain/observations';

/** The states of a figure in words, the same on every page, chart and table. */
export const stateWords: Readonly<
  Record<Exclude<ValueState, 'value'> | 'noCases' | 'provisional', string>
> = {
  missing: 'Not reported',
  z: 'Not applicable',
  x: 'Not available',
  c: 'Too few to show',
  low: 'Rounds to 0',
  noCases: 'No cases',
  provisional: 'provisional',
};

/** What stands beneath a table for each state that occurs in it. */
export const stateNotes = {
  missing: 'Not reported: the council has not sent this yet.',
  z: 'Not applicable: the council is not testing this reform.',
  x: 'Not available: the council cannot produce this for the period.',
  c: 'Too few to show: we do not show small numbers, or numbers from which they could be worked out.',
  notPublished: 'Not available: not in the published statistics.',
  low: 'Rounds to 0: more than none, but rounds to 0.',
  noCases: 'No cases: there were no cases, so there is no percentage.',
  provisional: 'Provisional: sent, not yet approved by the council.',
} as const;
