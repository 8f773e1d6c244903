import { NotFoundException } from '@nestjs/common';
import type { Reader } from '#domain/access';
import type { Council, Register } from '#domain/register';
import { belongsTo } from './access.js';

const inEnglish = new Intl.Collator('en-GB');

/** Lists of councils have one order everywhere: the alphabet's. */
export const alphabetically = <T>(items: readonly T[], name: (item: T) => string): readonly T[] =>
  items.toSorted((a, b) => inEnglish.compare(name(a), name(b)));

/** The councils that a reader belongs to or acts for, A to Z. */
export const ownCouncils = (reader: Reader, register: Register): readonly Council[] =>
  alphabetically(
    register.councils.filter((council) => belongsTo(reader, council.id)),
    (council) => council.name,
  );

/** The council that an address names, if it is the reader's own; without a name, their only one. */
export function ownCouncil(reader: Reader, register: Register, key: unknown): Council {
  const own = ownCouncils(reader, register);
  const council = typeof key === 'string' && key ? own.find((one) => one.key === key) : own[0];
  if (!council) throw new NotFoundException();
  return council;
}

/** The council that an address names; an unknown one is not found. */
export function councilOfKey(register: Register, key: string): Council {
  const council = register.councils.find((one) => one.key === key);
  if (!council) throw new NotFoundException();
  return council;
}

/** The code by which a council is known now: the nine-character one where it has one. */
export function currentCode(council: Council): string {
  const current = council.codes.filter((code) => code.validTo === null);
  const code = current.find(({ kind }) => kind === 'ons') ?? current[0] ?? council.codes.at(-1);
  return code?.code ?? council.name;
}
