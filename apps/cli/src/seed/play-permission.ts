import type { Service } from '#composition';
import type { Reader } from '#domain/access';
import { monthPeriod, type Period } from '#domain/periods';
import type { Permission } from '#domain/returns';
import { officer, SeedFault, someone, type Named } from './seed-people.js';
import type { SeedEvent } from './timeline.js';

type Asked = Extract<SeedEvent, { kind: 'asked' }>;
type Permitted = Extract<SeedEvent, { kind: 'permitted' }>;

/** Who answers what councils ask for in the demonstration. */
const analyst = someone('DfE analyst', ['dfe-analyst'], []);

/** A council asks for more time, or for a closed month, as its officer would; a second run asks for nothing again. */
export async function playAsked(service: Service, event: Asked, council: Named): Promise<void> {
  const reader = officer(council);
  const period = monthOf(event);
  if ((await sameOf(service, reader, event, { council, period })).length > 0) return;
  const asked = await service.permissions.ask({
    ...{ reader, councilId: council.id, kind: event.permission, period },
    ...{ until: event.until, reason: event.reason },
  });
  if (!asked.ok) throw new SeedFault(`${event.council} ${event.month}: ${asked.error.code}`);
}

/** DfE answers what waits; a second run finds nothing that does. */
export async function playPermitted(
  service: Service,
  event: Permitted,
  council: Named,
): Promise<void> {
  const period = monthOf(event);
  const all = await sameOf(service, analyst, event, { council, period });
  const waiting = all.find(({ answer }) => answer === null);
  if (!waiting) return;
  const { until, text } = event;
  const request = { reader: analyst, permissionId: waiting.id, until, text };
  const answered = await service.permissions.answer(request);
  if (!answered.ok) throw new SeedFault(`${event.council} ${event.month}: ${answered.error.code}`);
}

async function sameOf(
  service: Service,
  reader: Reader,
  { permission }: Asked | Permitted,
  { council, period }: { council: Named; period: Period },
): Promise<readonly Permission[]> {
  const { start: from, end: to } = period;
  const query = { councilIds: [council.id], from, to, waiting: false };
  const all = await service.permissions.list(reader, query);
  return all.filter((one) => one.kind === permission);
}

function monthOf({ council, month }: Asked | Permitted): Period {
  const period = monthPeriod(month);
  if (!period) throw new SeedFault(`the demonstration names "${council}" and "${month}"`);
  return period;
}
