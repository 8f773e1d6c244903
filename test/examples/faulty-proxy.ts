import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/**
 * What happens to one request: it is answered with a status of the proxy's own; or it is taken by the service, whose answer
 * never arrives, because the connection is cut after `meanwhile` has run.
 */
export type Fault =
  | { readonly kind: 'answers'; readonly status: number; readonly headers?: Record<string, string> }
  | { readonly kind: 'loses the answer'; readonly meanwhile: () => void };

export type FaultyProxy = {
  readonly url: string;
  /** What will happen to the next requests, in order; afterwards they pass. */
  readonly faults: Fault[];
  /** The idempotency keys of what was sent, in order. */
  readonly keys: string[];
  readonly close: () => Promise<void>;
};

/** Stands between a program and the api, and fails where a spec says so. A service that is away cuts the connection. */
export async function faultyProxy(api: string): Promise<FaultyProxy> {
  const faults: Fault[] = [];
  const keys: string[] = [];
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    keys.push(String(request.headers['idempotency-key']));
    const fault = faults.shift();
    if (fault?.kind === 'answers') {
      response.writeHead(fault.status, fault.headers ?? {}).end();
      return;
    }
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const answer = await fetch(api + (request.url ?? ''), {
      method: 'POST',
      headers: {
        authorization,
        'content-type': type,
        'idempotency-key': keys.at(-1) ?? '',
      },
      body,
    });
    const text = await answer.text();
    if (fault) {
      fault.meanwhile();
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  };
  const server = createServer((request, response) => {
    pass(request, response).catch(() => request.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    keys,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
