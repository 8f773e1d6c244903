export const submissionsWords = {
  title: 'Everything you sent',
  caption: 'What your council sent, newest first',
  head: {
    received: 'Received',
    month: 'For',
    by: 'Sent by',
    channel: 'How',
    status: 'Status',
    accepted: 'Accepted',
  },
  accepted: (accepted: number, received: number) => `${accepted} of ${received}`,
  receipt: 'receipt',
  noMonth: 'No month',
  nothing: (council: string) =>
    `${council} has sent nothing yet. What you send appears here at once, with its receipt.`,
  noMore: 'There is nothing older.',
  older: 'Older',
  newest: 'Back to the newest',
} as const;
