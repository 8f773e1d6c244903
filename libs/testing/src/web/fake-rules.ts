import { ReadAlertRules, SaveAlertRule, SwitchAlertRule } from '#application/alert-rules';
import type {
  Programme,
  RuleVersion,
  SeriesToAssess,
  Stores,
  UnitOfWork,
  WakeUps,
} from '#application/ports';
import { MemoryAlertRuleStore } from '../alert-rules/memory-alert-rule-store.js';

const ofProgramme = { draft: false, savedAt: null, savedBy: null };
const NOT_SWITCHED = { inForceFrom: null, switchedBy: null, reason: null };

/** The rules of a made-up programme, one that is off, and a draft of a second version; the use cases are the real ones. */
export function fakeRules(programme: () => Programme, now: Date) {
  const rules = programme().alertRules;
  const [first] = rules;
  const versions: RuleVersion[] = rules.map((rule) => ({ ...ofProgramme, ...NOT_SWITCHED, rule }));
  if (first) {
    const savedBy = 'DfE analyst';
    const draft = { ...first, version: first.version + 1, forPeriods: 3 };
    versions.push({
      ...{ rule: draft, draft: true, savedAt: now, savedBy },
      ...NOT_SWITCHED,
    });
    const off = { ...first, code: 'plan_missed', title: 'Plan missed', version: 1, enabled: false };
    versions.push({
      ...{ rule: off, draft: false, savedAt: now, savedBy, inForceFrom: now },
      ...{ switchedBy: savedBy, reason: 'Councils found it of little use.' },
    });
  }
  const store = new MemoryAlertRuleStore(versions);
  const queued: SeriesToAssess[] = [];
  const deeds: string[] = [];
  const stores = {
    alertRules: store,
    alerts: {
      queueSeries: (series: readonly SeriesToAssess[]) => {
        queued.push(...series);
        return Promise.resolve();
      },
    },
    audit: {
      record: ({ deed }: { readonly deed: string }) => {
        deeds.push(deed);
        return Promise.resolve();
      },
    },
  } as unknown as Stores;
  const unitOfWork: UnitOfWork = { run: (_scope, work) => work(stores) };
  const woken: string[] = [];
  const wakeUps: WakeUps = {
    wake: (look) => {
      woken.push(look);
      return Promise.resolve();
    },
  };
  const deed = {
    ...{ unitOfWork, wakeUps, clock: { now: () => now } },
    programme: { current: () => Promise.resolve(programme()) },
    programmeChanged: () => undefined,
  };
  return {
    ruleState: { store, queued, deeds, woken },
    readAlertRules: new ReadAlertRules(deed),
    saveAlertRule: new SaveAlertRule(deed),
    switchAlertRule: new SwitchAlertRule(deed),
  };
}
