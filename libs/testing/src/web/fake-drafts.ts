import { err, ok, refusal, type Refusal, type Result } from '#domain';
import type { Reader, Scope } from '#domain/access';
import { covers, scopeOf } from '#domain/access';
import type { Download } from '#application/intake';
import type { DraftNote, PageOf, SubmissionView } from '#application/ports';
import type { SavedDraft, SaveDraftRequest } from '#application/returns';
import type { Period } from '#domain/periods';

/** What a spec says of drafts and downloads, and what the pages asked of them. */
export type FakeDraftState = {
  /** What the next saving says; null saves everything. */
  draftAnswer: SavedDraft | null;
  drafts: readonly DraftNote[];
  sent: PageOf<SubmissionView>;
  readonly saved: SaveDraftRequest[];
  readonly discarded: number[];
};

type DiscardRequest = { reader: Reader; councilId: number; period: Period; version: number };

/** Drafts, and what a council takes home of what it sent; the one submission `id` is its own. */
export function fakeDrafts(id: string) {
  const draftState: FakeDraftState = {
    draftAnswer: null,
    drafts: [],
    sent: { items: [], cursors: [], next: null },
    saved: [],
    discarded: [],
  };
  const download = (asked: string, text: string): Promise<Result<Download, Refusal>> =>
    Promise.resolve(
      asked === id
        ? ok<Download>({
            fileName: 'december.csv',
            type: 'text/csv; charset=utf-8',
            content: (async function* () {
              yield await Promise.resolve(text);
            })(),
          })
        : err(refusal('FILE_NOT_KEPT')),
    );
  return {
    draftState,
    returnDrafts: {
      ofCouncil: (reader: Reader, councilId: number) =>
        Promise.resolve(covers(scopeOf(reader).writes, councilId) ? draftState.drafts : []),
      save: (request: SaveDraftRequest) => {
        draftState.saved.push(request);
        return Promise.resolve(
          ok<SavedDraft>(draftState.draftAnswer ?? { kind: 'saved', leftOut: [] }),
        );
      },
      discard: ({ version }: DiscardRequest) => {
        draftState.discarded.push(version);
        return Promise.resolve(ok(null));
      },
    },
    downloadSubmission: {
      report: (_: Reader, asked: string) => download(asked, 'row,column\r\n5,value\r\n'),
      file: (_: Reader, asked: string) => download(asked, 'what was sent'),
    },
    listSubmissions: (_: Scope) => Promise.resolve(draftState.sent),
  };
}
