/** An address with its query; a word that is empty is left out. */
export function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const asked = Object.entries(query).filter(([, value]) => value !== '');
  return asked.length === 0 ? address : `${address}?${new URLSearchParams(asked)}`;
}
