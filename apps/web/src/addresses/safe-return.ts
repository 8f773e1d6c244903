/**
 * Where to go after sign-in: a path of this service, or `/`. Another site's address, `//host` or a path with a
 * backslash or control character is never followed.
 */
export function safeReturn(to: unknown): string {
  if (typeof to !== 'string' || to.length > 500) return '/';
  return /^\/(?!\/)[\w\-./?=&%~+:,@]*$/.test(to) ? to : '/';
}
