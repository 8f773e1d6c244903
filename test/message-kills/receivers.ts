import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** Real receivers of email and of signed posts, which count what reaches them. */
export type Receivers = {
  readonly smtp: string;
  readonly webhook: string;
  /** How often each message came, by its id. */
  readonly count: Map<string, number>;
  readonly close: () => Promise<void>;
};

/** @param slowness how long the next answer takes, in milliseconds: so that kills fall between a delivery and its line. */
export async function openReceivers(slowness: () => number): Promise<Receivers> {
  const count = new Map<string, number>();
  const came = async (id: string | undefined): Promise<void> => {
    if (id === undefined) throw new Error('a message without an id came');
    count.set(id, (count.get(id) ?? 0) + 1);
    await after(slowness());
  };
  const mail = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onData: (stream, _, done) => {
      let text = '';
      stream.on('data', (piece: Buffer) => (text += piece.toString()));
      stream.on('end', () => {
        const [, id] = /^Message-ID: <(.*)@/im.exec(text) ?? [];
        came(id).then(() => done(), done);
      });
    },
  });
  mail.on('error', () => undefined);
  const web: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      const { id } = JSON.parse(body) as { readonly id: string };
      came(id).then(
        () => response.end('thanks'),
        () => response.destroy(),
      );
    });
  });
  await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', () => resolve()));
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', () => resolve()));
  const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;
  return {
    smtp: `smtp://127.0.0.1:${portOf(mail.server)}`,
    webhook: `http://127.0.0.1:${portOf(web)}`,
    count,
    close: async () => {
      await new Promise<void>((resolve) => mail.close(() => resolve()));
      web.closeAllConnections();
      await new Promise<void>((resolve) => web.close(() => resolve()));
    },
  };
}
