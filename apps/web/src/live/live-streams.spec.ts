import { FakeIdentity, fakeService } from '#testing/web';
import { LiveStreams } from './live-streams.js';

async function openOne() {
  const door = fakeService();
  const identity = new FakeIdentity();
  const session = await identity.signIn('dfe-analyst');
  const streams = new LiveStreams(door, identity);
  const written: string[] = [];
  const said = { ended: false };
  const stop = streams.open(session?.cookie ?? '', {
    write: (text) => void written.push(text),
    end: () => void (said.ended = true),
  });
  return { door, identity, streams, written, said, stop, cookie: session?.cookie ?? '' };
}
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('LiveStreams', () => {
  it('tells an open page the newest seq, and nothing else', async () => {
    const { door, streams, written } = await openOne();
    door.know(9);
    await settled();
    expect(written.at(-1)).toBe('event: known\nid: 9\ndata: 9\n\n');
    streams.beforeApplicationShutdown();
  });

  it('tells a session that has ended only that it has', async () => {
    const { door, identity, streams, written, said, cookie } = await openOne();
    await identity.signOut(cookie);
    door.know(9);
    await settled();
    expect(written.join('')).not.toContain('data: 9');
    expect(written.at(-1)).toContain('event: ended');
    expect(said.ended).toBe(true);
    streams.beforeApplicationShutdown();
  });

  it('forgets a page that has gone, and ends all when the server stops', async () => {
    const { door, streams, written, said, stop } = await openOne();
    stop();
    door.know(9);
    await settled();
    expect(written).toHaveLength(1);
    streams.beforeApplicationShutdown();
    expect(said.ended).toBe(false);
  });
});
