import { readFileSync } from 'node:fs';
import { isMember, isParticipating, resolveCouncil, type Register } from './index.js';

const councils = JSON.parse(
  readFileSync(new URL('../../../../programmes/send-ap/councils.json', import.meta.url), 'utf8'),
) as Register['councils'];
const register: Register = {
  programmeId: 1,
  programmeCode: 'p',
  programmeName: 'P',
  regions: [],
  councils,
  partnerships: [],
  memberships: [{ councilId: 7, from: '2024-01-15', to: '2024-06-01' }],
  participations: [
    {
      councilId: 7,
      reform: 'panel',
      version: 1,
      from: '2024-02-01',
      to: '2024-04-01',
      haltedReason: 'paused',
    },
  ],
};
const found = (text: string, day = '2024-09-30') => {
  const result = resolveCouncil(register, text, day);
  return result.ok ? result.value.key : result.error;
};

describe('a council by code or name, on a day', () => {
  it.each([
    ['E06000017', 'rutland'],
    ['e06000017', 'rutland'],
    [' 857 ', 'rutland'],
    ['Rutland', 'rutland'],
    ['RUTLAND  Council', 'rutland'],
    ['Telford & Wrekin', 'telford-and-wrekin'],
    ['telford and wrekin', 'telford-and-wrekin'],
    ['Bedford Borough', 'bedford'],
    ['Herefordshire, County of', 'herefordshire'],
    ['Bristol', 'bristol'],
    ['St Helens', 'st-helens'],
    ['Southend on Sea', 'southend-on-sea'],
  ])('knows %p as %s', (text, key) => expect(found(text)).toBe(key));

  it('knows every council by each code and its name of today', () => {
    const wrong = councils
      .filter((council) => council.endedOn === null)
      .flatMap((council) =>
        [council.name, ...council.codes.filter((c) => c.validTo === null).map((c) => c.code)]
          .filter((text) => found(text, '2026-01-31') !== council.key)
          .map((text) => `${council.key}: ${text}`),
      );
    expect(wrong).toEqual([]);
  });

  it('does not know a code or name that never was', () => {
    for (const text of ['E06000999', '999', 'Atlantis', '', '   '])
      expect(found(text)).toEqual({ kind: 'unknown', text });
  });

  it('names the successor of a code that had ended, and the day', () => {
    expect(found('E08000020')).toMatchObject({
      kind: 'not-valid-then',
      successors: ['E08000037'],
      on: '2013-04-01',
    });
    expect(found('E08000020', '2013-03-31')).toBe('gateshead');
  });

  it('names all successors of a council that was divided', () => {
    expect(found('909')).toMatchObject({
      kind: 'not-valid-then',
      successors: ['E06000063', 'E06000064'],
      on: '2023-04-01',
    });
  });

  it('takes a code that came later for the same council: months before the change may be sent after it', () => {
    expect(found('E08000037', '2013-03-31')).toBe('gateshead');
    expect(found('E08000038', '2025-03-31')).toBe('barnsley');
    expect(found('E08000016', '2025-04-30')).toBe('barnsley');
    expect(found('E08000016', '2025-05-31')).toMatchObject({ successors: ['E08000038'] });
  });

  it('takes a former name for its only successor, and asks which when there are several', () => {
    expect(found('Poole')).toBe('bournemouth-christchurch-and-poole');
    expect(found('Bedfordshire')).toMatchObject({
      kind: 'ambiguous',
      names: ['Bedford', 'Central Bedfordshire'],
    });
    expect(found('Cumbria', '2023-03-31')).toBe('cumbria');
  });

  it('reads a name by its day when two councils have had it', () => {
    expect(found('Dorset', '2019-03-31')).toBe('dorset-county');
    expect(found('Dorset', '2019-04-01')).toBe('dorset');
  });
});

describe('taking part', () => {
  const month = (start: string, end: string) => ({ start, end });
  it('is true for a month of which any day was in it, up to and without the last day', () => {
    expect(isMember(register, 7, month('2024-01-01', '2024-02-01'))).toBe(true);
    expect(isMember(register, 7, month('2023-12-01', '2024-01-01'))).toBe(false);
    expect(isMember(register, 7, month('2024-06-01', '2024-07-01'))).toBe(false);
    expect(isMember(register, 8, month('2024-02-01', '2024-03-01'))).toBe(false);
  });
  it('ends with the halt of a reform', () => {
    expect(isParticipating(register, 7, 'panel', month('2024-03-01', '2024-04-01'))).toBe(true);
    expect(isParticipating(register, 7, 'panel', month('2024-04-01', '2024-05-01'))).toBe(false);
    expect(isParticipating(register, 7, 'other', month('2024-03-01', '2024-04-01'))).toBe(false);
  });
});
