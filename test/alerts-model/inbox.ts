import type { Hold, NotificationRecord, TellingStore } from '#application/ports';
import { isGoodNews, standsAt, type Silence } from '#domain/notifications';
import type { Memory } from './memory.js';

/** A message as the ledger has it: when it is looked at next, what it waits for, how it ended. */
export type Message = NotificationRecord & {
  readonly nextAt: number;
  readonly hold: Hold | null;
  readonly end: 'delivered' | 'not-told' | null;
};

/** A message that was planned, as it is first kept. */
export const planned = (record: NotificationRecord): Message => ({
  ...record,
  nextAt: record.dueAt.getTime(),
  hold: null,
  end: null,
});

const OPEN: ReadonlySet<string> = new Set(['firing', 'recovering']);

/** The sending worker's side of the record: inboxes alone, nothing leaves the service. */
export function tellingStore(memory: Memory, silences: readonly Silence[]): TellingStore {
  const messages = (): readonly Message[] => [...memory.kept.messages.values()];
  const put = (changed: readonly Message[]): Promise<void> => {
    const kept = new Map(memory.kept.messages);
    for (const [key, one] of kept) kept.set(key, changed.find(({ id }) => id === one.id) ?? one);
    return memory.change({ messages: kept });
  };
  const byId = (id: string): readonly Message[] => messages().filter((one) => one.id === id);
  const isReleased = (of: Message, now: Date): boolean => {
    if (of.hold?.held === 'silence')
      return silences.some(
        ({ id, endedAt }) => id === of.hold?.by && endedAt !== null && endedAt <= now,
      );
    const source = memory.kept.alerts.get(of.hold?.by ?? '');
    const own = memory.kept.alerts.get(of.alertId ?? '');
    return (
      of.hold?.held === 'inhibition' &&
      (!OPEN.has(source?.state ?? '') || own?.state === 'resolved')
    );
  };
  const store: Partial<TellingStore> = {
    release: (now) => {
      const freed = messages().filter((one) => one.end === null && isReleased(one, now));
      return freed.length > 0
        ? put(freed.map((one) => ({ ...one, nextAt: Math.min(one.nextAt, now.getTime()) })))
        : Promise.resolve();
    },
    takeDue: (now, limit) => {
      const due = messages().filter(({ end, nextAt }) => end === null && nextAt <= now.getTime());
      const inOrder = [...due].sort(
        (a, b) => a.nextAt - b.nextAt || a.dueAt.getTime() - b.dueAt.getTime(),
      );
      return Promise.resolve(
        inOrder.slice(0, limit).map((one) => ({
          ...one,
          wasHeld: one.hold !== null,
          isDue: true,
          alert: memory.kept.alerts.get(one.alertId ?? '') ?? null,
        })),
      );
    },
    hold: (id, hold) => {
      memory.holds += 1;
      return put(
        byId(id).map((one) => ({ ...one, hold, nextAt: hold.until?.getTime() ?? Infinity })),
      );
    },
    settle: ({ id }, { outcome }) =>
      put(
        byId(id).map((one) => ({
          ...one,
          hold: null,
          end: outcome === 'delivered' ? ('delivered' as const) : ('not-told' as const),
        })),
      ),
    told: (alertIds) =>
      Promise.resolve(
        new Set(
          messages()
            .filter(
              ({ end, event, alertId }) =>
                end === 'delivered' && !isGoodNews(event) && alertIds.includes(alertId ?? ''),
            )
            .map(({ alertId, recipient }) => `${alertId} ${recipient}`),
        ),
      ),
    openBy: ({ councilIds, ruleCodes }) =>
      Promise.resolve(
        [...memory.kept.alerts.values()].filter(
          ({ councilId, ruleCode, state }) =>
            councilIds.includes(councilId) && ruleCodes.includes(ruleCode) && OPEN.has(state),
        ),
      ),
    takeDeparting: () => Promise.resolve([]),
  };
  return store as TellingStore;
}

/** The silences that stand at a moment. */
export const standing = (silences: readonly Silence[], now: Date): readonly Silence[] =>
  silences.filter((one) => standsAt(one, now));
