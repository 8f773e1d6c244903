import { pathToFileURL } from 'node:url';
import { SameThreadHeavyNumbers } from '#testing/heavy-numbers';
import { allOf } from './all-of.js';
import { heavyNumbersContract } from './heavy-numbers.contract.js';
import { specTasks } from './tasks-for-spec.js';
import { ThreadedHeavyNumbers } from './threaded-heavy-numbers.js';

const compiled = (name: string): URL =>
  pathToFileURL(`dist/libs/platform/src/heavy-numbers/${name}.js`);
const open = ({ waiting = 8, threads = 1, script = compiled('tasks-for-spec') } = {}) =>
  new ThreadedHeavyNumbers<typeof specTasks>(script, { threads, waiting, heapMegabytes: 64 });

describe('heavy numbers on the thread that asks', () => {
  heavyNumbersContract(({ waiting }) => new SameThreadHeavyNumbers(specTasks, waiting));
});

describe('heavy numbers on threads', () => {
  heavyNumbersContract(open);

  let numbers = open();
  afterEach(() => numbers.close());

  it('make a thread that dies a value, and answer what waited by another one', async () => {
    numbers = open();
    const [died, next] = await Promise.all([
      numbers.run('die', 7),
      numbers.run('add', { a: 1, b: 1 }),
    ]);
    expect(died).toEqual({
      ok: false,
      error: { kind: 'failed', message: 'its thread ended with status 7' },
    });
    expect(next).toEqual({ ok: true, value: 2 });
  });

  it('end the thread of a calculation that is cancelled, and go on with another one', async () => {
    numbers = open();
    const cancel = new AbortController();
    const endless = numbers.run('forEver', null, cancel.signal);
    const next = numbers.run('add', { a: 1, b: 1 });
    cancel.abort();
    expect(await endless).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(await next).toEqual({ ok: true, value: 2 });
  });

  it('end what runs when they are closed', async () => {
    numbers = open({ threads: 2 });
    const endless = [numbers.run('forEver', null), numbers.run('forEver', null)];
    await numbers.close();
    expect(await Promise.all(endless)).toEqual(
      Array(2).fill({ ok: false, error: { kind: 'closed' } }),
    );
  });

  it('fail each question of a module that cannot be loaded', async () => {
    numbers = open({ script: compiled('there-is-none') });
    const answers = await Promise.all([1, 2].map((a) => numbers.run('add', { a, b: 1 })));
    expect(answers).toMatchObject(Array(2).fill({ ok: false, error: { kind: 'failed' } }));
  });

  it('lose a thread that takes too much memory, and nothing else', async () => {
    numbers = open();
    expect(await numbers.run('hoard', null)).toMatchObject({
      ok: false,
      error: { kind: 'failed', message: expect.stringContaining('memory') },
    });
    expect(await numbers.run('add', { a: 1, b: 1 })).toEqual({ ok: true, value: 2 });
  });

  it('see nothing of the environment', async () => {
    numbers = open();
    expect(process.env['PATH']).toBeDefined();
    expect(await numbers.run('secret', 'PATH')).toEqual({ ok: true, value: 'nothing' });
  });
});

describe('allOf', () => {
  it('keeps the order of the items, and to so many at once', async () => {
    let [now, most] = [0, 0];
    const answers = await allOf([5, 4, 3, 2, 1], 2, async (item) => {
      now += 1;
      most = Math.max(most, now);
      for (let turn = 0; turn < item; turn += 1) await Promise.resolve();
      now -= 1;
      return item * 10;
    });
    expect([answers, most]).toEqual([[50, 40, 30, 20, 10], 2]);
  });

  it('is nothing for nothing, and rejects with what an item rejects with', async () => {
    expect(await allOf([], 3, () => Promise.resolve(1))).toEqual([]);
    const rejects = () => Promise.reject(new Error('no'));
    await expect(allOf([1, 2], 2, rejects)).rejects.toThrow('no');
  });
});
