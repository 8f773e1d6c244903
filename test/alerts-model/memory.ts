import type {
  AlertRecord,
  AlertStep,
  AlertStore,
  JudgedSeries,
  KnownRevision,
  Recalled,
  SeriesToAssess,
} from '#application/ports';
import { planned, type Message } from './inbox.js';

/** Everything that a transaction may change; copied before it, and put back when it does not commit. */
export type Kept = {
  alerts: ReadonlyMap<string, AlertRecord>;
  steps: readonly AlertStep[];
  judged: ReadonlyMap<string, JudgedSeries & { readonly upTo: Date }>;
  waiting: readonly SeriesToAssess[];
  messages: ReadonlyMap<string, Message>;
  swept: ReadonlyMap<string, Date>;
};

/** Thrown in the middle of a transaction, as when a worker is killed. */
export class Killed extends Error {}

const seriesOf = (of: JudgedSeries): string => `${of.councilId} ${of.ruleCode} ${of.seriesKey}`;

/** The record, and a worker that is killed after so many writes. */
export class Memory {
  kept: Kept = {
    alerts: new Map(),
    steps: [],
    judged: new Map(),
    waiting: [],
    messages: new Map(),
    swept: new Map(),
  };
  holds = 0;
  /** Null: it lives. */
  writesLeft: number | null = null;

  change(part: Partial<Kept>): Promise<void> {
    if (this.writesLeft === 0) throw new Killed();
    if (this.writesLeft !== null) this.writesLeft -= 1;
    this.kept = { ...this.kept, ...part };
    return Promise.resolve();
  }
}

/** What people sent and agreed. */
type Facts = {
  recalled(councilIds: readonly number[]): Recalled;
  revisions(councilIds: readonly number[], metrics: ReadonlySet<string>): readonly KnownRevision[];
};

/** The judging worker's side of the record. */
export function alertStore(memory: Memory, facts: Facts): AlertStore {
  const store: Omit<AlertStore, 'acknowledge'> = {
    takeSeries: async ({ most, councilId }) => {
      const isAsked = (one: SeriesToAssess): boolean =>
        councilId === null || one.councilId === councilId;
      const taken = memory.kept.waiting.filter(isAsked).slice(0, most);
      const left = memory.kept.waiting.filter((one) => !taken.includes(one));
      if (taken.length > 0) await memory.change({ waiting: left });
      return taken;
    },
    // Nothing is put aside in the model: whatever fails there is a kill or a fault, and comes out as it is.
    councilsThatWait: () => Promise.resolve([]),
    putAside: () => Promise.resolve(0),
    queueSeries: (series) => memory.change({ waiting: [...memory.kept.waiting, ...series] }),
    lockCouncils: () => Promise.resolve(),
    recall: (_programmeId, councilIds) => Promise.resolve(facts.recalled(councilIds)),
    revisions: ({ councilIds, metrics }) =>
      Promise.resolve(facts.revisions(councilIds, new Set(metrics))),
    ofCouncil: ({ councilId }) =>
      Promise.resolve(
        [...memory.kept.alerts.values()].filter((alert) => alert.councilId === councilId),
      ),
    steps: (ids) =>
      Promise.resolve(memory.kept.steps.filter(({ alertId }) => ids.includes(alertId))),
    save: async (alert, steps) => {
      const alerts = new Map(memory.kept.alerts).set(alert.id, alert);
      const open = [...alerts.values()]
        .filter(({ state }) => state !== 'resolved')
        .map(seriesOfAlert);
      if (new Set(open).size < open.length) throw new Error('two alerts are open for one series');
      await memory.change({ alerts, steps: [...memory.kept.steps, ...steps] });
    },
    setJudged: (series) =>
      memory.change({
        judged: new Map([
          ...memory.kept.judged,
          ...series.map((one) => [seriesOf(one), one] as const),
        ]),
      }),
    notify: (added) => {
      const messages = new Map(memory.kept.messages);
      for (const one of added) {
        const key = `${one.alertId} ${one.event} ${one.recipient} ${one.channel}`;
        if (!messages.has(key)) messages.set(key, planned(one));
      }
      return memory.change({ messages });
    },
    sweptUpTo: (name) => Promise.resolve(memory.kept.swept.get(name) ?? null),
    setSweptUpTo: (name, at) => memory.change({ swept: new Map(memory.kept.swept).set(name, at) }),
  };
  return store as AlertStore;
}

const seriesOfAlert = ({ councilId, ruleCode, seriesKey }: AlertRecord): string =>
  `${councilId} ${ruleCode} ${seriesKey}`;
