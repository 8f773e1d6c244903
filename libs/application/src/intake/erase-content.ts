import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { workerScope } from '#domain/access';
import { wordsFault } from '#domain/intake';
import type {
  Clock,
  Digests,
  ErasureSubject,
  ProgrammeSource,
  Tombstone,
  UnitOfWork,
} from '../ports/index.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly digests: Digests;
};

/**
 * Erases what was written or sent beside figures: a file, comments, explanations, reasons, answers, what findings quoted, and
 * what people wrote about alerts, milestones and feedback. A tombstone
 * says who, when and why, with the digest of what was there; ids, places, codes and counts stay, so that history, receipts
 * and invariants hold. Figures are corrected or withdrawn, never erased.
 */
export class EraseContent {
  constructor(private readonly ports: Ports) {}

  async run(request: {
    readonly subject: ErasureSubject;
    readonly by: string;
    readonly reason: string;
  }): Promise<Result<Tombstone, Refusal>> {
    const { subject, by, reason } = request;
    const { register, validationRules } = await this.ports.programme.current();
    const fault = wordsFault(reason, validationRules);
    if (fault) return err(refusal(fault));
    const at = this.ports.clock.now();
    return this.ports.unitOfWork.run(workerScope('erasure'), async (stores) => {
      const found = await stores.erasures.erase(register.programmeId, subject);
      if (!found) return err(refusal('NOT_FOUND'));
      const { councilId, content } = found;
      if (content === null) return err(refusal('NOTHING_TO_ERASE'));
      const tombstone: Tombstone = {
        programmeId: register.programmeId,
        councilId,
        kind: subject.kind,
        subject: nameOf(subject),
        submissionId: 'submissionId' in subject ? subject.submissionId : null,
        erasedAt: at,
        erasedBy: by,
        reason: reason.trim(),
        digest: this.ports.digests.sha256([new TextEncoder().encode(content)]),
      };
      await stores.erasures.bury(tombstone);
      await stores.audit.record({
        programmeId: register.programmeId,
        at,
        actor: by,
        deed: 'content erased',
        councilId,
        subject: tombstone.subject,
        detail: { kind: subject.kind, digest: tombstone.digest },
      });
      return ok(tombstone);
    });
  }
}

/** What a tombstone stands for, by ids and codes alone. */
function nameOf(subject: ErasureSubject): string {
  switch (subject.kind) {
    case 'submission':
      return subject.submissionId;
    case 'finding':
      return `${subject.submissionId}:${subject.n}`;
    case 'figure':
      return `${subject.councilId} ${subject.metric} ${subject.period}`;
    case 'answer':
      return `${subject.councilId} answer ${subject.period}`;
    case 'entry':
      return `${subject.of} ${subject.id}:${subject.n}`;
  }
}
