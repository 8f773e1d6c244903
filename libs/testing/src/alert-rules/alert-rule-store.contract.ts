import type { AlertRuleStore, RuleVersion } from '#application/ports';
import type { AlertRule } from '#domain/judgement';

const AT = new Date('2025-01-15T09:00:00Z');

/** A version of a rule that somebody saved. */
const aVersion = (rule: AlertRule, more: Partial<RuleVersion> = {}): RuleVersion => ({
  ...{ rule, draft: true, savedAt: AT, savedBy: 'DfE analyst' },
  ...{ inForceFrom: null, switchedBy: null, reason: null, ...more },
});

/** What every store of rules keeps. `run` works with a store, and what it did stands afterwards. */
export function alertRuleStoreContract(
  programmeId: number,
  run: <T>(work: (store: AlertRuleStore) => Promise<T>) => Promise<T>,
  aRule: (more: Partial<AlertRule>) => AlertRule,
): void {
  const draft = (code: string, version: number): RuleVersion =>
    aVersion(aRule({ code, version, enabled: true }));
  const add = (version: RuleVersion): Promise<void> =>
    run((store) => store.add(programmeId, version));

  it('gives versions back as they were added, newest first', async () => {
    const [first, second] = [draft('first_rule', 1), draft('first_rule', 2)];
    await add(first);
    await add(second);
    expect(await run((store) => store.ofRule(programmeId, 'first_rule'))).toEqual([second, first]);
    expect(await run((store) => store.ofRule(programmeId, 'no_rule'))).toEqual([]);
  });

  it('takes no second version of the same number', async () => {
    await add(draft('twice', 1));
    await expect(add(draft('twice', 1))).rejects.toThrow();
  });

  it('puts a draft in force, with who, when and why, and changes nothing else of it', async () => {
    const [first, second] = [draft('in_force', 1), draft('in_force', 2)];
    await add(first);
    const of = { programmeId, code: 'in_force', version: 1 };
    const by = { at: AT, actor: 'DfE analyst', reason: 'agreed with councils' };
    await run((store) => store.putInForce(of, by));
    await add(second);
    const standing = {
      ...first,
      ...{ draft: false, inForceFrom: AT, switchedBy: by.actor, reason: by.reason },
    };
    expect(await run((store) => store.ofRule(programmeId, 'in_force'))).toEqual([second, standing]);
    const newest = await run((store) => store.newest(programmeId));
    expect(newest.filter(({ rule }) => rule.code === 'in_force')).toEqual([second, standing]);
    expect(newest.filter(({ rule }) => rule.code === 'first_rule')).toHaveLength(1);
  });
}
