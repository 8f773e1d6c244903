import type { Server } from 'node:http';
import { load, type CheerioAPI } from 'cheerio';
import request from 'supertest';

export type ReadPage = {
  readonly status: number;
  readonly location: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly $: CheerioAPI;
};

/** A reader of pages without scripts: keeps cookies, follows nothing by itself, and sends forms with their token. */
export class PageReader {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly server: Server) {}

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<ReadPage> {
    const asked = request(this.server).get(path).set(headers);
    return this.read(await asked.set('cookie', this.cookieHeader()));
  }

  /** Sends fields to `path` with the token of the page that was read last. */
  async post(path: string, fields: Readonly<Record<string, string>>): Promise<ReadPage> {
    const answer = await request(this.server)
      .post(path)
      .set('cookie', this.cookieHeader())
      .type('form')
      .send({ csrf: this.token, ...fields });
    return this.read(answer);
  }

  /** Sends a file with the token of the page that was read last; fields stand before it. */
  async upload(
    path: string,
    fields: Readonly<Record<string, string>>,
    file: { readonly name: string; readonly text?: string; readonly bytes?: Uint8Array } | null,
    field = 'file',
  ): Promise<ReadPage> {
    const sending = request(this.server).post(path).set('cookie', this.cookieHeader());
    for (const [name, value] of Object.entries({ csrf: this.token, ...fields })) {
      void sending.field(name, value);
    }
    if (file) {
      const bytes = file.bytes ?? Buffer.from(file.text ?? '');
      void sending.attach(field, Buffer.from(bytes), file.name);
    }
    return this.read(await sending);
  }

  async signIn(persona: string): Promise<void> {
    await this.get('/sign-in');
    await this.post('/sign-in', { persona, to: '/' });
  }

  private token = '';

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private read(answer: request.Response): ReadPage {
    const set: unknown = answer.headers['set-cookie'];
    for (const line of Array.isArray(set) ? set : []) {
      const [pair = ''] = String(line).split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    this.token = tokenIn(answer.text ?? '') ?? this.token;
    return pageOf(answer);
  }
}

/** Only its element is parsed, not the page that it is in. */
function tokenIn(page: string): string | undefined {
  const input = /<input[^>]*\bname="csrf"[^>]*>/.exec(page);
  return input ? load(input[0])('input').attr('value') : undefined;
}

/** Parsed when it is looked into, and once: parsing is most of what reading a page costs. */
function pageOf({ status, headers: sent, text: written, body }: request.Response): ReadPage {
  const headers = sent as Record<string, string>;
  // An image comes as bytes, also where they are text.
  const text = written ?? (Buffer.isBuffer(body) ? body.toString('utf8') : '');
  let parsed: CheerioAPI | null = null;
  return {
    ...{ status, location: headers['location'], headers, text },
    get $() {
      return (parsed ??= load(text));
    },
  };
}
