/** What a council's system pushes of a month that has not ended, wherever it is shown. */
export const monthSoFarWords = {
  heading: (month: string) => `${month} so far`,
  what: 'Pushed by the council’s system while the month runs. Not a return: it is not judged, not approved and not published, it does not count as received, and it is gone when the return comes.',
  pushed: (by: string, at: string) => `Pushed by ${by} at ${at}. The next push replaces it.`,
  ended: 'The month has ended since. Its return has not come yet.',
  caption: (month: string) => `${month} so far, provisional`,
  head: { box: 'Number', value: 'So far' },
} as const;
