import 'reflect-metadata';
import { rules, type Case } from '../libs/domain/src/intake/context-for-spec.js';
import { CANNOT_CARRY, cannotCarry } from './channels/cannot-carry.js';
import { carriedBy, CHANNELS, type Carried, type Channel } from './channels/carried.js';
import { expectedOf } from './channels/expected.js';
import { rowsOfGrid, gridOf } from './channels/grid.js';
import { sendBy, type Answered } from './channels/send-by.js';
import { asInCases, openStand, withEnded, type Stand } from './channels/stand.js';

type Row = { readonly code: string; readonly place: string; readonly one: Case };
const CASES: readonly Row[] = rules.flatMap(({ code, cases }) =>
  (['passes', 'fails'] as const).flatMap((side) =>
    cases[side].map((one, n) => ({ code, place: `${side} ${n + 1}`, one })),
  ),
);
const ENDS = CASES.find(({ one }) => one.ends)?.one.ends;

/** The month of the page that a case is sent from. */
function monthOf(one: Case, carried: Carried): string {
  if (carried.kind === 'typed') return carried.month;
  const rows = rowsOfGrid(gridOf(one) ?? []) ?? [];
  const month = rows.map(({ period = '' }) => period).find((period) => /^\d{4}-\d\d$/.test(period));
  return one.page ?? month ?? '2024-09';
}

/** What a case says. Only two rows that are one cell are named in words; those of a file are one further down. */
const inPlaceOf = ({ kind }: Carried, { says = '', send }: Case): string =>
  send && (kind === 'file' || kind === 'workbook')
    ? says.replace('Rows 1 and 2 ', 'Rows 2 and 3 ')
    : says;

describe('every case of every rule, by every channel that can carry it', () => {
  let usual: Stand;
  let early: Stand;
  beforeAll(async () => {
    if (!ENDS) throw new Error('no case has a version that ends');
    [usual, early] = await Promise.all([openStand(asInCases), openStand(withEnded(ENDS))]);
  });
  afterAll(async () => {
    await usual.close();
    await early.close();
  });
  const standFor = ({ code, one }: Row): Stand =>
    one.ends || code === 'COUNCIL_LEFT_PROGRAMME' ? early : usual;

  async function told(row: Row, channel: Channel): Promise<void> {
    const { code, place, one } = row;
    const carried = carriedBy(channel, one);
    if (carried.kind === 'cannot') return;
    const stand = standFor(row);
    const isPage = channel === 'form' || channel === 'page file';
    const month = isPage ? monthOf(one, carried) : null;
    const sending = { one, channel, carried, month };
    await stand.set(one);
    if (one.receivedBefore !== undefined) {
      const today = stand.at.clock.now();
      stand.at.clock.set(new Date(`${one.receivedBefore}T09:00:00Z`));
      await sendBy(stand, sending);
      stand.at.clock.set(today);
    }
    const expected = expectedOf(one, carried, month);
    const unsaid = ({ page }: Answered) =>
      expected.filter(({ message, fix }) => !page?.includes(message) || !page.includes(fix));
    // A dry run of one case that fails and one that passes, of each rule by each channel.
    if (place.endsWith(' 1')) {
      const before = await stand.counts();
      const dry = await sendBy(stand, { ...sending, dryRun: true });
      const checked = isPage ? unsaid(dry) : dry.told;
      const where = [code, place, channel, 'dry run'];
      expect([...where, checked]).toEqual([...where, isPage ? [] : expected]);
      expect(await stand.counts()).toBe(before);
    }
    const answer = await sendBy(stand, sending);
    expect([code, place, channel, answer.told]).toEqual([code, place, channel, expected]);
    if (isPage) {
      expect([code, place, channel, unsaid(answer)]).toEqual([code, place, channel, []]);
    } else expect(await stand.kept()).toEqual(expected);
    const own = answer.told.filter((finding) => finding.code === code);
    if (place.startsWith('passes')) expect([code, place, own]).toEqual([code, place, []]);
    else {
      expect([...new Set(answer.told.map((finding) => finding.code))]).toEqual([code]);
      expect(`${own[0]?.message} ${own[0]?.fix}`).toBe(inPlaceOf(carried, one));
    }
  }

  it.each(rules.map(({ code }) => code))('%s', async (code) => {
    for (const row of CASES.filter((candidate) => candidate.code === code))
      for (const channel of CHANNELS) await told(row, channel);
  });

  it('what a channel cannot carry is as the table says, and no more', () => {
    expect(cannotCarry()).toEqual(CANNOT_CARRY);
  });

  it('nothing was reported as a bug', () => {
    for (const { api, web } of [usual, early])
      expect([...api.reported, ...web.reported]).toEqual([]);
  });
});
