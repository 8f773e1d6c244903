import { countOf } from '../format/format-list.js';

export const receiptWords = {
  title: (period: string) => `${period} received`,
  pendingTitle: (period: string) => `${period} received, being checked`,
  refusedTitle: 'Nothing was accepted',
  submission: 'Submission',
  reference: 'Reference',
  council: 'Council',
  numbers: 'Numbers',
  accepted: (accepted: number, received: number) =>
    accepted === received
      ? countOf(accepted, 'number accepted', 'numbers accepted')
      : `${accepted} of ${countOf(received, 'number', 'numbers')} accepted`,
  receivedAt: 'Received',
  by: 'Sent by',
  channel: 'How',
  channels: { page: 'On the return page', file: 'As a file', api: 'By another system' },
  status: 'Status',
  statuses: {
    received: 'Stored, waiting to be checked',
    validating: 'Being checked',
    accepted: 'In, provisional until approved',
    'accepted-in-part': 'In part in, provisional until approved',
    refused: 'Refused',
    approved: 'Approved',
    withdrawn: 'Withdrawn',
    superseded: 'Replaced by later figures',
  },
  comment: 'Your comment',
  next: 'What happens next',
  nextApprove:
    'An approver of your council is asked to approve these figures. Until then DfE sees them marked provisional.',
  nextApproved: (by: string, at: string) => `Approved by ${by} at ${at}.`,
  nextPending: 'We are checking the figures now. This page shows the outcome when it is there.',
  correctUntil: (month: string) =>
    `You can correct these figures until ${month}; each correction asks why.`,
  ownCharts: 'See them in your own charts',
  backToReturn: (month: string) => `Open the ${month} return`,
  approve: 'Approve these figures',
  approveHint: 'Approving says that your council stands behind these figures.',
  cannotApprove: 'The figures were not approved',
  warnings: 'Warnings to explain',
  warningsHint:
    'These figures are in. They can be approved when each warning has been explained, or the figure has been corrected.',
  words: 'What happened?',
  wordsHint: 'Write about the service, not about a child or a school.',
  keepWords: 'Keep this explanation',
  cannotKeepWords: 'The explanation was not kept',
  explained: (by: string, at: string, text: string) => `Explained by ${by} at ${at}: “${text}”`,
  closed: (at: string) => `Settled by a later figure at ${at}.`,
  report: 'Download what we found as a CSV file',
  sentFile: 'Download what you sent, as we received it',
  notKept: 'We did not keep this file',
  findingsNone: 'No problems found.',
} as const;
