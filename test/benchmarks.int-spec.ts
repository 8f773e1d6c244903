import { scopeOf } from '#domain/access';
import { periodKey } from '#domain/periods';
import { testService, type TestService } from './service/test-service.js';

const ENGLAND = 'E92000001';
const EAST_MIDLANDS = 'E12000004';

describe('what a published series is compared with', () => {
  let at: TestService;
  beforeAll(async () => {
    at = await testService('2025-07-01T09:00:00Z');
  });
  afterAll(() => at.close());

  const figures = async (asKnownAt: string) => {
    const { register } = await at.service.programme.current();
    const officer = await at.reader('council-submitter', 'rutland');
    return at.service.benchmarks.areaFigures(scopeOf(officer), {
      programmeId: register.programmeId,
      metrics: ['ehcp_timeliness_20wk_excl'],
      areaCodes: [ENGLAND, EAST_MIDLANDS],
      asKnownAt: new Date(asKnownAt),
    });
  };

  it('is England and the region, in the order of time', async () => {
    const all = await figures('2025-07-01T09:00:00Z');
    const of = (code: string) => all.filter(({ areaCode }) => areaCode === code);
    expect([of(ENGLAND).length, of(EAST_MIDLANDS).length]).toEqual([6, 6]);
    expect(of(ENGLAND).map(({ period }) => period.timePeriod)).toEqual([
      '2019',
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
    ]);
    expect(of(ENGLAND).at(-1)).toMatchObject({ value: '46.4', state: 'value' });
  });

  it('is not known before half past nine of its day of publication', async () => {
    const last = (await figures('2025-07-01T09:00:00Z')).at(0);
    const newest = (await figures('2025-07-01T09:00:00Z')).find(
      ({ period }) => periodKey(period) === '2024 Calendar year',
    );
    const day = newest?.publishedOn ?? '';
    expect(last).toBeDefined();
    const known = async (time: string) =>
      (await figures(`${day}T${time}Z`)).some(
        ({ period }) => periodKey(period) === '2024 Calendar year',
      );
    expect([await known('08:29:00'), await known('08:30:00')]).toEqual([false, true]);
  });

  it('is ten statistical neighbours of a council, nearest first, with their vintage', async () => {
    const { register } = await at.service.programme.current();
    const nameOf = new Map(register.councils.map(({ id, name }) => [id, name]));
    const council = register.councils.find(({ key }) => key === 'barking-and-dagenham');
    const officer = await at.reader('council-submitter', 'rutland');
    const neighbours = await at.service.benchmarks.neighboursOf(scopeOf(officer), council?.id ?? 0);
    expect(neighbours.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(nameOf.get(neighbours[0]?.councilId ?? 0)).toBe('Enfield');
    expect(neighbours[0]).toMatchObject({ closeness: 'Close', vintage: '2025-05' });
    const ended = register.councils.find(({ endedOn }) => endedOn !== null);
    expect(await at.service.benchmarks.neighboursOf(scopeOf(officer), ended?.id ?? 0)).toEqual([]);
    expect(await at.broken()).toEqual([]);
  });
});
