import { refusal } from '#domain';
import { aFinding, aSubmission, councilNamed, openPages, SUBMISSION_ID } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const PATH = '/council/return/2024-12';
const pages = await openPages((parts) => createWebApp(parts));
const { state } = pages.door;
const reader = await pages.signedIn('rutland-officer');
afterAll(() => pages.close());
beforeEach(async () => {
  state.answer = null;
  state.received.length = 0;
  await reader.get(PATH);
});

const answer = { kind: 'received', replayed: false, dryRun: false, pending: false } as const;

describe('the return page', () => {
  it('asks each box by theme, with last month’s number beside it', async () => {
    const { $ } = await reader.get(PATH);
    expect($('fieldset legend').first().text().trim()).toBe('Requests and decisions');
    expect($('label[for=box-n_requests]').text()).toBe('1. Requests received');
    expect($('#box-n_requests-hint').text()).toContain('Last month: 2');
  });

  it('sends what was typed once, and leads to its receipt', async () => {
    const { $ } = await reader.get(PATH);
    const key = $('#return-form input[name=key]').attr('value') ?? '';
    const sent = await reader.post(PATH, { key, 'box-n_requests': '6', action: 'send' });
    expect(sent.status).toBe(303);
    expect(sent.location).toBe(`/council/receipt/${SUBMISSION_ID}`);
    expect(state.received[0]).toMatchObject({
      channel: 'page',
      source: 'return',
      mode: 'partial',
      dryRun: false,
      idempotencyKey: key,
    });
  });

  it('checks without sending, keeps what was typed, and uses up no key', async () => {
    const { status, $ } = await reader.post(PATH, {
      key: 'k',
      'box-n_requests': '6',
      action: 'check',
    });
    expect(status).toBe(200);
    expect(state.received[0]).toMatchObject({ dryRun: true, idempotencyKey: null });
    expect($('#outcome').text()).toContain('This is a check. Nothing has been sent.');
    expect($('#box-n_requests').attr('value')).toBe('6');
  });

  it('names each fault in the summary and at its field, keeps what was typed, and says what is in', async () => {
    const submission = aSubmission({ findings: [aFinding()], acceptedCount: 1, receivedCount: 2 });
    state.answer = { ...answer, submission };
    const { status, $ } = await reader.post(PATH, {
      'box-n_requests': '6',
      'box-n_exceptions': '<5',
      action: 'send',
    });
    expect(status).toBe(422);
    expect($('.govuk-error-summary a').attr('href')).toBe('#box-n_exceptions');
    expect($('#box-n_exceptions-error').text()).toContain('Please send the true number.');
    expect($('#box-n_exceptions').attr('value')).toBe('<5');
    expect($('#box-n_exceptions').attr('aria-describedby')).toContain('box-n_exceptions-error');
    expect($('#box-n_requests').attr('value')).toBe('6');
    expect($('#outcome').text()).toContain('1 figure is in and counts from now. 1 is not');
    expect($('title').text()).toMatch(/^Error: /);
  });

  it('opens the note of a box that has to be explained', async () => {
    const findings = [aFinding({ severity: 'warn', message: 'Unusual for you.', fix: 'Say why.' })];
    state.answer = { ...answer, dryRun: true, submission: aSubmission({ findings }) };
    const { $ } = await reader.post(PATH, { 'box-n_exceptions': '60', action: 'check' });
    expect($('#box-n_exceptions-warning-1').text()).toBe('Unusual for you. Say why.');
    expect($('#note-n_exceptions').closest('details').attr('open')).toBeDefined();
  });

  it('escapes whatever was typed', async () => {
    const { text } = await reader.post(PATH, {
      'box-n_requests': '"><script>alert(1)</script>',
      action: 'check',
    });
    expect(text).not.toContain('<script>alert');
  });

  it('asks for at least one number', async () => {
    const { status, $ } = await reader.post(PATH, { action: 'send' });
    expect(status).toBe(422);
    expect($('.govuk-error-summary a').attr('href')).toBe('#box-n_requests');
    expect(state.received).toEqual([]);
  });

  it('asks for a reason once figures stand', async () => {
    expect((await reader.get(PATH)).$('#reason-text')).toHaveLength(0);
    pages.door.hold(councilNamed('Rutland'), 'n_plans', '12');
    const { $ } = await reader.get(PATH);
    expect($('#reason-text')).toHaveLength(1);
    expect($('#box-n_plans').attr('value')).toBe('12');
  });
});

describe('a file', () => {
  const file = {
    name: 'december.csv',
    text: 'council,period,measure,value\n857,2024-12,n_plans,6',
  };

  it('is sent as it came', async () => {
    const { location } = await reader.upload(`${PATH}/file`, { key: 'f', action: 'send' }, file);
    expect(location).toBe(`/council/receipt/${SUBMISSION_ID}`);
    const [request] = state.received;
    expect(request).toMatchObject({ channel: 'file', idempotencyKey: 'f' });
    if (request?.body.kind !== 'file') throw new Error('not a file');
    expect(Buffer.from(request.body.bytes).toString()).toBe(file.text);
  });

  it('shows what was found by row, with what to do', async () => {
    const findings = [aFinding({ row: 14, metric: null })];
    state.answer = { ...answer, submission: aSubmission({ findings, acceptedCount: 0 }) };
    const { $ } = await reader.upload(`${PATH}/file`, { action: 'send' }, file);
    expect($('.govuk-error-summary a').attr('href')).toBe('#findings');
    expect($('#findings td, #findings th').text()).toContain('Row 14');
  });

  it('shows where in a workbook something was found that is in no row of the return', async () => {
    const column = 'sheet 2 (hidden), cell A2';
    const findings = [aFinding({ row: null, column, value: null, metric: null, scope: 'file' })];
    state.answer = {
      kind: 'refused',
      refusal: refusal('FILE_REFUSED'),
      findings,
      submissionId: SUBMISSION_ID,
    };
    const { $ } = await reader.upload(`${PATH}/file`, { action: 'send' }, file);
    expect($('#findings td, #findings th').text()).toContain(column);
  });

  it('that is refused as a whole is refused in the catalogue’s words', async () => {
    state.answer = {
      kind: 'refused',
      refusal: refusal('FILE_REFUSED'),
      findings: [],
      submissionId: SUBMISSION_ID,
    };
    const { $ } = await reader.upload(`${PATH}/file`, { action: 'send' }, file);
    expect($('#outcome').text()).toContain(refusal('FILE_REFUSED').message);
    expect($('#outcome').text()).toContain(`Reference ${SUBMISSION_ID}`);
  });

  it('has to be chosen', async () => {
    const { status, $ } = await reader.upload(`${PATH}/file`, { action: 'send' }, null);
    expect(status).toBe(422);
    expect($('.govuk-error-summary a').attr('href')).toBe('#file');
  });
});

describe('an answer without figures', () => {
  it('is sent with its reason', async () => {
    const text = 'New case system, expected on 20 January.';
    const sent = await reader.post(`${PATH}/answer`, { kind: 'not-available', text });
    expect(sent.location).toBe(`${PATH}?council=rutland`);
    expect(state.answered).toEqual([{ kind: 'not-available', text }]);
  });

  it.each([
    [{ text: 'A long enough reason' }, '#answer-nil'],
    [{ kind: 'nil', text: 'short' }, '#answer-text'],
    [
      { kind: 'not-available', text: 'A long enough reason', 'expected-day': '31' },
      '#expected-day',
    ],
  ])('that is not whole is asked for again: %j', async (fields, href) => {
    const { status, $ } = await reader.post(`${PATH}/answer`, fields);
    expect(status).toBe(422);
    expect($('.govuk-error-summary a').attr('href')).toBe(href);
    expect($('#answer-text').text()).toBe(fields.text);
  });
});

describe('the receipt', () => {
  it('lets an approver approve, but not what they sent themselves', async () => {
    const approver = await pages.signedIn('rutland-lead');
    await approver.get(`/council/receipt/${SUBMISSION_ID}`);
    const done = await approver.post(`/council/receipt/${SUBMISSION_ID}/approve`, {});
    expect([done.status, state.approved]).toEqual([303, [SUBMISSION_ID]]);
    state.submission = aSubmission({ receivedBy: 'Rutland SEND lead' });
    const own = await approver.post(`/council/receipt/${SUBMISSION_ID}/approve`, {});
    expect([own.status, own.$('.govuk-error-summary').text()]).toEqual([
      409,
      expect.stringContaining('another person'),
    ]);
  });

  it('offers approval to nobody else', async () => {
    const { $ } = await reader.get(`/council/receipt/${SUBMISSION_ID}`);
    expect($('#approve')).toHaveLength(0);
  });
});
