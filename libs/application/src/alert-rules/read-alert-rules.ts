import { scopeOf, type Reader } from '#domain/access';
import type { Programme, ProgrammeSource, RuleVersion, UnitOfWork } from '../ports/index.js';
import { mayWriteRules } from './save-alert-rule.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
};

/** A rule as it stands: what is in force (on or off), and the draft that waits to be switched on. */
export type RuleStanding = {
  readonly code: string;
  readonly current: RuleVersion | null;
  readonly draft: RuleVersion | null;
};
export type RuleStory = RuleStanding & {
  /** Newest first. */
  readonly versions: readonly RuleVersion[];
};

/**
 * The rules as a reader may know them: whoever writes them sees drafts, what is off, and who wrote what; everybody else the
 * rules that are on, since people see what they are judged by.
 */
export class ReadAlertRules {
  constructor(private readonly ports: Ports) {}

  /** By code. */
  async list(reader: Reader): Promise<readonly RuleStanding[]> {
    const programme = await this.ports.programme.current();
    if (!mayWriteRules(reader))
      return inForceOf(programme).map(({ versions: _versions, ...standing }) => standing);
    const newest = await this.ports.unitOfWork.run(scopeOf(reader), ({ alertRules }) =>
      alertRules.newest(programme.register.programmeId),
    );
    const codes = [...new Set(newest.map(({ rule }) => rule.code))];
    return codes.map((code) => standingOf(newest.filter(({ rule }) => rule.code === code)));
  }

  /** One rule with its versions; null where the reader may see none. */
  async one(reader: Reader, code: string): Promise<RuleStory | null> {
    const programme = await this.ports.programme.current();
    if (!mayWriteRules(reader))
      return inForceOf(programme).find((standing) => standing.code === code) ?? null;
    const versions = await this.ports.unitOfWork.run(scopeOf(reader), ({ alertRules }) =>
      alertRules.ofRule(programme.register.programmeId, code),
    );
    return versions.length > 0 ? { ...standingOf(versions), versions } : null;
  }
}

/** Of versions of one rule, newest first. */
function standingOf(versions: readonly RuleVersion[]): RuleStanding {
  const [newest] = versions;
  return {
    code: newest?.rule.code ?? '',
    current: versions.find(({ draft }) => !draft) ?? null,
    draft: newest?.draft ? newest : null,
  };
}

/** The rules that are on, with every version that was ever in force; without who wrote them. */
function inForceOf({ alertRules, ruleHistory }: Programme): readonly RuleStory[] {
  return alertRules
    .filter(({ enabled }) => enabled)
    .map(({ code }) => {
      const versions = ruleHistory
        .filter(({ rule }) => rule.code === code)
        .map(({ rule, from }): RuleVersion => ({
          ...{ rule, draft: false, savedAt: null, savedBy: null },
          ...{ inForceFrom: from, switchedBy: null, reason: null },
        }))
        .reverse();
      return { ...standingOf(versions), versions };
    });
}
