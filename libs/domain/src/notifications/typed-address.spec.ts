import { typedAddress } from './index.js';

describe('where messages shall go', () => {
  it.each([
    ['email', ' send.team@rutland.example '],
    ['email', "o'neill+alerts@mail.rutland.example"],
    ['webhook', 'https://hooks.rutland.example/alerts?from=monitor'],
    ['webhook', 'https://rutland.example:8443'],
    ['webhook', 'http://127.0.0.1:8080/hook'],
  ] as const)('is, by %s, %s', (channel, typed) => {
    expect(typedAddress(channel, typed)).toBe(typed.trim());
  });

  it.each([
    ['email', ''],
    ['email', 'rutland.example'],
    ['email', 'a@b.example, c@d.example'],
    ['email', 'Team <team@rutland.example>'],
    ['email', 'team@rutland.example\nBcc: else@where.example'],
    ['email', `${'a'.repeat(250)}@rutland.example`],
    ['webhook', 'http://hooks.rutland.example/'],
    ['webhook', 'https://user:password@rutland.example/'],
    ['webhook', 'https://rutland.example/#part'],
    ['webhook', 'ftp://rutland.example/'],
    ['webhook', `https://rutland.example/${'a'.repeat(500)}`],
  ] as const)('is nowhere, by %s: %s', (channel, typed) => {
    expect(typedAddress(channel, typed)).toBeNull();
  });
});
