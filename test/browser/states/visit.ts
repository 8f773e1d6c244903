/** What can be the case on a page; a page that is right in its usual state alone is not right. */
export const STATES = [
  'usual',
  'empty',
  'loading',
  'error',
  'provisional',
  'suppressed',
  'silent council',
  'long names',
  '153 councils',
] as const;
export type State = (typeof STATES)[number];

/**
 * What a page is read from. `demonstration`: the service as `npm start` has it. `bare`: the pages over a service in memory to
 * which nothing was sent yet. `strained`: the pages over a service in memory that has what a real one cannot be brought to: work that never ends, refusals of every kind, 153 councils in the programme, and names longer than any real one.
 */
export type ServiceName = 'demonstration' | 'bare' | 'strained';

/** The way to one page in one state: who opens which address, and what they then do without changing anything. */
export type Visit = {
  readonly on: ServiceName;
  /** The title of a persona; null for somebody who is not signed in. */
  readonly as: string | null;
  readonly at: string;
  /** The first link that this finds is followed. */
  readonly follow?: string;
  /** Texts typed into fields, by their id. */
  readonly type?: Readonly<Record<string, string>>;
  /** The name of the button that is pressed at last. */
  readonly press?: string;
  /** The page can only work with scripts; without them it says so, and what to do instead. */
  readonly needsScripts?: true;
  /** What stands on the page only if it is in the state that the visit is for. */
  readonly says?: string;
};

/** The visits that show a state, or in a few words why the page has no such state. */
type Cell = readonly Visit[] | string;
export type Row = Readonly<Record<State, Cell>>;
export type Rows = Readonly<Record<string, Row>>;

type More = Omit<Visit, 'on' | 'as' | 'at'>;
const on =
  (service: ServiceName) =>
  (as: string | null, at: string, more: More = {}): Visit => ({ on: service, as, at, ...more });

export const demonstration = on('demonstration');
export const bare = on('bare');
export const strained = on('strained');

/** Why a state does not arise, where a row says nothing else. */
const NOT_SO: Readonly<Record<Exclude<State, 'usual'>, string>> = {
  empty: 'never empty',
  loading: 'waits for nothing',
  error: 'asks for nothing',
  provisional: 'shows no figures',
  suppressed: 'shows no figures',
  'silent council': 'is of no council',
  'long names': 'names no council or measure',
  '153 councils': 'lists no councils',
};

/** Of figures that councils send: DfE sees them as they are; what is suppressed in a release comes with releases. */
export const EXACT = 'shown exactly to those who may see it';

/** One page: its visits in the usual state, and the other states that it has. */
export const page = (
  usual: readonly Visit[],
  others: Partial<Record<Exclude<State, 'usual'>, Cell>> = {},
): Row => ({ usual, ...NOT_SO, ...others });
