import type { AlertRule } from '#domain/judgement';
import { alertRuleStoreContract } from './alert-rule-store.contract.js';
import { MemoryAlertRuleStore } from './memory-alert-rule-store.js';

const rule: AlertRule = {
  ...{ code: 'a_rule', version: 1, title: 'A rule', enabled: true, metrics: [] },
  condition: { kind: 'return-missing', graceWorkingDays: 3, at: '17:00' },
  ...{ forPeriods: 1, keepFiringFor: 0, severity: 'act', mute: 'never', repeatAfter: null },
  recipients: [{ audience: 'dfe', afterWorkingDays: 0 }],
  scope: { councils: [], partnerships: [], from: null, to: null },
  ...{ escalation: [], schedule: null },
};

describe('rules in memory', () => {
  const store = new MemoryAlertRuleStore();
  alertRuleStoreContract(
    1,
    (work) => work(store),
    (more) => ({ ...rule, ...more }),
  );
});
