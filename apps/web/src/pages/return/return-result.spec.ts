import { refusal } from '#domain';
import { aFinding, aMonth, aReader, aSubmission, councilNamed, fakeReturns } from '#testing/web';
import { outcomeOf, type ReturnOutcome } from './return-outcome.js';
import { presentResult } from './return-result.js';

const form = await fakeReturns().readReturnForm.run(aReader('rutland-officer'), {
  councilId: councilNamed('Rutland').id,
  period: aMonth('2024-12'),
});
if (!form) throw new Error('no form');
const result = (outcome: ReturnOutcome | null, channel: 'page' | 'file' = 'page') =>
  presentResult(form, outcome, channel);
const counts = { accepted: 6, received: 7, submissionId: 's' };
const answer = { kind: 'received', replayed: false, dryRun: false, pending: false } as const;

describe('outcomeOf', () => {
  it('leads to the receipt when nothing is left to fix, or the check comes later', () => {
    const submission = aSubmission({ findings: [aFinding({ severity: 'warn' })] });
    expect(outcomeOf({ ...answer, submission })).toEqual({ receipt: submission.id });
    const pending = aSubmission({ findings: [aFinding()] });
    expect(outcomeOf({ ...answer, submission: pending, pending: true })).toHaveProperty('receipt');
  });

  it('stays on the form when something is left to fix', () => {
    const submission = aSubmission({ findings: [aFinding()], acceptedCount: 6 });
    expect(outcomeOf({ ...answer, submission })).toMatchObject({ kind: 'partly', accepted: 6 });
  });
});

describe('presentResult', () => {
  it('links each thing to fix to its field, and says what is in already', () => {
    const { errors, lines, receiptHref } = result({
      kind: 'partly',
      findings: [aFinding(), aFinding({ severity: 'note' })],
      ...counts,
    });
    expect(errors).toEqual({
      title: '1 thing to fix',
      items: [
        {
          text: 'Of these, with a recorded exception: You sent "<5". Please send the true number.',
          href: '#box-n_exceptions',
        },
      ],
    });
    expect(lines[0]).toMatch(/^6 figures are in and count from now\. 1 is not/);
    expect(receiptHref).toBe('/council/receipt/s');
  });

  it('finds the field by the number of the box when the code was not recognised', () => {
    const finding = aFinding({ metric: null, row: 2 });
    const { errors } = result({ kind: 'partly', findings: [finding], ...counts });
    expect(errors?.items[0]?.href).toBe('#box-n_decisions');
  });

  it('says of a check that nothing has been sent', () => {
    expect(result({ kind: 'checked', findings: [], ...counts, accepted: 7 }).lines).toEqual([
      'This is a check. Nothing has been sent.',
      'No problems found. 7 numbers are ready to send.',
    ]);
    expect(result({ kind: 'checked', findings: [aFinding()], ...counts }).lines[1]).toBe(
      '6 figures would be accepted, 1 would not.',
    );
    const more = { ...counts, accepted: counts.accepted - 2 };
    expect(result({ kind: 'checked', findings: [aFinding()], ...more }).lines[2]).toBe(
      'Where figures do not fit together, all of them wait until one is mended.',
    );
  });

  it('leads to where the reason is given, when a figure changes without one', () => {
    const finding = aFinding({ code: 'REVISION_NEEDS_REASON', metric: 'n_plans' });
    const { errors } = result({ kind: 'checked', findings: [finding], ...counts });
    expect(errors?.items.map(({ href }) => href)).toEqual(['#reason-kind-LATE_RECORD']);
  });

  it('shows a refusal in the catalogue’s words, with its reference', () => {
    const { errors, lines } = result(
      { kind: 'refused', refusal: refusal('FILE_REFUSED'), findings: [], submissionId: 's' },
      'file',
    );
    expect(errors?.items[0]?.href).toBe('#file');
    expect(lines).toEqual([
      refusal('FILE_REFUSED').message,
      refusal('FILE_REFUSED').fix,
      'Reference s',
    ]);
  });

  it('says nothing when nothing was sent', () => {
    expect(result(null)).toEqual({
      errors: null,
      lines: [],
      receiptHref: null,
      columnsHref: null,
      countingHref: null,
    });
  });
});
