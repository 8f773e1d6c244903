import { dataOf } from './ask.js';
import type { RunningApi } from './running-api.js';

export const HEADER = 'council,period,measure,value';
export const CSV = `${HEADER}\n857,2024-12,n_requests,6\n`;
export const ONE_BAD = `${CSV}857,2024-12,n_decisions,six\n`;

type Sent = {
  readonly authorization: string;
  readonly body: BodyInit;
  /** `text/csv` when left out. */
  readonly headers?: Record<string, string> | undefined;
  readonly options?: string | undefined;
};

/** Sends a body to `/v1/submissions`. */
export const sendTo = (
  api: RunningApi,
  { authorization, body, headers = { 'content-type': 'text/csv' }, options = '' }: Sent,
): Promise<Response> =>
  fetch(`${api.url}/v1/submissions${options}`, {
    method: 'POST',
    headers: { authorization, ...headers },
    body,
  });

/** A form with fields and files (name and content). */
export function form(
  fields: Record<string, string>,
  ...files: [string, string | Uint8Array<ArrayBuffer>][]
): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  for (const [name, text] of files) made.append('file', new Blob([text]), name);
  return made;
}

/** How many submissions somebody sees. */
export async function countOf(api: RunningApi, authorization: string): Promise<number> {
  const { submissions } = await dataOf<{ submissions: { edges: unknown[] } }>(
    api,
    authorization,
    '{ submissions { edges { node { id } } } }',
  );
  return submissions.edges.length;
}

const BOXES = ['n_requests', 'n_decisions', 'n_withdrawn', 'n_plans', 'n_reviews', 'n_caseload'];

/** So many figures, each of its own box and month; nearly all of them too old to be accepted. */
export const manyFigures = (length: number) =>
  Array.from({ length }, (_, index) => {
    const month = 11 + 12 * 2024 - Math.floor(index / BOXES.length);
    const year = String(Math.floor(month / 12));
    return {
      metric: BOXES[index % BOXES.length] ?? '',
      period: { month: `${year}-${String((month % 12) + 1).padStart(2, '0')}` },
      value: '6',
    };
  });
