import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AlertmanagerMonitor, NoMonitor, openMonitor } from './alertmanager-monitor.js';

type Post = { readonly url: string; readonly body: string };

describe('the outside monitor', () => {
  const posts: Post[] = [];
  let status = 200;
  let server: Server;
  let url = '';
  beforeEach(async () => {
    posts.length = 0;
    status = 200;
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        posts.push({ url: request.url ?? '', body });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const monitor = () =>
    new AlertmanagerMonitor({
      url,
      pages: 'https://monitor.example',
      now: () => new Date('2025-01-15T09:00:00Z'),
    });

  it('is told for three minutes that alerting works, of each evaluation that failed, and of figures that are not judged', async () => {
    const failed = {
      ruleCode: 'return_missing',
      dueAt: new Date('2025-01-14T09:00:00Z'),
      failedAt: new Date('2025-01-14T09:15:00Z'),
      tries: 5,
      detail: 'Error: something that stays inside',
    };
    expect(await monitor().tell({ failed: [failed], putAside: 2 })).toBe(true);
    expect(posts.map((post) => post.url)).toEqual(['/api/v2/alerts']);
    expect(posts[0]?.body).not.toContain('stays inside');
    expect(JSON.parse(posts[0]?.body ?? '')).toMatchObject([
      {
        labels: { alertname: 'AlertingWorks' },
        startsAt: '2025-01-15T09:00:00.000Z',
        endsAt: '2025-01-15T09:03:00.000Z',
        generatorURL: 'https://monitor.example/alerting',
      },
      {
        labels: {
          alertname: 'EvaluationFailed',
          rule: 'return_missing',
          due: '2025-01-14T09:00:00.000Z',
        },
      },
      {
        labels: { alertname: 'FiguresNotJudged' },
        annotations: { summary: 'Councils whose figures could not be judged: 2.' },
      },
    ]);
  });

  it('was not reached where it answers with a fault, or not at all', async () => {
    status = 503;
    expect(await monitor().tell({ failed: [], putAside: 0 })).toBe(false);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await monitor().tell({ failed: [], putAside: 0 })).toBe(false);
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  });

  it('is nobody where none is set up', async () => {
    const none = openMonitor({}, 'https://monitor.example');
    expect(none).toBeInstanceOf(NoMonitor);
    expect(await none.tell({ failed: [], putAside: 0 })).toBe(true);
    expect(openMonitor({ ALERTMANAGER_URL: url }, '')).toBeInstanceOf(AlertmanagerMonitor);
  });
});
