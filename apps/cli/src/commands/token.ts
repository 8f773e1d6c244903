import { ROLES, type Role } from '#domain/access';
import { londonDay } from '#domain/periods';
import { resolveCouncil } from '#domain/register';
import { parseTtl } from '#identity';
import type { Command } from './command.js';
import { readOptions } from './options.js';
import { withService } from './running-service.js';

const isRole = (text: string | undefined): text is Role => ROLES.some((role) => role === text);
const COUNCIL_ROLES: readonly Role[] = ['council-submitter', 'council-approver', 'system'];
const PARTNERSHIP_ROLES: readonly Role[] = ['partnership-lead', 'delivery-partner'];

/** `token`: prints a bearer token for the api. */
export const token: Command = {
  name: 'token',
  summary: 'Print a bearer token for the api',
  usage: `token --role <role> [--council <code or name>] [--partnership <code>] [--ttl 1h] [--label <text>]\nRoles: ${ROLES.join(', ')}`,
  run: async (input) => {
    const { say } = input;
    const text = { type: 'string' } as const;
    const { values } = readOptions(
      input.args,
      { role: text, council: text, partnership: text, ttl: text, label: text },
      token.usage,
    );
    const { role } = values;
    if (!isRole(role)) return fault(say, `--role is one of: ${ROLES.join(', ')}.`);
    const ttlSeconds = parseTtl(values.ttl ?? '1h');
    if (ttlSeconds === null)
      return fault(say, '--ttl is a time such as 30m, 1h or 7d, of at most 90 days.');
    return withService(input, async (service) => {
      const { register } = await service.programme.current();
      const council = values.council
        ? resolveCouncil(register, values.council, londonDay(service.clock.now()))
        : null;
      if (COUNCIL_ROLES.includes(role) && !council?.ok)
        return fault(
          say,
          `--council is a code or name of a council, for example E06000017. "${values.council ?? ''}" is not.`,
        );
      const partnership = register.partnerships.find((p) => p.code === values.partnership);
      if (PARTNERSHIP_ROLES.includes(role) && !partnership) {
        return fault(
          say,
          `--partnership is one of: ${register.partnerships.map((p) => p.code).join(', ')}.`,
        );
      }
      const councilId = COUNCIL_ROLES.includes(role) && council?.ok ? council.value.id : null;
      const label = values.label ?? 'from the command line';
      say(
        await service.accessTokens.issue({
          role,
          councilId,
          partnership: partnership?.code ?? null,
          label,
          ttlSeconds,
        }),
      );
      return 0;
    });
  },
};

function fault(say: (line: string) => void, sentence: string): number {
  say(sentence);
  return 2;
}
