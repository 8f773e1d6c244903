import type { HeavyNumbers } from '#application/ports';
import type { specTasks } from './tasks-for-spec.js';

type SpecTasks = typeof specTasks;

/** What every form of heavy numbers must do. `open`: one question at a time, and `waiting` may wait. */
export function heavyNumbersContract(
  open: (limits: { readonly waiting: number }) => HeavyNumbers<SpecTasks>,
): void {
  let numbers: HeavyNumbers<SpecTasks>;
  beforeEach(() => (numbers = open({ waiting: 8 })));
  afterEach(() => numbers.close());
  const add = (a: number, signal?: AbortSignal) => numbers.run('add', { a, b: 1 }, signal);

  it('gives what the calculation gives, of whatever plain data', async () => {
    expect(await add(1)).toEqual({ ok: true, value: 2 });
    const answer = await numbers.run('later', 'b');
    expect(answer.ok && [...answer.value]).toEqual([['b', Float64Array.of(0.1, -0)]]);
  });

  it('goes on from a generator’s state as everywhere', async () => {
    // By hand, see the specification of the generator.
    expect(await numbers.run('words', { state: [1, 2, 3, 4], count: 4 })).toEqual({
      ok: true,
      value: [11520, 0, 5927040, 70819200],
    });
  });

  it('answers each of many questions with its own answer', async () => {
    const answers = await Promise.all([3, 1, 2].map((a) => add(a)));
    expect(answers.map((answer) => answer.ok && answer.value)).toEqual([4, 2, 3]);
  });

  it('says what a calculation threw, and goes on', async () => {
    expect(await numbers.run('fail', 'no such panel')).toEqual({
      ok: false,
      error: { kind: 'failed', message: 'no such panel' },
    });
    expect(await add(1)).toMatchObject({ ok: true });
  });

  it('says that an unknown task, an input or an answer that is not plain data has failed', async () => {
    const failed = { ok: false, error: { kind: 'failed' } };
    expect(await numbers.run('notPlain', null)).toMatchObject(failed);
    const input = { a: 1, b: (() => 1) as unknown as number };
    expect(await numbers.run('add', input)).toMatchObject(failed);
    expect(await numbers.run('toString' as 'add', { a: 1, b: 1 })).toMatchObject(failed);
    expect(await numbers.run('none' as 'add', { a: 1, b: 1 })).toMatchObject(failed);
    expect(await add(1)).toMatchObject({ ok: true });
  });

  it('refuses at once what is more than may wait', async () => {
    numbers = open({ waiting: 1 });
    const answers = await Promise.all([1, 2, 3].map((a) => add(a)));
    expect(answers).toEqual([
      { ok: true, value: 2 },
      { ok: true, value: 3 },
      { ok: false, error: { kind: 'full' } },
    ]);
    expect(await add(1)).toMatchObject({ ok: true });
  });

  it('leaves out what is cancelled before or while it waits, and answers the others', async () => {
    expect(await add(1, AbortSignal.abort())).toEqual({ ok: false, error: { kind: 'cancelled' } });
    const waits = new AbortController();
    const answers = [add(1), add(2, waits.signal), add(3)];
    waits.abort();
    expect(await Promise.all(answers)).toEqual([
      { ok: true, value: 2 },
      { ok: false, error: { kind: 'cancelled' } },
      { ok: true, value: 4 },
    ]);
  });

  it('answers what waits when it is closed, and whatever comes later, that it is closed', async () => {
    const asked = [add(1), add(2), add(3)];
    await numbers.close();
    const answers = [...(await Promise.all(asked)).slice(1), await add(4)];
    expect(answers).toEqual(Array(3).fill({ ok: false, error: { kind: 'closed' } }));
    await numbers.close();
  });
}
