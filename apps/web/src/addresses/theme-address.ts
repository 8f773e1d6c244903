/** A theme's title as the part of an address that names it: `Requests and decisions` is `requests-and-decisions`. */
export const addressOfTheme = (theme: string): string =>
  theme
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
