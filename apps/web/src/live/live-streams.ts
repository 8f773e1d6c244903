import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { IdentityDoor } from '../identity-door.js';
import { ServiceDoor } from '../service-door.js';

/** Where a stream's events go. */
export type Wire = { readonly write: (text: string) => void; readonly end: () => void };
type Stream = { readonly cookie: string; readonly wire: Wire };

const HEARTBEAT_MS = 25_000;

/** The open pages that hear of new figures. Each event and each heartbeat looks at the session again first. */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  private readonly streams = new Set<Stream>();
  private readonly stopHearing: () => void;
  private readonly heartbeat: NodeJS.Timeout;

  constructor(
    door: ServiceDoor,
    private readonly identity: IdentityDoor,
  ) {
    this.stopHearing = door.knowledge.subscribe((seq) =>
      this.tell(`event: known\nid: ${seq}\ndata: ${seq}\n\n`),
    );
    this.heartbeat = setInterval(() => this.tell(': still here\n\n'), HEARTBEAT_MS);
    this.heartbeat.unref();
  }

  /** Adds a stream; returns how to end it. A first comment makes the browser know that it is open. */
  open(cookie: string, wire: Wire): () => void {
    const stream = { cookie, wire };
    this.streams.add(stream);
    wire.write('retry: 2000\n\n');
    return () => void this.streams.delete(stream);
  }

  /** Ends every stream, so that the server can close. */
  beforeApplicationShutdown(): void {
    this.stopHearing();
    clearInterval(this.heartbeat);
    for (const { wire } of this.streams) wire.end();
    this.streams.clear();
  }

  private tell(text: string): void {
    for (const stream of this.streams) void this.tellOne(stream, text);
  }

  private async tellOne(stream: Stream, text: string): Promise<void> {
    const holder = await this.identity.readerOfSession(stream.cookie).catch(() => undefined);
    // The database is away for a moment: the session is not known to have ended, but nothing is told either.
    if (holder === undefined || !this.streams.has(stream)) return;
    if (holder) return stream.wire.write(text);
    stream.wire.write('event: ended\ndata: session\n\n');
    stream.wire.end();
    this.streams.delete(stream);
  }
}
