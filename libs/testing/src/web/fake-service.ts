import { err, ok, refusal } from '#domain';
import type { ColumnMeaning, ProposedColumn } from '#domain/intake';
import { covers, type Reader, type Scope } from '#domain/access';
import type { ReceiveAnswer, ReceiveRequest } from '#application/intake';
import type { LimitDecision, SubmissionView } from '#application/ports';
import { aProgramme } from './a-programme.js';
import { fakeAlerts, somePlan } from './fake-alerts.js';
import { fakeAssessed } from './fake-assessed.js';
import { fakeDelivery } from './fake-delivery.js';
import { fakeBackTests } from './fake-back-tests.js';
import { fakeDrafts } from './fake-drafts.js';
import { fakeFigures } from './fake-figures.js';
import { fakeImports } from './fake-imports.js';
import { fakeKeys } from './fake-keys.js';
import { fakeLedTo } from './fake-led-to.js';
import { fakeMessages } from './fake-messages.js';
import { fakePacks } from './fake-packs.js';
import { fakeNews } from './fake-news.js';
import { fakePermissions } from './fake-permissions.js';
import { fakeQuality } from './fake-quality.js';
import { fakeReturns } from './fake-returns.js';
import { fakeRules } from './fake-rules.js';
import { fakeSilences } from './fake-silences.js';
import { aSubmission, CHECKED_SUBMISSION_ID, SUBMISSION_ID } from './some-records.js';

const NOW = new Date('2025-01-15T12:00:00Z');

/** What a spec tells the service to do, and what it was asked to. */
export type FakeServiceState = {
  submission: SubmissionView;
  /** What the next receipt says; null accepts everything. */
  answer: ReceiveAnswer | null;
  /** Thrown by the next receipt. */
  failure: Error | null;
  readonly received: ReceiveRequest[];
  readonly explained: { readonly n: number; readonly text: string }[];
  readonly meanings: (readonly [string, ColumnMeaning])[];
  readonly answered: { readonly kind: string; readonly text: string }[];
  readonly approved: string[];
  readonly withdrawn: { readonly id: string; readonly reason: string }[];
  /** What people decided of the limits of series. */
  readonly limits: LimitDecision[];
};

/** A whole service in memory for specs of pages: always the same figures at the same moment. */
export function fakeService() {
  const state: FakeServiceState = {
    submission: aSubmission(),
    answer: null,
    failure: null,
    received: [],
    explained: [],
    meanings: [],
    answered: [],
    approved: [],
    withdrawn: [],
    limits: [],
  };
  const listeners = new Set<(seq: number) => void>();
  let seq = 7;
  let idsGiven = 0;
  const drafts = fakeDrafts(SUBMISSION_ID);
  const ledTo = fakeLedTo();

  return {
    ...fakeFigures(),
    ...fakeReturns(),
    ...fakeQuality(),
    ...fakeAlerts(),
    ...fakeKeys(),
    ...fakeMessages(),
    ...fakeNews(),
    ...fakeSilences(),
    ...drafts,
    ...ledTo,
    ...fakePermissions(),
    ...fakePacks(),
    ...fakeDelivery(),
    ...fakeImports(),
    ...fakeRules(aProgramme, NOW),
    ...fakeBackTests(),
    ...fakeAssessed({ now: NOW, limits: state.limits, plans: [somePlan()] }),
    state,
    /** Says that something newer is known. */
    know: (newest: number) => {
      seq = newest;
      for (const listener of listeners) listener(newest);
    },
    clock: { now: () => NOW },
    ids: { newId: () => `0190f0a0-0000-7000-8000-${String((idsGiven += 1)).padStart(12, '0')}` },
    programme: { current: () => Promise.resolve(aProgramme()) },
    knowledge: {
      subscribe: (listener: (seq: number) => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    figures: { latest: () => Promise.resolve({ seq, knownAt: NOW }) },
    ready: () => Promise.resolve(state.failure === null),
    submissions: {
      list: drafts.listSubmissions,
      effects: ledTo.effects,
      byId: (scope: Scope, id: string) => {
        const { submission } = state;
        const checked = { ...submission, id: CHECKED_SUBMISSION_ID, status: 'validating' as const };
        const isSeen = covers(scope.anyStatus, submission.councilId ?? 0);
        const found = [submission, { ...checked, findings: [] }].find((one) => one.id === id);
        return Promise.resolve((isSeen && found) || null);
      },
    },
    receiveSubmission: {
      run: (request: ReceiveRequest): Promise<ReceiveAnswer> => {
        state.received.push(request);
        if (state.failure) return Promise.reject(state.failure);
        const { submission } = state;
        const { dryRun } = request;
        const whole = { kind: 'received', submission, dryRun, replayed: false, pending: false };
        return Promise.resolve(state.answer ?? { ...whole, kind: 'received' });
      },
    },
    approveSubmission: {
      run: ({ reader, submissionId }: { reader: Reader; submissionId: string }) => {
        if (reader.actor === state.submission.receivedBy) {
          return Promise.resolve(err(refusal('CANNOT_APPROVE_OWN')));
        }
        state.approved.push(submissionId);
        return Promise.resolve(ok(state.submission));
      },
    },
    withdrawSubmission: {
      run: ({ submissionId, reason }: { submissionId: string; reason: string }) => {
        if (reason.trim().length < 10) return Promise.resolve(err(refusal('WORDS_TOO_SHORT')));
        state.withdrawn.push({ id: submissionId, reason });
        return Promise.resolve(ok(state.submission));
      },
    },
    explainFinding: {
      run: ({ n, text }: { n: number; text: string }) => {
        state.explained.push({ n, text });
        return Promise.resolve(
          text.trim().length < 10 ? err(refusal('WORDS_TOO_SHORT')) : ok(state.submission),
        );
      },
    },
    explainColumns: {
      read: ({ submissionId }: { submissionId: string }) =>
        Promise.resolve(
          submissionId === state.submission.id
            ? ok<readonly ProposedColumn[]>([
                { column: 'Gebiet', samples: ['Rutland'], proposed: 'council' },
                { column: 'wieviel', samples: ['6', '12'], proposed: 'value' },
                { column: 'intern', samples: [], proposed: null },
              ])
            : err(refusal('NOT_FOUND')),
        ),
      run: ({ meanings }: { meanings: ReadonlyMap<string, ColumnMeaning> }) => {
        state.meanings.push(...meanings);
        const { submission } = state;
        return Promise.resolve(
          ok<ReceiveAnswer>(
            state.answer ?? {
              kind: 'received',
              submission,
              dryRun: false,
              replayed: false,
              pending: false,
            },
          ),
        );
      },
    },
    answerReturn: {
      run: ({ kind, text }: { kind: string; text: string }) => {
        state.answered.push({ kind, text });
        return Promise.resolve(ok(null));
      },
    },
  };
}
