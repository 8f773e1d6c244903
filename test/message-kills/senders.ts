import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type SenderOrder = { readonly now: string };
export type SenderNews =
  | { readonly kind: 'ready' }
  | { readonly kind: 'idle'; readonly now: string }
  | { readonly kind: 'broken'; readonly reason: string };

const PROGRAM = join(process.cwd(), 'dist', 'test', 'message-kills', 'sender.js');

/** A sending process of ours, which can be killed at any moment. */
export class Sender {
  private constructor(private readonly child: ChildProcess) {}

  static async start(url: string, smtp: string): Promise<Sender> {
    const child = fork(PROGRAM, [url, smtp], { execArgv: [] });
    const sender = new Sender(child);
    await sender.hear(({ kind }) => kind === 'ready');
    return sender;
  }

  /** Has it work by a clock that stands at a moment; resolves once nothing is due, or it was killed. */
  async work(now: Date): Promise<void> {
    const order: SenderOrder = { now: now.toISOString() };
    const idle = this.hear((news) => news.kind === 'idle' && news.now === order.now);
    this.child.send(order);
    await idle;
  }

  /** Ends it as `kill -9` does; resolves once it is gone. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  private hear(fits: (news: SenderNews) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (done: () => void): void => {
        this.child.off('message', heard);
        this.child.off('exit', left);
        done();
      };
      const heard = (news: SenderNews): void => {
        if (news.kind === 'broken') end(() => reject(new Error(news.reason)));
        else if (fits(news)) end(resolve);
      };
      const left = (): void => end(resolve);
      this.child.on('message', heard);
      this.child.on('exit', left);
    });
  }
}
