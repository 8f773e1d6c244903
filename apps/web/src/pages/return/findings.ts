import type { Finding } from '#domain/intake';
import { returnWords } from '../../words/return.words.js';
import { cell, tagCell, type Table } from '../tables.js';

const MARKS = { block: 'act', warn: 'part', note: 'wait' } as const;
const ORDER = { block: 0, warn: 1, note: 2 } as const;

/** What we found and what to do, in the same words everywhere. */
export const findingText = ({ message, fix }: Finding): string => `${message} ${fix}`.trim();

/** The findings of a submission, those to fix first, each with its place in the sender's own terms and what became of it. */
export function findingsTable<T extends Finding>(
  findings: readonly T[],
  placeOf: (finding: T) => string | null,
  lifeOf: (finding: T) => string | undefined = () => undefined,
): Table | null {
  if (findings.length === 0) return null;
  const { caption, head, severity, row, whole } = returnWords.finding;
  const sorted = findings.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  return {
    caption,
    head: [head.place, head.severity, head.message, head.fix].map((text) => ({ text })),
    rows: sorted.map((finding) => [
      {
        text: placeOf(finding) ?? (finding.row === null ? whole : row(finding.row)),
        note: finding.value ?? (finding.row === null ? finding.column : null) ?? undefined,
      },
      tagCell({ text: severity[finding.severity], mark: MARKS[finding.severity] }),
      cell(finding.message),
      { text: finding.fix, note: lifeOf(finding) },
    ]),
  };
}
