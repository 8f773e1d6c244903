const MOST = { email: 254, webhook: 500 } as const;
/** One address and nothing else: no name, no second address, no space, no control character. */
const EMAIL = /^[^\s@,;:<>()[\]\\"\p{C}]+@[^\s@,;:<>()[\]\\"\p{C}]+\.[^\s@,;:<>()[\]\\"\p{C}]+$/u;
/** https to anywhere, or http to this machine, which only development allows; no password and no fragment in it. */
const HTTPS = /^https:\/\/[^\s@#/?]+([/?][^\s#]*)?$/i;
const TO_THIS_MACHINE = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?([/?][^\s#]*)?$/i;

/**
 * Where messages shall go, as it is kept; null for what is no address of this channel. A webhook's address holds no user
 * name or password: it is signed instead.
 */
export function typedAddress(channel: 'email' | 'webhook', typed: string): string | null {
  const text = typed.trim();
  if (text.length > MOST[channel]) return null;
  if (channel === 'email') return EMAIL.test(text) ? text : null;
  return HTTPS.test(text) || TO_THIS_MACHINE.test(text) ? text : null;
}
