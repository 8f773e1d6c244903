import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeMessenger } from '#testing/messengers';
import { AT, aMessage, messengerContract, type Line } from './messenger.contract.js';
import { isPrivateAddress } from './private-addresses.js';
import { WebhookMessenger } from './webhook-messenger.js';

messengerContract('a fake webhook', () => {
  const messenger = new FakeMessenger('webhook');
  return Promise.resolve({
    messenger,
    to: 'https://hooks.rutland.example/alerts',
    received: () => messenger.delivered.map(({ id, link }) => `${id} ${link}`),
    behave: (as) => {
      messenger.behaviour = as;
    },
    cut: () => Promise.resolve(),
  });
});

type Post = { readonly url: string; readonly headers: IncomingHttpHeaders; readonly body: string };
type Server = Line & {
  readonly posts: Post[];
  readonly asked: () => number;
  readonly answer: (how: (to: ServerResponse) => void) => void;
};

/** A real HTTP server on loopback. */
async function openServer(): Promise<Server> {
  const posts: Post[] = [];
  const state = {
    asked: 0,
    answer: (to: ServerResponse): void => {
      to.writeHead(200).end('thanks');
    },
  };
  const server = createServer((request, response) => {
    state.asked += 1;
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      state.answer(response);
      if (response.statusCode < 300 && response.headersSent)
        posts.push({ url: request.url ?? '', headers: request.headers, body });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  const answer: Server['answer'] = (how) => {
    state.answer = how;
  };
  return {
    posts,
    asked: () => state.asked,
    answer,
    messenger: new WebhookMessenger({ production: false, timeoutMs: 300 }),
    to: `http://127.0.0.1:${port}/alerts?from=monitor`,
    received: () => posts.map(({ body }) => body),
    behave: (as) =>
      answer((to) => {
        if (as !== 'hangs')
          to.writeHead({ works: 200, 'fails for now': 500, refuses: 400 }[as]).end();
      }),
    cut: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

messengerContract('a webhook', openServer);

describe('a webhook', () => {
  let server: Server;
  beforeEach(async () => {
    server = await openServer();
  });
  afterEach(() => server.cut());
  const send = (over: Parameters<typeof aMessage>[1] = {}) =>
    server.messenger.deliver(aMessage(server.to, over), AT);

  it('posts what to look at, signed over the time and the body', async () => {
    await send();
    const [post] = server.posts;
    expect(post?.url).toBe('/alerts?from=monitor');
    expect(JSON.parse(post?.body ?? '')).toEqual({
      id: aMessage('').id,
      event: 'fired 2025-01-15T09:00:00.000Z',
      alertId: aMessage('').alertId,
      alerts: [{ id: aMessage('').alertId, rule: 'off_plan' }],
      council: 'E06000017',
      rule: 'off_plan',
      link: aMessage('').link,
      at: '2025-01-15T09:00:00.000Z',
      test: false,
    });
    const timestamp = String(post?.headers['x-timestamp']);
    expect(timestamp).toBe('1736931600');
    const mac = createHmac('sha256', 'the secret that a receiver knows')
      .update(`${timestamp}.${post?.body ?? ''}`)
      .digest('hex');
    expect(post?.headers['x-signature']).toBe(`sha256=${mac}`);
  });

  it.each([
    [200, 'delivered'],
    [204, 'delivered'],
    [301, 'failed'],
    [307, 'failed'],
    [400, 'refused'],
    [404, 'refused'],
    [408, 'failed'],
    [410, 'refused'],
    [429, 'failed'],
    [500, 'failed'],
    [503, 'failed'],
  ])('says of the answer %i: %s', async (status, outcome) => {
    server.answer((to) => void to.writeHead(status, { Location: server.to }).end());
    const end = await send();
    expect([end.outcome, end.detail.startsWith(`answered ${status}`)]).toEqual([outcome, true]);
    expect(server.asked()).toBe(1);
  });

  it('keeps at most 200 characters of an answer, and waits for no more of one that never ends', async () => {
    server.answer((to) => void to.writeHead(500).write('no '.repeat(1_000)));
    const end = await send();
    expect([end.outcome, end.detail.length]).toEqual(['failed', 200]);
  });

  it('gives up an answer that begins and does not end', async () => {
    server.answer((to) => void to.writeHead(200).write('tha'));
    expect(await send()).toEqual({ outcome: 'failed', detail: 'no answer in time' });
  });

  it('failed for now where nobody listens', async () => {
    await server.cut();
    expect(await send()).toEqual({ outcome: 'failed', detail: 'not reached (ECONNREFUSED)' });
    server = await openServer();
  });
});

describe('where a webhook may lead', () => {
  const to = (address: string, production: boolean) =>
    new WebhookMessenger({ production, timeoutMs: 300 }).deliver(aMessage(address), AT);

  it('is nowhere private in production: by number, or by a name that leads there', async () => {
    for (const host of ['127.0.0.1', '10.1.2.3', '169.254.169.254', '[::1]', '[::ffff:10.0.0.1]'])
      expect(await to(`https://${host}/`, true)).toEqual({
        outcome: 'refused',
        detail: 'the address is in a private network',
      });
    expect(await to('https://localhost/', true)).toEqual({
      outcome: 'refused',
      detail: 'the address is in a private network',
    });
    // Other ways to write 127.0.0.1.
    for (const host of ['2130706433', '0x7f.1', '127.1'])
      expect((await to(`https://${host}/`, true)).outcome).toBe('refused');
  });

  it('is https, but for this machine in development', async () => {
    const refused = { outcome: 'refused', detail: 'only https is allowed' };
    expect(await to('http://127.0.0.1:9/', true)).toEqual(refused);
    expect(await to('http://hooks.rutland.example/', false)).toEqual(refused);
    expect(await to('ftp://127.0.0.1/', false)).toEqual(refused);
    expect((await to('nowhere', false)).detail).toBe('the address is no URL');
  });

  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '2606:4700:4700::1111',
    '::ffff:8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
  ])('takes %s for public', (address) => expect(isPrivateAddress(address)).toBe(false));

  it.each([
    ...['0.0.0.0', '10.0.0.1', '100.64.0.1', '127.9.9.9', '169.254.169.254', '172.16.0.1'],
    ...['172.31.255.255', '192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::ffff:192.168.1.1', '::127.0.0.1', 'fd00::1', 'fe80::1', 'ff02::1'],
    ...['64:ff9b::a00:1', '2002:a00:1::', 'no address'],
  ])('takes %s for private', (address) => expect(isPrivateAddress(address)).toBe(true));
});
