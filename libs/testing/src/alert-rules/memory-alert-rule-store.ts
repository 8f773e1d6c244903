import {
  AlertRuleStore,
  type RuleEvidence,
  type RuleQuestion,
  type RuleVersion,
} from '#application/ports';

/** Rules in memory: the same as PostgreSQL keeps, as the contract says. */
export class MemoryAlertRuleStore extends AlertRuleStore {
  readonly cases = new Map<string, { readonly once: number; readonly inTwelve: number }>();
  readonly plans = new Set<string>();
  changes = 0;
  private versions: readonly RuleVersion[];

  constructor(versions: readonly RuleVersion[] = []) {
    super();
    this.versions = versions;
  }

  lock(): Promise<void> {
    return Promise.resolve();
  }

  newest(): Promise<readonly RuleVersion[]> {
    const codes = [...new Set(this.versions.map(({ rule }) => rule.code))].sort();
    return Promise.resolve(
      codes.flatMap((code) => {
        const [newest, ...older] = this.of(code);
        if (!newest?.draft) return newest ? [newest] : [];
        const standing = older.find(({ draft }) => !draft);
        return standing ? [newest, standing] : [newest];
      }),
    );
  }

  ofRule(_programmeId: number, code: string): Promise<readonly RuleVersion[]> {
    return Promise.resolve(this.of(code));
  }

  add(_programmeId: number, version: RuleVersion): Promise<void> {
    const { code, version: n } = version.rule;
    if (this.of(code).some(({ rule }) => rule.version === n))
      return Promise.reject(new Error(`${code} has a version ${n}`));
    this.versions = [...this.versions, version];
    return Promise.resolve();
  }

  putInForce(
    { code, version }: { readonly code: string; readonly version: number },
    { at, actor, reason }: { readonly at: Date; readonly actor: string; readonly reason: string },
  ): Promise<void> {
    this.versions = this.versions.map((one) =>
      one.rule.code === code && one.rule.version === version && one.draft
        ? { ...one, draft: false, inForceFrom: at, switchedBy: actor, reason }
        : one,
    );
    return Promise.resolve();
  }

  programmeChanged(): Promise<void> {
    this.changes += 1;
    return Promise.resolve();
  }

  evidence({ stored }: RuleQuestion): Promise<RuleEvidence> {
    const cases = new Map([...this.cases].filter(([code]) => stored.includes(code)));
    return Promise.resolve({ cases, withPlan: this.plans });
  }

  private of(code: string): readonly RuleVersion[] {
    return this.versions
      .filter(({ rule }) => rule.code === code)
      .sort((a, b) => b.rule.version - a.rule.version);
  }
}
