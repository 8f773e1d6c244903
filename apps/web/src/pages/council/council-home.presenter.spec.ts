import { aMonth, aProgramme, aReturn, councilNamed, nothingLedTo, someAlerts } from '#testing/web';
import { headlineOf, presentCouncilHome } from './council-home.presenter.js';

const rutland = councilNamed('Rutland');
const owed = (over: Parameters<typeof aReturn>[2]) => aReturn(rutland, aMonth('2024-12'), over);
const home = (over: Partial<Parameters<typeof presentCouncilHome>[0]> = {}) =>
  presentCouncilHome({
    council: rutland,
    returns: [owed({})],
    alerts: [],
    figures: [],
    ledTo: nothingLedTo(),
    endingKeys: [],
    drafts: [],
    monthsSoFar: [],
    programme: aProgramme(),
    maySend: true,
    mayApprove: false,
    ...over,
  });

describe('headlineOf', () => {
  it.each([
    ['DUE', 'Your December 2024 figures are due at 17:00 on 15 January 2025.'],
    [
      'LATE',
      'Your December 2024 figures were due at 17:00 on 15 January 2025. They are not in yet.',
    ],
    ['RECEIVED_IN_PART', '7 of 7 numbers for December 2024 are in.'],
    ['RECEIVED', 'Thank you. Your December 2024 figures are in.'],
    ['APPROVED', 'Your December 2024 figures are in and approved.'],
    ['NIL', 'You told us that there is nothing to report for December 2024.'],
    ['NOT_AVAILABLE', 'You told us that your December 2024 figures are not available yet.'],
  ] as const)('says of a return that is %s: %s', (status, words) => {
    expect(headlineOf(owed({ status }))).toBe(words);
  });

  it('says so when nothing is owed', () => {
    expect(headlineOf(undefined)).toBe('No return is due at the moment.');
  });
});

describe('presentCouncilHome', () => {
  it('says what to do next: send, finish, approve, look', () => {
    const returns = [
      owed({ status: 'DUE', boxesAnswered: 0 }),
      owed({ status: 'RECEIVED_IN_PART', boxesAnswered: 6 }),
      owed({ status: 'RECEIVED' }),
    ];
    const { todos } = home({ returns, alerts: someAlerts() });
    expect(todos.map(({ text }) => text)).toEqual([
      'Send your December 2024 figures',
      'Send the 1 number still open for December 2024',
      'Ask DfE for more time for December 2024',
      'Ask an approver to approve your December 2024 figures',
      'Look at 2 open alerts',
      'Look at your own charts',
    ]);
    expect(todos[3]?.href).toBe('/council/receipt/0190f0a0-0000-7000-8000-0000000000b1');
  });

  it('asks nobody to send who may not', () => {
    const { todos, returns } = home({ returns: [owed({ status: 'DUE' })], maySend: false });
    expect(todos.map(({ text }) => text)).toEqual(['Look at your own charts']);
    expect(returns.rows[0]?.at(-1)?.text).toBe('Open');
  });

  it('says when the newest figures came, and when none have', () => {
    expect(home().freshness).toBe('Last figures from Rutland: 11:20 on 14 January 2025.');
    const silent = home({ returns: [owed({ lastReceivedAt: null })] });
    expect(silent.freshness).toBe('Rutland has not sent figures yet.');
  });
});
