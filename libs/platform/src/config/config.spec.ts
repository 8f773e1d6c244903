import { loadConfig, pagesAddress } from './index.js';

const pagesOf = (env: Record<string, string>): string => {
  const read = loadConfig(env);
  return read.ok ? pagesAddress(read.value) : read.faults.join('; ');
};

describe('the configuration of messages', () => {
  it.each([
    [{}, 'http://127.0.0.1:3000'],
    [{ HOST: '0.0.0.0', WEB_PORT: '3100' }, 'http://localhost:3100'],
    [{ HOST: '::' }, 'http://localhost:3000'],
    [{ PUBLIC_WEB_URL: 'https://monitor.example/' }, 'https://monitor.example'],
    [
      { PUBLIC_WEB_URL: 'monitor.example' },
      'PUBLIC_WEB_URL is the address of the pages: https://…',
    ],
    [{ SMTP_URL: 'localhost:25' }, 'SMTP_URL is a mail server: smtp://user:password@host:587'],
    [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM is an email address'],
  ])('leads by %j to %s', (env, expected) => {
    expect(pagesOf(env)).toBe(expected);
  });

  it('never shows the mail server’s password', () => {
    const read = loadConfig({ SMTP_URL: 'smtps://somebody:hidden@mail.example' });
    expect(read.ok && read.value.SMTP_URL?.reveal()).toContain('hidden');
    expect(JSON.stringify(read)).not.toContain('hidden');
  });
});
