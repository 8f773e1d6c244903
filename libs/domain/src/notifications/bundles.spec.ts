import fc from 'fast-check';
import { bundle, bundleBody, bundleKey, departure, nextMorning, type Departing } from './index.js';

const holidays = new Set(['2025-01-20']);
const NOW = new Date('2025-01-17T16:00:00Z');

const departing = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    subscriptionId: fc.constantFrom('s1', 's2'),
    group: fc.constantFrom('partnership a', 'partnership b', 'council 9'),
    isDue: fc.boolean(),
  }),
  { selector: ({ id }) => id, maxLength: 30 },
);

describe('what goes out together', () => {
  it('leaves at once when it has to be acted on, and with the next working day’s digest when not', () => {
    const at = (event: string, severity: 'act' | 'look') =>
      departure({ event, severity }, NOW, holidays).toISOString();
    expect(at('fired x', 'act')).toBe(NOW.toISOString());
    expect(at('repeat 1 x', 'act')).toBe(NOW.toISOString());
    // A Friday, and a bank holiday after the weekend.
    expect(at('fired x', 'look')).toBe('2025-01-21T09:00:00.000Z');
    expect(at('resolved x', 'act')).toBe('2025-01-21T09:00:00.000Z');
  });

  it('is one message for each address and group; nothing is lost and nothing doubled', () => {
    fc.assert(
      fc.property(departing, fc.subarray(['s1', 's2']), (messages, out) => {
        const group = 'partnership a';
        const wentOut = new Set(out.map((s) => `${s} ${bundleKey(group, NOW)}`));
        const { bundles, waiting } = bundle(messages, wentOut, NOW);
        const byId = new Map(messages.map((one) => [one.id, one]));
        const taken = bundles.flatMap(({ leader, carried }) => [leader, ...carried]);
        expect(new Set([...taken, ...waiting]).size).toBe(taken.length + waiting.length);
        const keys = bundles.map(({ leader, key }) => `${byId.get(leader)?.subscriptionId} ${key}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.filter((key) => wentOut.has(key))).toEqual([]);
        for (const { isDue, id } of messages)
          if (isDue) expect([...taken, ...waiting]).toContain(id);
        for (const { leader, carried, key } of bundles)
          for (const id of carried) {
            const [one, first] = [byId.get(id), byId.get(leader)];
            expect(one?.subscriptionId).toBe(first?.subscriptionId);
            expect(bundleKey(one?.group ?? '', NOW)).toBe(key);
          }
      }),
    );
  });

  it('gives no address two messages of a group on one London day, whatever comes when', () => {
    const moments = fc.array(fc.tuple(fc.integer({ min: 0, max: 96 }), departing), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(moments, (all) => {
        const sent = new Set<string>();
        let waiting: { readonly one: Departing; readonly until: Date }[] = [];
        for (const [hour, messages] of all.toSorted(([a], [b]) => a - b)) {
          const now = new Date(NOW.getTime() + hour * 3_600_000);
          const back = waiting.filter(({ until }) => until <= now).map(({ one }) => one);
          waiting = waiting.filter(({ until }) => until > now);
          const due = [...back, ...messages].map((one) => ({ ...one, isDue: true }));
          const made = bundle(due, sent, now);
          const byId = new Map(due.map((one) => [one.id, one]));
          for (const { leader, key } of made.bundles) {
            const full = `${byId.get(leader)?.subscriptionId} ${key}`;
            expect(sent.has(full)).toBe(false);
            sent.add(full);
          }
          const until = nextMorning(now, holidays);
          for (const id of made.waiting) {
            const one = byId.get(id);
            if (one) waiting.push({ one, until });
          }
        }
      }),
    );
  });

  it.each([
    [['fired x'], 'One thing needs attention.'],
    [['fired x', 'repeat 1 x', 'escalated 60 x'], '3 things need attention.'],
    [['resolved x'], 'One alert that you were told about has cleared.'],
    [
      ['fired x', 'fired y', 'resolved x', 'rejudged x'],
      '2 things need attention. 2 alerts that you were told about have cleared.',
    ],
  ])('says of %j how many things there are: %s', (events, expected) => {
    expect(bundleBody(events)).toBe(expected);
  });
});
