import type { ReturnStatus } from '#application/returns';

/** The status of a return in words. `mark` chooses a shape of tag, never a colour alone. */
export const returnStatusWords: Readonly<
  Record<ReturnStatus, { readonly text: string; readonly mark: 'wait' | 'act' | 'part' | 'done' }>
> = {
  NOT_DUE: { text: 'Not due yet', mark: 'wait' },
  DUE: { text: 'Not reported', mark: 'wait' },
  LATE: { text: 'Not reported, late', mark: 'act' },
  RECEIVED_IN_PART: { text: 'Received in part', mark: 'part' },
  RECEIVED: { text: 'Received, not yet approved', mark: 'part' },
  NIL: { text: 'Nothing to report', mark: 'done' },
  NOT_AVAILABLE: { text: 'Not yet available', mark: 'part' },
  APPROVED: { text: 'Approved', mark: 'done' },
};
