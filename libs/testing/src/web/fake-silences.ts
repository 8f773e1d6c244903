import { err, ok, refusal } from '#domain';
import type { Reader } from '#domain/access';
import { isAbout, type Silence } from '#domain/notifications';
import type { SilenceRequest, Silences } from '#application/alerts';
import type { AlertRecord } from '#application/ports';
import { councilNamed } from './a-programme.js';

export const MADE_SILENCE_ID = '0190f0a0-0000-7000-8000-0000000000d1';

/** An analyst's silence over Portsmouth's plans. */
const aSilence = (over: Partial<Silence> = {}): Silence => ({
  ...{ id: MADE_SILENCE_ID, programmeId: 1, councilId: councilNamed('Portsmouth').id },
  ...{ partnership: null, ruleCode: null, metric: 'plans_within_20_weeks', audience: 'all' },
  from: new Date('2025-01-10T09:00:00Z'),
  until: new Date('2025-02-01T00:00:00Z'),
  reason: 'The case system is being replaced until the end of January.',
  ...{ createdAt: new Date('2025-01-10T09:00:00Z'), createdBy: 'DfE analyst' },
  ...{ endedAt: null, endedBy: null },
  ...over,
});

/** One silence that stands and one that was ended; what is asked is remembered. */
export function fakeSilences() {
  const asked: object[] = [];
  const mayFor: Silences['mayFor'] = (reader) => ({
    audiences: reader.roles.includes('dfe-analyst')
      ? ['department', 'all']
      : reader.roles.includes('council-approver')
        ? ['council']
        : [],
    own: reader.roles.includes('council-approver') ? reader.councilIds : [],
  });
  const mayEnd = (reader: Reader): boolean => reader.roles.includes('dfe-analyst');
  return {
    silences: {
      asked,
      mayFor,
      add: ({ reader, ...request }: SilenceRequest) => {
        asked.push({ ...request, by: reader.actor });
        return Promise.resolve(
          request.reason.length < 10
            ? err({
                faults: [
                  { field: 'until', code: 'SILENCE_UNTIL_WRONG' },
                  { field: 'reason', code: 'WORDS_TOO_SHORT' },
                ] as const,
              })
            : ok(aSilence()),
        );
      },
      end: ({ reader, id }: { reader: Reader; id: string }) => {
        asked.push({ end: id });
        const found = id === MADE_SILENCE_ID && mayEnd(reader);
        return Promise.resolve(found ? ok(aSilence()) : err(refusal('NOT_FOUND')));
      },
      list: (reader: Reader) =>
        Promise.resolve({
          standing: [{ silence: aSilence(), mayEnd: mayEnd(reader) }],
          over: [
            aSilence({
              ...{ ruleCode: 'return_missing', metric: null, councilId: null },
              ...{ endedAt: new Date('2024-12-20T10:00:00Z'), endedBy: 'DfE analyst' },
            }),
          ],
        }),
      ofAlert: (_: Reader, alert: AlertRecord) =>
        Promise.resolve(
          [aSilence()].filter((one) => isAbout(one, { ...alert, partnership: null })),
        ),
    },
  };
}
