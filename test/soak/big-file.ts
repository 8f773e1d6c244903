import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ended, root, type Started } from '../whole/started-service.js';

const MEASURES = [
  'new_ehc_plans',
  'ehcna_requests_received',
  'ehcna_requests_withdrawn',
  'ehcna_assessments',
  'ehc_plans_january',
];

/** A published file of many values, each of its own cell: councils × measures × months from January 1900. */
function bigFile(codes: readonly string[], values: number): string {
  const lines = ['council,period,measure,value'];
  for (let n = 0; lines.length <= values; n += 1) {
    const block = Math.floor(n / codes.length / MEASURES.length);
    const month = `${1900 + Math.floor(block / 12)}-${String((block % 12) + 1).padStart(2, '0')}`;
    const measure = MEASURES[Math.floor(n / codes.length) % MEASURES.length] ?? '';
    lines.push(`${codes[n % codes.length] ?? ''},${month},${measure},${n}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Sends such a file as an analyst does, by the command; answers its name when it is acknowledged. */
export async function importBigFile(
  started: Started,
  codes: readonly string[],
  values: number,
): Promise<{ readonly fileName: string; readonly bytes: number; readonly status: number | null }> {
  const text = bigFile(codes, values);
  const fileName = `values-${values}.csv`;
  const file = join(mkdtempSync('/tmp/monitor-soak-'), fileName);
  writeFileSync(file, text);
  const importing = spawn(
    process.execPath,
    ['scripts/cli.mjs', 'import', file, '--published-on', '2024-01-01', '--key', fileName],
    { cwd: root, env: { ...process.env, ...started.env }, stdio: 'inherit' },
  );
  return { fileName, bytes: text.length, status: await ended(importing) };
}
