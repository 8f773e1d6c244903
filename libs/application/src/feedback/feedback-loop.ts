import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { covers, scopeOf, type Reader } from '#domain/access';
import {
  feedbackFault,
  type Feedback,
  type FeedbackDeed,
  type FeedbackEntry,
  type FeedbackRecord,
} from '#domain/feedback';
import { wordsFault } from '#domain/intake';
import type {
  Clock,
  FeedbackQuery,
  FeedbackReadModel,
  Ids,
  PageOf,
  Programme,
  ProgrammeSource,
  UnitOfWork,
  WakeUps,
} from '../ports/index.js';
import { recordSaid } from '../delivery/record-said.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly feedback: FeedbackReadModel;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly wakeUps: WakeUps;
};

/** How much of one council's may wait for an answer at once. */
const MOST_WAITING = 200;

/** What a council says, of a reform or a measure by its code, or of the service. */
export type Said = Pick<Feedback, 'councilId' | 'about' | 'code' | 'words'>;

/** What DfE does about it; one of the two at least. */
export type FeedbackAnswer = { readonly answer: string | null; readonly owner: string | null };

type Outcome = Promise<Result<FeedbackRecord, Refusal>>;

const DEEDS = { assign: 'feedback assigned', answer: 'feedback answered' } as const;

/** The loop of feedback: a council says what is working or not, and DfE answers what it was told. */
export class FeedbackLoop {
  constructor(private readonly ports: Ports) {}

  /** A council's submitter or approver says something. */
  async give(reader: Reader, said: Said): Outcome {
    const scope = scopeOf(reader);
    const { councilId, about, code } = said;
    if (!covers(scope.acts, councilId) || !covers(scope.writes, councilId))
      return err(refusal('NOT_ALLOWED'));
    const programme = await this.ports.programme.current();
    if (!isKnown(said, programme)) return err(refusal('FEEDBACK_ABOUT_WRONG'));
    const words = said.words.trim();
    const fault = wordsFault(words, programme.validationRules);
    if (fault) return err(refusal(fault));
    const { programmeId } = programme.register;
    const saidAt = this.ports.clock.now();
    const feedback: FeedbackRecord = {
      ...{ id: this.ports.ids.newId(), programmeId, councilId, about, code, words },
      ...{ saidAt, saidBy: reader.actor, entries: [] },
    };
    const added = await this.ports.unitOfWork.run(scope, async (stores) => {
      if (!(await stores.feedback.add(feedback, MOST_WAITING))) return false;
      await recordSaid(stores, feedback, {
        ...{ at: saidAt, by: reader.actor, deed: 'feedback given', entry: 0 },
      });
      return true;
    });
    if (!added) return err(refusal('FEEDBACK_FULL'));
    await this.ports.wakeUps.wake('assessments');
    return ok(feedback);
  }

  /** DfE answers what a council said, or says who looks after it there. */
  async answer(reader: Reader, id: string, { answer, owner }: FeedbackAnswer): Outcome {
    const scope = scopeOf(reader);
    const seen = await this.one(reader, id);
    if (!seen) return err(refusal('NOT_FOUND'));
    if (!covers(scope.grants, seen.councilId)) return err(refusal('NOT_ALLOWED'));
    const deeds: readonly FeedbackDeed[] = [
      ...(owner === null ? [] : [{ kind: 'assign', who: owner.trim() } as const]),
      ...(answer === null ? [] : [{ kind: 'answer', words: answer.trim() } as const]),
    ];
    if (deeds.length === 0) return err(refusal('FEEDBACK_EMPTY'));
    const { validationRules } = await this.ports.programme.current();
    const outcome = await this.ports.unitOfWork.run(
      scope,
      async (stores): Promise<Awaited<Outcome>> => {
        const feedback = await stores.feedback.open(id);
        if (!feedback) return err(refusal('NOT_FOUND'));
        for (const deed of deeds) {
          const fault = feedbackFault(deed, feedback, validationRules);
          if (fault) return err(refusal(fault));
        }
        const at = this.ports.clock.now();
        const entries = deeds.map((deed, index): FeedbackEntry => {
          const n = feedback.entries.length + index + 1;
          return { n, at, by: reader.actor, deed };
        });
        await stores.feedback.append(feedback, entries);
        for (const { n, deed } of entries)
          await recordSaid(stores, feedback, {
            ...{ at, by: reader.actor, deed: DEEDS[deed.kind], entry: n },
          });
        return ok({ ...feedback, entries: [...feedback.entries, ...entries] });
      },
    );
    if (outcome.ok) await this.ports.wakeUps.wake('assessments');
    return outcome;
  }

  async one(reader: Reader, id: string): Promise<FeedbackRecord | null> {
    const scope = scopeOf(reader);
    return scope.database === 'app' ? this.ports.feedback.byId(scope, id) : null;
  }

  async list(
    reader: Reader,
    query: Omit<FeedbackQuery, 'programmeId'>,
  ): Promise<PageOf<FeedbackRecord>> {
    const scope = scopeOf(reader);
    if (scope.database !== 'app') return { items: [], cursors: [], next: null };
    const { register } = await this.ports.programme.current();
    return this.ports.feedback.list(scope, { ...query, programmeId: register.programmeId });
  }
}

/** Whether the programme has what feedback is about. */
function isKnown({ about, code }: Said, { reforms, metrics }: Programme): boolean {
  if (about === 'service') return code === null;
  if (about === 'reform') return reforms.some((one) => one.code === code);
  return metrics.some((one) => one.type !== 'box' && one.code === code);
}
