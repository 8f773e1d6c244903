import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { FakeMessenger } from '#testing/messengers';
import { AT, aMessage, messengerContract, type Line } from './messenger.contract.js';
import { SmtpMessenger } from './smtp-messenger.js';

messengerContract('a fake', () => {
  const messenger = new FakeMessenger('email');
  return Promise.resolve({
    messenger,
    to: 'team@rutland.example',
    received: () => messenger.delivered.map(({ id, link }) => `${id} ${link}`),
    behave: (as) => {
      messenger.behaviour = as;
    },
    cut: () => Promise.resolve(),
  });
});

type Letter = { readonly from: string; readonly to: readonly string[]; readonly text: string };

/** A real SMTP server on loopback. */
async function openMail(): Promise<Line & { readonly letters: Letter[]; readonly url: string }> {
  const letters: Letter[] = [];
  const state = { behaviour: 'works' };
  const refusal = (code: number) =>
    Object.assign(new Error('no: team@rutland.example'), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_, __, done) => {
      if (state.behaviour === 'hangs') return;
      if (state.behaviour === 'fails for now') return done(refusal(451));
      if (state.behaviour === 'refuses') return done(refusal(550));
      done();
    },
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (piece: Buffer) => (text += piece.toString()));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false || !mailFrom ? '' : mailFrom.address;
        letters.push({ from, to: rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const url = `smtp://127.0.0.1:${port}`;
  return {
    url,
    letters,
    messenger: new SmtpMessenger({ url, from: 'monitor@dfe.example', timeoutMs: 300 }),
    to: 'team@rutland.example',
    received: () => letters.map(({ text }) => text.replaceAll('=\r\n', '')),
    behave: (as) => {
      state.behaviour = as;
    },
    cut: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

messengerContract('SMTP', openMail);

describe('an email', () => {
  it('has the message’s id as its own, one receiver, plain words, and says that a machine wrote it', async () => {
    const mail = await openMail();
    await mail.messenger.deliver(aMessage(mail.to), AT);
    const [letter] = mail.letters;
    expect([letter?.from, letter?.to]).toEqual(['monitor@dfe.example', ['team@rutland.example']]);
    const text = mail.received()[0] ?? '';
    expect(text).toContain(`Message-ID: <${aMessage('').id}@change-programme-monitor>`);
    expect(text).toContain('Subject: Something to look at in the change programme\r\n');
    expect(text).toContain('Auto-Submitted: auto-generated');
    expect(text).toContain(`Message ${aMessage('').id}`);
    expect(text).toContain('You are told because you send or approve');
    expect(text).toContain('Change what you are told: https://monitor.example/messages');
    expect(text).not.toContain('Rutland');
    await mail.cut();
  });

  it('says of a test that it is one', async () => {
    const mail = await openMail();
    await mail.messenger.deliver(aMessage(mail.to, { test: true, subject: 'A subject' }), AT);
    expect(mail.received()[0]).toContain('Subject: Test: A subject\r\n');
    await mail.cut();
  });

  it('goes to one address, whatever is in it', async () => {
    const mail = await openMail();
    await mail.messenger.deliver(aMessage('a@one.example, b@two.example'), AT);
    expect(mail.letters.flatMap(({ to }) => to)).not.toContain('b@two.example');
    await mail.cut();
  });

  it('failed for now when there is no server, and says so without its password', async () => {
    const mail = await openMail();
    await mail.cut();
    const url = mail.url.replace('//', '//somebody:hidden@');
    const messenger = new SmtpMessenger({ url, from: 'monitor@dfe.example', timeoutMs: 300 });
    const end = await messenger.deliver(aMessage(mail.to));
    expect(end.outcome).toBe('failed');
    expect(end.detail).toMatch(/^the mail server was not reached \(E[A-Z]+\)$/);
  });
});
