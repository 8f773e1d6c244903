const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];

/** An NHS number with the check digit that its first nine digits ask for; null where they have none. */
function nhs(nine: string): string | null {
  const sum = WEIGHTS.reduce((total, weight, n) => total + weight * Number(nine[n]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : `${nine}${check}`;
}

const digits = (n: number, length: number): string => String(n).padStart(length, '0');
const letter = (n: number): string => 'BCDEGHJKLM'[n % 10] ?? 'B';

const insured = (n: number): string => 'BCEGHJKLMN'[n % 10] ?? 'B';

/** Identifiers, births and names of nobody, by kind: the same each time, and used nowhere else. */
const KINDS: readonly ((n: number) => string)[] = [
  (n) => `${letter(n)}80619740${digits(n, 4)}`,
  (n) => `${letter(n)}8061975${digits(n, 4)}${letter(n + 3)}`,
  (n) => nhs(`97806${digits(3 * n, 4)}`) ?? nhs(`97806${digits(3 * n + 1, 4)}`) ?? '9434765919',
  (n) =>
    (
      nhs(`97816${digits(3 * n, 4)}`) ??
      nhs(`97816${digits(3 * n + 1, 4)}`) ??
      '9434765919'
    ).replace(/^(...)(...)/, '$1 $2 '),
  (n) => `${insured(n)}X${digits(806_100 + n, 6)}C`,
  (n) => `${insured(n)}X ${digits(n % 90, 2)} 80 61 D`,
  (n) => `LE${n % 9}${n % 7} ${n % 10}ZQ`,
  (n) => `born ${(n % 28) + 1}/${(n % 12) + 1}/2${digits(n % 20, 3)}`,
];

export const PLANTED: readonly string[] = Array.from({ length: 320 }, (_, n) =>
  (KINDS[n % KINDS.length] ?? String)(Math.floor(n / KINDS.length) + 11),
);
