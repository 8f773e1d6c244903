import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Every route that an app serves by GET or POST, as `GET /path/:parameter`, but the catch-all. */
export function routesOf(app: NestFastifyApplication): readonly string[] {
  const fastify = app.getHttpAdapter().getInstance() as unknown as {
    printRoutes: (options: object) => string;
  };
  const found = new Set<string>();
  const path: string[] = [];
  for (const line of fastify.printRoutes({ commonPrefix: false }).split('\n')) {
    const match = /^((?:│ {3}| {4})*)[├└]── (\S*) ?(?:\(([^)]*)\))?/.exec(line);
    if (!match) continue;
    const depth = (match[1] ?? '').length / 4;
    path.length = depth;
    path[depth] = match[2] ?? '';
    for (const method of (match[3] ?? '').split(', '))
      if (method === 'GET' || method === 'POST') found.add(`${method} ${path.join('')}`);
  }
  return [...found].filter((route) => !route.endsWith('*')).sort();
}
