import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { covers, scopeOf, type Reader } from '#domain/access';
import type { Period } from '#domain/periods';
import {
  endOfDraft,
  keepableTexts,
  mergeDraft,
  type DraftMerge,
  type DraftSave,
  type LeftOut,
  type ReturnDraft,
} from '#domain/returns';
import type { Clock, DraftNote, ProgrammeSource, Stores, UnitOfWork } from '../ports/index.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
};

type Of = { readonly reader: Reader; readonly councilId: number; readonly period: Period };
export type SaveDraftRequest = Of & DraftSave;

/** `leftOut`: what was not kept, and why. `conflict`: nothing was written; `saved` is what somebody else saved meanwhile. */
export type SavedDraft =
  | { readonly kind: 'saved'; readonly leftOut: readonly LeftOut[] }
  | { readonly kind: 'conflict'; readonly saved: ReturnDraft; readonly merge: DraftMerge };

/**
 * Returns that are saved to come back to. A draft is what was typed and nothing more: it does not count as received, is
 * seen only by who may send for the council, and ends by itself.
 */
export class ReturnDrafts {
  constructor(private readonly ports: Ports) {}

  /** The drafts of a council, newest month first; none for who may not send for it. */
  async ofCouncil(reader: Reader, councilId: number): Promise<readonly DraftNote[]> {
    const scope = scopeOf(reader);
    if (!covers(scope.writes, councilId)) return [];
    const programmeId = await this.programmeId();
    return this.ports.unitOfWork.run(scope, (stores) =>
      stores.drafts.ofCouncil({ programmeId, councilId }, this.ports.clock.now()),
    );
  }

  /** Saves what was typed, together with what others saved since the page was opened; or says where both differ. */
  async save(request: SaveDraftRequest): Promise<Result<SavedDraft, Refusal>> {
    const scope = scopeOf(request.reader);
    if (!covers(scope.writes, request.councilId)) return err(refusal('COUNCIL_NOT_YOURS'));
    const programmeId = await this.programmeId();
    return ok(
      await this.ports.unitOfWork.run(scope, (stores) => this.write(stores, request, programmeId)),
    );
  }

  /** Deletes a draft, unless somebody has saved another version of it. */
  async discard(request: Of & { readonly version: number }): Promise<Result<null, Refusal>> {
    const { reader, councilId, period, version } = request;
    const scope = scopeOf(reader);
    if (!covers(scope.writes, councilId)) return err(refusal('COUNCIL_NOT_YOURS'));
    const programmeId = await this.programmeId();
    await this.ports.unitOfWork.run(scope, (stores) =>
      stores.drafts.discard({ programmeId, councilId, period }, version),
    );
    return ok(null);
  }

  private async write(
    stores: Stores,
    request: SaveDraftRequest,
    programmeId: number,
  ): Promise<SavedDraft> {
    const { validationRules, retention } = await this.ports.programme.current();
    const { councilId, period } = request;
    const of = { programmeId, councilId, period };
    const savedAt = this.ports.clock.now();
    const saved = await stores.drafts.take(of, savedAt);
    const merge = mergeDraft(saved, request);
    if (saved && merge.conflicts.length > 0) return { kind: 'conflict', saved, merge };
    const { kept, leftOut } = keepableTexts(merge.fields, validationRules);
    await stores.drafts.save(of, {
      fields: kept,
      savedAt,
      savedBy: request.reader.actor,
      expiresAt: endOfDraft(savedAt, retention.draftsDays),
    });
    return { kind: 'saved', leftOut };
  }

  private async programmeId(): Promise<number> {
    const { register } = await this.ports.programme.current();
    return register.programmeId;
  }
}
