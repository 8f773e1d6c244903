import type { Reader } from '#domain/access';
import type { AlertRecord } from '#application/ports';
import type { SilenceRequest } from '#application/alerts';
import type { TestService } from './test-service.js';

/** Who was told of an alert and how that ended, a text a line; as a DfE analyst sees it. */
export async function ledgerOf(
  at: TestService,
  { id }: AlertRecord,
  reader?: Reader,
): Promise<readonly string[]> {
  const story = await at.service.readAlerts.one(reader ?? (await at.reader('dfe-analyst')), id);
  return (story?.ledger ?? []).map(({ recipient, channel, event, attempts, waits }) => {
    const end = attempts.at(-1);
    const said = end ? `${end.outcome}: ${end.detail}` : `waits: ${waits}`;
    return [recipient.split(' ')[0], channel, event.split(' 2025')[0], said].join(' | ');
  });
}

/** A silence over a council by its approver, from 15 to 24 January 2025; or as a spec says. */
export async function silenceOf(
  at: TestService,
  { key, councilId }: { readonly key: string; readonly councilId: number },
  over: Partial<SilenceRequest> = {},
) {
  const reader = await at.reader('council-approver', key);
  return at.service.silences.add({
    ...{ reader, audience: 'council', councilId, ruleCode: null, metric: null, partnership: null },
    ...{ from: '2025-01-15', until: '2025-01-24', reason: 'The case system is being replaced.' },
    ...over,
  });
}
