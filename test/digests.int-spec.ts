import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { SmtpMessenger } from '#notify';
import type { Reader } from '#domain/access';
import { observationsOf, requestBy, rows } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

type Letter = { readonly to: readonly string[]; readonly text: string };

/** A real SMTP server on loopback that keeps what came. */
async function openMail() {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (piece: Buffer) => (text += piece.toString()));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        letters.push({ to, text: text.replaceAll('=\r\n', '').replaceAll('=3D', '=') });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const url = `smtp://127.0.0.1:${port}`;
  return {
    letters,
    messenger: new SmtpMessenger({ url, from: 'monitor@dfe.example', timeoutMs: 5_000 }),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

describe('the weekly digest, by a real SMTP server', () => {
  let at: TestService;
  let mail: Awaited<ReturnType<typeof openMail>>;
  let analyst: Reader;
  let approver: Reader;
  beforeEach(async () => {
    mail = await openMail();
    const sending = { messengers: [mail.messenger], pages: 'https://pages.example' };
    at = await testService('2025-01-15T09:00:00Z', null, sending);
    [analyst, approver] = await Promise.all([
      at.reader('dfe-analyst'),
      at.reader('council-approver', 'barnet'),
    ]);
    await at.service.planDigests.run();
  });
  afterEach(async () => {
    await at.close();
    await mail.close();
  });

  const subscribe = (reader: Reader, recipient: string, gets: 'alerts' | 'digest' | 'both') =>
    at.service.subscriptions.add({
      ...{ reader, recipient, gets, channel: 'email' },
      address: `${recipient.replaceAll(' ', '-')}@digest.example`,
    });
  const passTo = async (moment: string): Promise<number> => {
    at.clock.set(new Date(moment));
    const planned = await at.service.planDigests.run();
    await at.service.sendOutside.run();
    return planned;
  };
  const council = (): string => `council ${approver.councilIds[0]}`;

  it('goes out on Monday at 8, once to each address however many workers run and however often', async () => {
    await subscribe(analyst, 'dfe', 'digest');
    await subscribe(approver, council(), 'both');
    expect(await passTo('2025-01-20T07:59:59Z')).toBe(0);
    at.clock.set(new Date('2025-01-20T08:00:00Z'));
    await Promise.all(Array.from({ length: 4 }, () => at.service.planDigests.run()));
    await Promise.all(Array.from({ length: 4 }, () => at.service.sendOutside.run()));
    await passTo('2025-01-21T12:00:00Z');
    expect(mail.letters.map(({ to }) => to[0]).sort()).toEqual([
      `${council().replace(' ', '-')}@digest.example`,
      'dfe@digest.example',
    ]);
    expect(await passTo('2025-01-27T08:00:00Z')).toBe(2);
    expect(mail.letters).toHaveLength(4);
    expect(await at.broken()).toEqual([]);
  });

  it('says how many things there are and where, and no figure', async () => {
    await subscribe(analyst, 'dfe', 'digest');
    const officer = await at.reader('council-submitter', 'barnet');
    const body = rows(observationsOf({ n_requests: '4711' }));
    await at.service.receiveSubmission.run(requestBy(officer, { body }));
    await passTo('2025-01-20T08:00:00Z');
    const { text = '' } = mail.letters[0] ?? {};
    expect(text).toContain('Subject: Weekly digest of the change programme');
    expect(text).toContain('In the week to Sunday 19 January 2025:');
    expect(text).toContain('- 1 delivery of figures came: https://pages.example/overview');
    expect(text).toContain('- 31 councils have not reported December 2024: https://pages.example');
    expect(text).toContain('Open it: https://pages.example/overview');
    expect(text).toContain('Change what you are told: https://pages.example/messages');
    expect(text).not.toMatch(/4711|Barnet|\{pages\}/);
  });

  it('tells a council of itself alone, and that nothing has changed in one sentence', async () => {
    await subscribe(approver, council(), 'digest');
    const leeds = await at.reader('council-submitter', 'leeds');
    const body = rows(observationsOf({ n_requests: '41' }));
    await at.service.receiveSubmission.run(requestBy(leeds, { body }));
    const own = await at.reader('council-submitter', 'barnet');
    await at.service.receiveSubmission.run(requestBy(own, { body }));
    at.clock.set(new Date('2025-01-20T08:00:00Z'));
    await at.service.planDigests.run();
    at.clock.set(new Date('2025-01-27T08:00:00Z'));
    await at.service.planDigests.run();
    await at.service.sendOutside.run();
    const said = mail.letters.map(({ text }) => text);
    expect(said[0]).toContain('- 1 delivery of figures came: https://pages.example/council');
    expect(said[1]).toContain('Nothing has changed in the week to Sunday 26 January 2025.');
    expect(said[1]).not.toContain('have not reported');
  });

  it('is sent of the newest week alone after weeks without a worker', async () => {
    await subscribe(analyst, 'dfe', 'digest');
    expect(await passTo('2025-03-05T12:00:00Z')).toBe(1);
    expect(mail.letters).toHaveLength(1);
    expect(mail.letters[0]?.text).toContain('the week to Sunday 2 March 2025');
  });

  it('goes to nobody who did not ask for it, asked later, or took it back', async () => {
    await subscribe(approver, council(), 'alerts');
    const gone = await subscribe(analyst, 'dfe', 'digest');
    const id = gone.ok ? gone.value.subscription.id : '';
    expect((await at.service.subscriptions.end({ reader: analyst, id })).ok).toBe(true);
    at.clock.set(new Date('2025-01-20T08:30:00Z'));
    await subscribe(analyst, 'dfe', 'digest');
    expect(await passTo('2025-01-20T09:00:00Z')).toBe(0);
    expect(mail.letters).toEqual([]);
  });

  it('is DfE’s people’s own to ask for, and no way to the messages about alerts', async () => {
    expect((await subscribe(analyst, 'dfe', 'both')).ok).toBe(false);
    expect((await subscribe(analyst, council(), 'digest')).ok).toBe(false);
    expect((await subscribe(await at.reader('admin'), 'board', 'digest')).ok).toBe(false);
    expect((await subscribe(await at.reader('dfe-policy'), 'dfe', 'digest')).ok).toBe(true);
    await subscribe(await at.reader('admin'), 'dfe', 'alerts');
    const shown = await at.service.subscriptions.ofRecipient(analyst, 'dfe');
    expect(shown.map(({ alerts, digest }) => [alerts, digest])).toEqual([[false, true]]);
  });
});
