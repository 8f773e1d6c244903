import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { covers, scopeOf, type Reader } from '#domain/access';
import type { Permission } from '#domain/returns';
import type { PermissionAnswer, PermissionRequest } from '#application/permissions';
import { councilNamed } from './a-programme.js';

export const REQUEST_ID = '0190f0a0-0000-7000-8000-0000000000d1';
export const ANSWERED_ID = '0190f0a0-0000-7000-8000-0000000000d2';

/** Rutland's request for more time, which waits; and one of a closed month that was answered. */
export const somePermissions = (): readonly Permission[] => [
  {
    id: REQUEST_ID,
    programmeId: 1,
    councilId: councilNamed('Rutland').id,
    kind: 'extension',
    period: '2024 December',
    periodStart: '2024-12-01',
    until: '2025-01-22',
    reason: 'The case system is being replaced this week.',
    askedAt: new Date('2025-01-14T10:00:00Z'),
    askedBy: 'Rutland data officer',
    answer: null,
  },
  {
    id: ANSWERED_ID,
    programmeId: 1,
    councilId: councilNamed('Rutland').id,
    kind: 'exception',
    period: '2023 September',
    periodStart: '2023-09-01',
    until: '2025-01-31',
    reason: 'Two teams counted the same requests twice.',
    askedAt: new Date('2025-01-10T10:00:00Z'),
    askedBy: 'Rutland SEND lead',
    answer: {
      until: '2025-01-24',
      text: 'Granted for two weeks.',
      at: new Date('2025-01-13T09:00:00Z'),
      by: 'DfE analyst',
    },
  },
];

/** Permissions in memory: what is asked or answered is remembered, and nothing else changes. */
export function fakePermissions() {
  const asked: object[] = [];
  const state: { problem: Refusal | null } = { problem: null };
  const [first] = somePermissions();
  const keep = (request: object): Promise<Result<Permission, Refusal>> => {
    asked.push(request);
    if (state.problem) return Promise.resolve(err(state.problem));
    return Promise.resolve(first ? ok(first) : err(refusal('NOT_FOUND')));
  };
  const seen = (reader: Reader): readonly Permission[] =>
    somePermissions().filter((one) => covers(scopeOf(reader).anyStatus, one.councilId));
  return {
    permissions: {
      asked,
      state,
      ask: ({ reader: _, ...request }: PermissionRequest) => keep(request),
      open: ({ reader: _, ...request }: Omit<PermissionRequest, 'kind'>) => keep(request),
      answer: ({ reader: _, ...request }: PermissionAnswer) => keep(request),
      one: (reader: Reader, id: string) =>
        Promise.resolve(seen(reader).find((one) => one.id === id) ?? null),
      list: (reader: Reader, { waiting }: { waiting: boolean }) =>
        Promise.resolve(seen(reader).filter((one) => !waiting || one.answer === null)),
    },
  };
}
