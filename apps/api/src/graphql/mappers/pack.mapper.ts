import type { KnownCorrection, ListedPack, OpenedPack } from '#application/packs';
import type { Register } from '#domain/register';
import type { OpenedPackType, PackCorrectionType, PackType } from '../types/pack.type.js';
import { toCouncil } from './register.mapper.js';

type Head = Omit<ListedPack, 'councils'>;

export const toPack = (pack: Head): PackType => ({
  ...{ id: pack.id, title: pack.title, question: pack.question },
  ...{ madeAt: pack.madeAt, madeBy: pack.madeBy, asKnownAt: pack.asKnownAt },
  knownSeq: String(pack.knownSeq),
  ...{ checksum: pack.checksum, corrected: pack.corrected },
});

export const toOpenedPack = (
  { pack, corrected, differences, corrections }: OpenedPack,
  register: Register,
): OpenedPackType => ({
  ...toPack({ ...pack, corrected }),
  manifest: pack.manifest,
  verified: differences.length === 0,
  correctedSince: corrections.flatMap((one) => toCorrection(one, register)),
});

function toCorrection(one: KnownCorrection, register: Register): PackCorrectionType[] {
  const council = register.councils.find(({ id }) => id === one.councilId);
  if (!council) return [];
  return [
    {
      council: toCouncil(council, register),
      ...{ metric: one.metric, period: one.period, knownAt: one.knownAt },
      ...{ before: one.before.value, after: one.after?.value ?? null },
      ...{ reason: one.reason?.kind ?? null, reasonText: one.reason?.text ?? null },
    },
  ];
}
