import { covers, scopeOf, type Reader } from '#domain/access';
import type { Clock, MonthSoFar, ProgrammeSource, UnitOfWork } from '../ports/index.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
};

/** What a council's system pushed of months that had not ended, and whose return has not come: newest first. */
export class ReadMonthsSoFar {
  constructor(private readonly ports: Ports) {}

  /** None for whoever may not see the council's provisional figures; for DfE only where the programme agrees. */
  async run(reader: Reader, councilId: number): Promise<readonly MonthSoFar[]> {
    const { register } = await this.ports.programme.current();
    const scope = scopeOf(reader);
    if (!covers(scope.anyStatus, councilId)) return [];
    return this.ports.unitOfWork.run(scope, (stores) =>
      stores.monthsSoFar.ofCouncil(
        { programmeId: register.programmeId, councilId },
        this.ports.clock.now(),
      ),
    );
  }
}
