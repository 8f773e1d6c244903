import { createTransport } from 'nodemailer';
import { Messenger, type Delivery, type OutgoingMessage } from '#application/ports';
import { subjectOf, textOf } from './wording.js';

export type SmtpOptions = {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly url: string;
  /** The address that messages come from. */
  readonly from: string;
  /** For each step: to connect, to be greeted, and of silence. */
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 10_000;
/** For a whole delivery, however slowly a server speaks. */
const DEADLINES = 2.5;

/** Email by one SMTP server: one message, one address, plain text. */
export class SmtpMessenger extends Messenger {
  readonly channel = 'email';
  readonly #transport: ReturnType<typeof createTransport>;
  readonly #deadlineMs: number;

  constructor(private readonly options: SmtpOptions) {
    super();
    const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
    this.#deadlineMs = timeoutMs * DEADLINES;
    this.#transport = createTransport({
      url: options.url,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async deliver(message: OutgoingMessage): Promise<Delivery> {
    const late = deadline(this.#deadlineMs);
    const sent = this.#transport
      .sendMail({
        from: this.options.from,
        // As an address and not as a text, so that nothing of it is read as a second one.
        to: { name: '', address: message.to },
        subject: subjectOf(message),
        text: textOf(message),
        messageId: `<${message.id}@change-programme-monitor>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      .then((): Delivery => ({ outcome: 'delivered', detail: 'taken by the mail server' }), ended);
    try {
      return await Promise.race([sent, late.ended]);
    } finally {
      late.cancel();
    }
  }
}

/** How an error ended the attempt. A server's own words may hold addresses and are not kept: its code says enough. */
function ended(error: unknown): Delivery {
  const { responseCode, code } = error as {
    readonly responseCode?: number;
    readonly code?: string;
  };
  // 5xx of the message or its address is for good; of signing in, it is ours to mend.
  const forGood = (responseCode ?? 0) >= 500 && code !== 'EAUTH';
  return {
    outcome: forGood ? 'refused' : 'failed',
    detail: responseCode
      ? `the mail server answered ${responseCode}`
      : `the mail server was not reached (${code ?? 'no reason given'})`,
  };
}

function deadline(ms: number): { ended: Promise<Delivery>; cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<Delivery>((resolve) => {
    timer = setTimeout(
      () => resolve({ outcome: 'failed', detail: 'the mail server took too long' }),
      ms,
    );
  });
  return { ended, cancel: () => clearTimeout(timer) };
}
