import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { scopeOf, type Reader } from '#domain/access';
import { ruleAt, type AlertRule } from '#domain/judgement';
import type {
  AsKnown,
  BackTest,
  Clock,
  Ids,
  Programme,
  ProgrammeSource,
  UnitOfWork,
  WakeUps,
} from '../ports/index.js';
import { memberIds } from './run-back-test.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly wakeUps: WakeUps;
};

export type RuleVersion = { readonly code: string; readonly version: number };

/**
 * Back-tests that a DfE analyst asks for: of any version of a rule, over all history. A worker calculates them
 * (`WorkBackTests`); DfE sees them.
 */
export class BackTests {
  constructor(private readonly ports: Ports) {}

  /** Who may start one, and stop it. */
  static isFor = ({ roles }: Reader): boolean => roles.includes('dfe-analyst');

  /** Asks for one; an analyst has one at a time. */
  async start(
    of: RuleVersion & { readonly reader: Reader; readonly asKnown: AsKnown },
  ): Promise<Result<BackTest, Refusal>> {
    const { reader, asKnown } = of;
    if (!BackTests.isFor(reader)) return err(refusal('NOT_ALLOWED'));
    const programme = await this.ports.programme.current();
    const { programmeId } = programme.register;
    const now = this.ports.clock.now();
    const started = await this.ports.unitOfWork.run(scopeOf(reader), async (stores) => {
      const rule = await stores.backTests.rule(programmeId, of.code, of.version);
      if (!rule) return err(refusal('NOT_FOUND'));
      const one: BackTest = {
        id: this.ports.ids.newId(),
        programmeId,
        status: 'waiting',
        ...{ rule, beside: inForceBeside(programme, rule, now), asKnown },
        ...{ askedAt: now, askedBy: reader.actor, done: 0, of: memberIds(programme).length },
        ...{ finishedAt: null, sentence: null, result: null },
      };
      return (await stores.backTests.add(one)) ? ok(one) : err(refusal('BACK_TEST_UNDER_WAY'));
    });
    if (started.ok) await this.ports.wakeUps.wake('back-tests');
    return started;
  }

  /** Stops one. One that has ended stays as it is, and is answered. */
  async cancel(reader: Reader, id: string): Promise<Result<BackTest, Refusal>> {
    if (!BackTests.isFor(reader)) return err(refusal('NOT_ALLOWED'));
    const stopped = await this.ports.unitOfWork.run(scopeOf(reader), async (stores) => {
      await stores.backTests.cancel(id, this.ports.clock.now());
      return stores.backTests.find(id);
    });
    return stopped ? ok(stopped) : err(refusal('NOT_FOUND'));
  }

  /** Null where there is none that the reader may see. */
  async one(reader: Reader, id: string): Promise<BackTest | null> {
    if (!sees(reader)) return null;
    return this.ports.unitOfWork.run(scopeOf(reader), (stores) => stores.backTests.find(id));
  }

  /** A version of a rule with its newest back-test; null where there is no such version that the reader may see. */
  async ofRule(
    reader: Reader,
    { code, version }: RuleVersion,
  ): Promise<{ readonly rule: AlertRule; readonly latest: BackTest | null } | null> {
    if (!sees(reader)) return null;
    const { programmeId } = (await this.ports.programme.current()).register;
    return this.ports.unitOfWork.run(scopeOf(reader), async (stores) => {
      const rule = await stores.backTests.rule(programmeId, code, version);
      const latest = rule && (await stores.backTests.latest(programmeId, code, version));
      return rule && { rule, latest };
    });
  }
}

const sees = (reader: Reader): boolean => scopeOf(reader).grants === 'all';

/** The version of a rule in force, to compare another version with; null where there is none, or it is the one itself. */
function inForceBeside(programme: Programme, rule: AlertRule, at: Date): AlertRule | null {
  const versions = programme.ruleHistory.filter((one) => one.rule.code === rule.code);
  const found = ruleAt(versions, at);
  return found?.version === rule.version ? null : found;
}
