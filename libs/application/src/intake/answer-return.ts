import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { covers, scopeOf, type Reader } from '#domain/access';
import { wordsFault } from '#domain/intake';
import type { Day, Period } from '#domain/periods';
import type { Clock, ProgrammeSource, UnitOfWork, WakeUps } from '../ports/index.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly wakeUps: WakeUps;
};

export type AnswerRequest = {
  readonly reader: Reader;
  readonly councilId: number;
  readonly period: Period;
  readonly kind: 'nil' | 'not-available';
  readonly text: string;
  /** The day by which the figures are expected, if the council knows; until then it is not reminded. */
  readonly expectedOn: Day | null;
};

/**
 * Answers a return without figures: nothing to report, or not yet available, because. An answer counts as an answer;
 * words that may describe a person are not kept.
 */
export class AnswerReturn {
  constructor(private readonly ports: Ports) {}

  async run(request: AnswerRequest): Promise<Result<null, Refusal>> {
    const scope = scopeOf(request.reader);
    if (!covers(scope.writes, request.councilId)) return err(refusal('COUNCIL_NOT_YOURS'));
    const { register, validationRules } = await this.ports.programme.current();
    if (wordsFault(request.text, validationRules) === 'WORDS_ABOUT_A_PERSON')
      return err(refusal('WORDS_ABOUT_A_PERSON'));
    const at = this.ports.clock.now();
    const { councilId, period, kind, text, expectedOn } = request;
    await this.ports.unitOfWork.run(scope, async (stores) => {
      const acceptanceId = await stores.figures.openAcceptance({
        programmeId: register.programmeId,
        councilId,
        kind: 'answer',
        submissionId: null,
        actor: request.reader.actor,
        at,
      });
      await stores.figures.answer({
        programmeId: register.programmeId,
        councilId,
        period,
        kind,
        text,
        expectedOn,
        acceptanceId,
        actor: request.reader.actor,
        at,
      });
      if (kind === 'nil')
        await stores.monthsSoFar.forget({ programmeId: register.programmeId, councilId }, [
          period.start,
        ]);
      await stores.figures.queueAssessments(acceptanceId);
      await stores.figures.seal(acceptanceId, { at, from: null });
    });
    await this.ports.wakeUps.wake('assessments');
    return ok(null);
  }
}
