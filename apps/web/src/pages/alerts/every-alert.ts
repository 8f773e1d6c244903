import type { AlertRecord } from '#application/ports';
import type { Reader } from '#domain/access';
import type { ServiceDoor } from '../../service-door.js';

const PAGE = 100;
const MOST_PAGES = 20;

/** Every open, or every cleared alert that a reader may see, newest first; of one council, or of all. */
export async function everyAlert(
  door: Pick<ServiceDoor, 'readAlerts'>,
  reader: Reader,
  of: {
    readonly open: boolean;
    readonly councilId: number | null;
    readonly planOverdue?: boolean;
    readonly ruleCode?: string | null;
  },
): Promise<readonly AlertRecord[]> {
  const question = { ruleCode: null, metric: null, first: PAGE, ...of };
  const found: AlertRecord[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await door.readAlerts.list(reader, { ...question, after });
    found.push(...answer.items);
    after = answer.next;
    if (after === null) break;
  }
  return found;
}
