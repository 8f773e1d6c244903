import { REFUSALS } from '../refusals.js';
import {
  endOfKeyDay,
  faultsOfNewKey,
  isLivingKey,
  isOverlapDay,
  KEY_LIMITS,
  standingOfKey,
} from './api-key.js';

const TODAY = '2025-01-15';
const now = new Date('2025-01-15T09:00:00Z');
const terms = { label: 'Nightly push', deeds: ['send-figures'], lastDay: '2025-04-15' };
const key = {
  expiresAt: new Date('2025-04-16T00:00:00Z'),
  revokedAt: null,
  replacedBy: null,
} as const;

describe('the terms of a new key', () => {
  it.each([
    [{}, []],
    [{ deeds: ['send-figures', 'read-own-figures'] }, []],
    [{ label: '' }, ['LABEL']],
    [{ label: ' Nightly' }, ['LABEL']],
    [{ label: 'Nightly\npush' }, ['LABEL']],
    [{ label: 'n'.repeat(60) }, []],
    [{ label: 'n'.repeat(61) }, ['LABEL']],
    [{ deeds: [] }, ['DEEDS']],
    [{ deeds: ['approve-figures'] }, ['DEEDS']],
    [{ lastDay: '2025-01-15' }, ['LAST_DAY']],
    [{ lastDay: '2025-01-16' }, []],
    [{ lastDay: '2026-01-15' }, []],
    [{ lastDay: '2026-01-16' }, ['LAST_DAY']],
    [{ lastDay: '2025-02-30' }, ['LAST_DAY']],
    [{ lastDay: 'banana' }, ['LAST_DAY']],
    [{ label: '', deeds: [], lastDay: '' }, ['LABEL', 'DEEDS', 'LAST_DAY']],
  ])('with %j have the faults %j', (over, faults) => {
    expect(faultsOfNewKey({ ...terms, ...over }, TODAY)).toEqual(faults);
  });

  it('end at the midnight in London that ends the last day', () => {
    expect(endOfKeyDay('2025-01-15')).toEqual(new Date('2025-01-16T00:00:00Z'));
    expect(endOfKeyDay('2025-06-30')).toEqual(new Date('2025-06-30T23:00:00Z'));
  });
});

describe('a key that is being replaced', () => {
  it.each([
    ['2025-01-14', false],
    ['2025-01-15', true],
    ['2025-01-29', true],
    ['2025-01-30', false],
    ['', false],
  ])('may go on until %s: %s', (day, may) => {
    expect(isOverlapDay(day, TODAY)).toBe(may);
  });
});

describe('where a key stands', () => {
  it.each([
    [{}, 'working'],
    [{ expiresAt: new Date('2025-01-29T09:00:00.001Z') }, 'working'],
    [{ expiresAt: new Date('2025-01-29T09:00:00Z') }, 'ending'],
    [{ expiresAt: new Date('2025-01-16T00:00:00Z'), replacedBy: 'abcdefgh' }, 'replaced'],
    [{ expiresAt: now, replacedBy: 'abcdefgh' }, 'expired'],
    [{ expiresAt: now }, 'expired'],
    [{ expiresAt: now, revokedAt: now }, 'revoked'],
    [{ revokedAt: now }, 'revoked'],
  ] as const)('with %j is %s', (over, standing) => {
    expect(standingOfKey({ ...key, ...over }, now)).toBe(standing);
    expect(isLivingKey({ ...key, ...over }, now)).toBe(
      standing !== 'expired' && standing !== 'revoked',
    );
  });
});

it('the words about too many keys say how many that is', () => {
  expect(REFUSALS.TOO_MANY_KEYS.message).toContain(` ${KEY_LIMITS.livingKeys} keys`);
});
