import { createHmac } from 'node:crypto';

export type RoleUrls = {
  readonly worker: string;
  readonly app: string;
  readonly public: string;
  readonly queue: string;
};

/**
 * The addresses of the four roles beside the owner. Their names carry the prefix (the database's name, unless given);
 * their passwords follow from the owner's by HMAC, so that nothing more has to be kept. Addresses that are given win.
 */
export function deriveRoleUrls(
  ownerUrl: string,
  given: Partial<RoleUrls> = {},
  prefix: string = new URL(ownerUrl).pathname.slice(1),
): RoleUrls {
  const owner = new URL(ownerUrl);
  const derive = (role: keyof RoleUrls): string => {
    const url = new URL(ownerUrl);
    url.username = `${prefix}_${role}`;
    url.password = createHmac('sha256', decodeURIComponent(owner.password))
      .update(`${prefix}_${role}`)
      .digest('hex');
    return given[role] ?? url.toString();
  };
  return {
    worker: derive('worker'),
    app: derive('app'),
    public: derive('public'),
    queue: derive('queue'),
  };
}
