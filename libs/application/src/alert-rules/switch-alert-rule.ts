import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { scopeOf, type Reader } from '#domain/access';
import { wordsFault } from '#domain/intake';
import { councilsInScope, type AlertRule, type RuleFault } from '#domain/judgement';
import { londonDay } from '#domain/periods';
import { storedCodes } from '../figures/stored-codes.js';
import type {
  Clock,
  Programme,
  ProgrammeSource,
  RuleVersion,
  SeriesToAssess,
  Stores,
  UnitOfWork,
  WakeUps,
} from '../ports/index.js';
import { checkRule } from './rule-facts.js';
import { mayWriteRules } from './save-alert-rule.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly wakeUps: WakeUps;
  /** Says that the programme is to be read again. */
  readonly programmeChanged: () => void;
};

export type SwitchRuleRequest = {
  readonly reader: Reader;
  readonly code: string;
  /** The newest version as the person saw it: the draft that is put in force, or what is switched off or on again. */
  readonly version: number;
  readonly on: boolean;
  readonly reason: string;
};

export type NotSwitched =
  | { readonly kind: 'faults'; readonly faults: readonly RuleFault[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

type Switching = SwitchRuleRequest & {
  readonly programme: Programme;
  readonly stores: Stores;
  readonly now: Date;
  readonly newest: RuleVersion;
  /** The newest version that is no draft; null where the rule was never in force. */
  readonly standing: RuleVersion | null;
};

/**
 * Puts the draft of a rule in force, or switches a rule off or on again, from now on and with a reason. What is off is a
 * version of its own, so that history says what judged when. Every series that either version looks at is judged again.
 */
export class SwitchAlertRule {
  constructor(private readonly ports: Ports) {}

  async run(request: SwitchRuleRequest): Promise<Result<RuleVersion, NotSwitched>> {
    const { reader, reason } = request;
    if (!mayWriteRules(reader)) return refused('NOT_ALLOWED');
    const programme = await this.ports.programme.current();
    const fault = wordsFault(reason, programme.validationRules);
    if (fault) return refused(fault);
    const { programmeId } = programme.register;
    const done = await this.ports.unitOfWork.run(scopeOf(reader), async (stores) => {
      await stores.alertRules.lock(programmeId);
      const versions = await stores.alertRules.ofRule(programmeId, request.code);
      const newest = versions[0];
      if (!newest) return refused('NOT_FOUND');
      const standing = versions.find(({ draft }) => !draft) ?? null;
      const now = this.ports.clock.now();
      return this.switch({ ...request, programme, stores, now, newest, standing });
    });
    if (!done.ok) return done;
    this.ports.programmeChanged();
    await this.ports.wakeUps.wake('assessments');
    return done;
  }

  private async switch(of: Switching): Promise<Result<RuleVersion, NotSwitched>> {
    const { newest, standing, version, on, stores, programme } = of;
    const isOn = standing?.rule.enabled === true;
    if (on ? isOn && !newest.draft : !isOn) return refused('RULE_NOT_SWITCHED');
    if (newest.rule.version !== version) return refused('RULE_CHANGED');
    if (on) {
      const { faults } = await checkRule({ ...newest.rule, enabled: true }, of);
      if (faults.length > 0) return err({ kind: 'faults', faults });
    }
    const switched = on && newest.draft ? await putInForce(of) : await addVersion(of);
    const { programmeId } = programme.register;
    await stores.alertRules.programmeChanged(programmeId);
    const rules = [switched.rule, ...(standing ? [standing.rule] : [])];
    await stores.alerts.queueSeries(seriesOf(rules, of));
    await stores.audit.record({
      ...{ programmeId, at: of.now, actor: of.reader.actor, councilId: null },
      ...{ deed: on ? 'alert rule switched on' : 'alert rule switched off' },
      ...{ subject: of.code, detail: { version: switched.rule.version } },
    });
    return ok(switched);
  }
}

const refused = (code: Parameters<typeof refusal>[0]) =>
  err<NotSwitched>({ kind: 'refused', refusal: refusal(code) });

async function putInForce(of: Switching): Promise<RuleVersion> {
  const { programmeId } = of.programme.register;
  const { newest, now, reader } = of;
  const [actor, reason] = [reader.actor, of.reason.trim()];
  await of.stores.alertRules.putInForce(
    { programmeId, code: of.code, version: newest.rule.version },
    { at: now, actor, reason },
  );
  return { ...newest, draft: false, inForceFrom: now, switchedBy: actor, reason };
}

/** A version that is what stands, but on or off. A draft that waits is kept as the newest, so that nobody's work is lost. */
async function addVersion(of: Switching): Promise<RuleVersion> {
  const { newest, standing, now, on, reader } = of;
  const { programmeId } = of.programme.register;
  const rule = (standing ?? newest).rule;
  const next = newest.rule.version + 1;
  const switched: RuleVersion = {
    rule: { ...rule, version: next, enabled: on },
    ...{ draft: false, savedAt: now, savedBy: reader.actor, inForceFrom: now },
    ...{ switchedBy: reader.actor, reason: of.reason.trim() },
  };
  await of.stores.alertRules.add(programmeId, switched);
  if (newest.draft)
    await of.stores.alertRules.add(programmeId, {
      ...newest,
      rule: { ...newest.rule, version: next + 1 },
    });
  return switched;
}

/** Every series that one of the rules looks at: the stored figures of its metrics, or the returns, of each council in scope. */
function seriesOf(
  rules: readonly AlertRule[],
  { programme, now }: Switching,
): readonly SeriesToAssess[] {
  const { register, metrics } = programme;
  const found = new Map<string, SeriesToAssess>();
  for (const rule of rules) {
    const judged = metrics.filter(({ code }) => rule.metrics.includes(code));
    const codes = rule.metrics.length === 0 ? [null] : judged.flatMap(storedCodes);
    for (const { id } of councilsInScope(rule.scope, { register, today: londonDay(now) }))
      for (const metric of codes)
        found.set(`${id} ${metric ?? ''}`, {
          ...{ programmeId: register.programmeId, councilId: id, metric },
        });
  }
  return [...found.values()];
}
