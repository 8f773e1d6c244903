import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Messenger, type Delivery, type OutgoingMessage } from '#application/ports';
import { isPrivateAddress } from './private-addresses.js';

export type WebhookOptions = {
  /** In production only https to public addresses; elsewhere also plain http to this machine. */
  readonly production: boolean;
  /** For a whole delivery, the answer with it. */
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 10_000;
const MOST_KEPT = 200;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
/** Answers of a receiver that asks to be tried again, beside 5xx. */
const LATER: ReadonlySet<number> = new Set([408, 429]);

/** Thrown by the look-up of a name that leads into a private network. */
class PrivateAddress extends Error {}

/** What is posted, as text: what to look at, and no figure. */
export const bodyOf = (message: OutgoingMessage) => {
  const { id, event, alertId, council, rule, link, at, test, alerts } = message;
  return JSON.stringify({
    ...{ id, event, alertId, council, rule, link, at: at.toISOString(), test },
    alerts: alerts.map((one) => ({ id: one.id, rule: one.rule })),
  });
};

/**
 * The value of `X-Signature`: HMAC-SHA-256 of the value of `X-Timestamp` (seconds since 1970), a full stop and the body, by
 * the secret that was shown when the address was added.
 */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

/** Signed posts to another system. The address that is checked is the one that is connected to; no redirect is followed. */
export class WebhookMessenger extends Messenger {
  readonly channel = 'webhook';

  constructor(private readonly options: WebhookOptions) {
    super();
  }

  async deliver(message: OutgoingMessage, at: Date): Promise<Delivery> {
    const url = URL.canParse(message.to) ? new URL(message.to) : null;
    const fault = url ? this.faultOf(url) : 'the address is no URL';
    if (!url || fault) return { outcome: 'refused', detail: fault ?? '' };
    const body = bodyOf(message);
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
      'User-Agent': 'change-programme-monitor',
      'X-Timestamp': timestamp,
      'X-Signature': signatureOf(message.secret ?? '', timestamp, body),
    };
    try {
      return await this.post(url, headers, body);
    } catch (error) {
      return ended(error);
    }
  }

  private faultOf(url: URL): string | null {
    const { production } = this.options;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (url.protocol !== 'https:' && (production || url.protocol !== 'http:'))
      return 'only https is allowed';
    if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) return 'only https is allowed';
    if (production && isIP(host) !== 0 && isPrivateAddress(host))
      return 'the address is in a private network';
    return null;
  }

  private post(url: URL, headers: Record<string, string>, body: string): Promise<Delivery> {
    return new Promise((resolve, reject) => {
      const send = url.protocol === 'https:' ? requestHttps : requestHttp;
      const asked = send(url, {
        method: 'POST',
        headers,
        agent: false,
        signal: AbortSignal.timeout(this.options.timeoutMs ?? TIMEOUT_MS),
        ...(this.options.production ? { lookup: lookupPublic } : {}),
      });
      asked.on('error', reject);
      asked.on('response', (answer) => {
        startOf(answer).then((start) => {
          asked.destroy();
          resolve(judged(answer.statusCode ?? 0, start));
        }, reject);
      });
      asked.end(body);
    });
  }
}

/** The first characters of an answer's body; the rest is not read. */
async function startOf(answer: IncomingMessage): Promise<string> {
  answer.setEncoding('utf8');
  let text = '';
  for await (const piece of answer as AsyncIterable<string>) {
    text += piece;
    if (text.length >= MOST_KEPT) break;
  }
  return text;
}

function judged(status: number, start: string): Delivery {
  const detail = `answered ${status}${start ? `: ${start}` : ''}`.slice(0, MOST_KEPT);
  if (status >= 200 && status < 300) return { outcome: 'delivered', detail: `answered ${status}` };
  if (status >= 300 && status < 400)
    return { outcome: 'failed', detail: `answered ${status}: redirects are not followed` };
  return { outcome: status >= 500 || LATER.has(status) ? 'failed' : 'refused', detail };
}

function ended(error: unknown): Delivery {
  if (error instanceof PrivateAddress)
    return { outcome: 'refused', detail: 'the address is in a private network' };
  const { name, code } = error as { readonly name: string; readonly code?: string };
  return {
    outcome: 'failed',
    detail:
      name === 'AbortError' || name === 'TimeoutError'
        ? 'no answer in time'
        : `not reached (${code ?? name})`,
  };
}

/** Looks a name up as ever, and refuses it when any of its addresses is private. */
const lookupPublic: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error || !first) return done(error ?? new Error('no address'), '', 4);
    if (found.some(({ address }) => isPrivateAddress(address)))
      return done(new PrivateAddress(), '', 4);
    if (options.all) return done(null, found);
    done(null, first.address, first.family);
  });
};
