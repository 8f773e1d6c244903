import { KEY_DEEDS } from './api-key.js';
import { ROLES, type Reader } from './role.js';
import { keyHolderScope, scopeOf, sendingScopeOf, type Scope } from './scope.js';

const system: Reader = {
  actor: 'a system',
  roles: ['system'],
  councilIds: [7],
  memberIds: [],
  partnership: null,
};
const scopeWith = (deeds: Reader['deeds']): Scope => scopeOf(deeds ? { ...system, deeds } : system);

describe('a key', () => {
  it('for both deeds sees and sends what its role does', () => {
    expect(scopeWith(KEY_DEEDS)).toEqual(scopeWith(undefined));
  });

  it('that only reads sends nothing', () => {
    expect(scopeWith(['read-own-figures'])).toEqual({ ...scopeWith(undefined), writes: [] });
  });

  it('that only sends reads nothing, but is told what became of a delivery', () => {
    const only = scopeWith(['send-figures']);
    expect(only).toMatchObject({ anyStatus: [], approved: [], published: false, writes: [7] });
    const sending = sendingScopeOf({ ...system, deeds: ['send-figures'] });
    expect(sending).toEqual({ ...only, anyStatus: [7] });
  });

  it('for no deed at all does nothing', () => {
    const { anyStatus, approved, published, writes, acts } = scopeWith([]);
    expect([anyStatus, approved, published, writes, acts]).toEqual([[], [], false, [], []]);
  });

  it('that is only presented opens nothing but its own row', () => {
    const { anyStatus, approved, published, writes, acts, seesKeys, keepsKeys } =
      keyHolderScope('a digest');
    const all = [anyStatus, approved, published, writes, acts, seesKeys, keepsKeys];
    expect(all).toEqual([[], [], false, [], [], [], []]);
  });
});

describe('keys of a council', () => {
  const who = (pick: (scope: Scope) => unknown) =>
    ROLES.filter((role) => {
      const extent = pick(scopeOf({ ...system, roles: [role], memberIds: [7] }));
      return extent === 'all' || (Array.isArray(extent) && extent.length > 0);
    });

  it('are seen by its own people and the administrator', () => {
    expect(who(({ seesKeys }) => seesKeys)).toEqual([
      'council-submitter',
      'council-approver',
      'admin',
    ]);
  });

  it('are made and revoked by its approver and the administrator', () => {
    expect(who(({ keepsKeys }) => keepsKeys)).toEqual(['council-approver', 'admin']);
  });
});
