/** The words within times, periods and numbers. Names of months and days come with the language of the page. */
export const formatWords = {
  moment: (time: string, day: string) => `${time} on ${day}`,
  years: (from: string, to: string, kind: string) => `${from} to ${to} ${kind}`,
  per100: (number: string) => `${number} per 100`,
} as const;
