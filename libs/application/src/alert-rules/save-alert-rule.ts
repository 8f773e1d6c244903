import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { scopeOf, type Reader } from '#domain/access';
import { canonicalJson } from '#domain/assessment';
import { mayDescribeAPerson } from '#domain/intake';
import { readRule, type AlertRule, type RuleFault } from '#domain/judgement';
import type {
  Clock,
  Programme,
  ProgrammeSource,
  RuleVersion,
  Stores,
  UnitOfWork,
} from '../ports/index.js';
import { checkRule } from './rule-facts.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
};

export type SaveRuleRequest = {
  readonly reader: Reader;
  /** Everything that a rule has but its code, its version and whether it is on. */
  readonly rule: unknown;
  /** The newest version when the person opened the rule; null for a new one. */
  readonly base: { readonly code: string; readonly version: number } | null;
  /** Checks, and saves nothing. */
  readonly dryRun?: boolean;
};

export type SavedRule = {
  readonly saved: RuleVersion;
  readonly warnings: readonly RuleFault[];
};

/** Why a rule was not saved: faults at its fields, a refusal, or that somebody else saved a newer version meanwhile. */
export type NotSaved =
  | { readonly kind: 'faults'; readonly faults: readonly RuleFault[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'changed'; readonly refusal: Refusal; readonly newest: RuleVersion };

const MOST = { rules: 200, versions: 500, codeCharacters: 50 } as const;

/** Whether a reader writes rules: DfE analysts, and nobody else. */
export const mayWriteRules = (reader: Reader): boolean =>
  reader.roles.includes('dfe-analyst') && scopeOf(reader).grants === 'all' && !reader.deeds;

/**
 * Saves a rule as a draft: a new version of it, by whom and when, which judges nothing until it is switched on. What is the
 * same as the newest version is no new one. A rule that was once in force keeps its kind. Whoever edits a version that is no
 * longer the newest is told so; both stay.
 */
export class SaveAlertRule {
  constructor(private readonly ports: Ports) {}

  async run(request: SaveRuleRequest): Promise<Result<SavedRule, NotSaved>> {
    const { reader } = request;
    if (!mayWriteRules(reader)) return refused('NOT_ALLOWED');
    const programme = await this.ports.programme.current();
    return this.ports.unitOfWork.run(scopeOf(reader), async (stores) => {
      await stores.alertRules.lock(programme.register.programmeId);
      return this.save(request, programme, stores);
    });
  }

  private async save(
    request: SaveRuleRequest,
    programme: Programme,
    stores: Stores,
  ): Promise<Result<SavedRule, NotSaved>> {
    const { reader, base } = request;
    const { programmeId } = programme.register;
    const newest = await stores.alertRules.newest(programmeId);
    const given = isObject(request.rule) ? request.rule : {};
    const code = base?.code ?? codeFor(given, newest, reader);
    const versions = await stores.alertRules.ofRule(programmeId, code);
    const last = versions[0] ?? null;
    if (base && !last) return refused('NOT_FOUND');
    const version = (last?.rule.version ?? 0) + 1;
    const read = readRule({ ...given, code, version, enabled: true });
    if (!read.ok) return err({ kind: 'faults', faults: read.error });
    const rule = read.value;
    const at = this.ports.clock.now();
    const { faults, warnings } = await checkRule(rule, { programme, stores, now: at });
    const all = [...faults, ...titleFaults(rule, programme), ...kindFaults(rule, versions)];
    if (all.length > 0) return err({ kind: 'faults', faults: all });
    if (last && sameRule(last.rule, rule)) return ok({ saved: last, warnings });
    const refusedBecause = whyNotNow({ base, newest, versions });
    if (refusedBecause) return err(refusedBecause);
    const saved: RuleVersion = {
      ...{ rule, draft: true, savedAt: at, savedBy: reader.actor },
      ...{ inForceFrom: null, switchedBy: null, reason: null },
    };
    if (!request.dryRun) await add(stores, programmeId, saved);
    return ok({ saved, warnings });
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

async function add(stores: Stores, programmeId: number, saved: RuleVersion): Promise<void> {
  const { rule, savedAt, savedBy } = saved;
  await stores.alertRules.add(programmeId, saved);
  await stores.audit.record({
    ...{ programmeId, at: savedAt ?? new Date(0), actor: savedBy ?? '', councilId: null },
    ...{ deed: 'alert rule saved', subject: rule.code, detail: { version: rule.version } },
  });
}

/** Somebody else saved a newer version meanwhile, or there is no room; null where it can be saved. */
function whyNotNow(of: {
  readonly base: SaveRuleRequest['base'];
  readonly newest: readonly RuleVersion[];
  readonly versions: readonly RuleVersion[];
}): NotSaved | null {
  const [last] = of.versions;
  if (last && of.base?.version !== last.rule.version)
    return { kind: 'changed', refusal: refusal('RULE_CHANGED'), newest: last };
  const isFull = of.versions.length >= MOST.versions || (!last && of.newest.length >= MOST.rules);
  return isFull ? { kind: 'refused', refusal: refusal('RULES_FULL') } : null;
}

const refused = (code: Parameters<typeof refusal>[0]) =>
  err<NotSaved>({ kind: 'refused', refusal: refusal(code) });

/** The same rule but for its version. */
const sameRule = (a: AlertRule, b: AlertRule): boolean =>
  canonicalJson({ ...a, version: 0 }) === canonicalJson({ ...b, version: 0 });

/**
 * The code of a new rule: its title in small letters, with a number where a rule of that code stands already, unless that is
 * a first draft of the same words by the same person: then it is sent a second time.
 */
function codeFor(given: object, newest: readonly RuleVersion[], { actor }: Reader): string {
  const title = 'title' in given && typeof given.title === 'string' ? given.title : '';
  const plain = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, MOST.codeCharacters);
  const stem = plain === '' ? 'rule' : plain;
  for (let count = 1; ; count += 1) {
    const code = count === 1 ? stem : `${stem}_${count}`;
    const standing = newest.find(({ rule }) => rule.code === code);
    if (!standing) return code;
    const { rule, draft, savedBy } = standing;
    const sent = { ...given, code, version: rule.version, enabled: true };
    if (draft && savedBy === actor && canonicalJson(sent) === canonicalJson(rule)) return code;
  }
}

function titleFaults(rule: AlertRule, { validationRules }: Programme): readonly RuleFault[] {
  return mayDescribeAPerson(rule.title, validationRules)
    ? [
        {
          field: 'title',
          message: 'The title may describe one person.',
          fix: 'Say what the rule looks at.',
        },
      ]
    : [];
}

/** Alerts of a kind are read by that kind: another kind is another rule. */
function kindFaults(rule: AlertRule, versions: readonly RuleVersion[]): readonly RuleFault[] {
  const inForce = versions.find(({ draft }) => !draft);
  return inForce && inForce.rule.condition.kind !== rule.condition.kind
    ? [
        {
          field: 'condition.kind',
          message: 'A rule that was in force keeps its kind.',
          fix: 'Write a new rule of the other kind, and switch this one off.',
        },
      ]
    : [];
}
