import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remove, root } from '../whole/started-service.js';

export type Ran = { readonly code: number; readonly output: string };

/** A copy of an example program with its configuration and extract, as a council's developer would have one. */
export class ProgramFolder {
  private readonly folder = mkdtempSync(join(tmpdir(), 'monitor-examples-'));

  constructor(
    language: string,
    private readonly command: readonly [string, string],
    private readonly key: string,
  ) {
    cpSync(join(root, 'examples', 'nightly-push', language), this.folder, { recursive: true });
    this.configure({ retry: { attempts: 12, firstWaitSeconds: 0.1 } });
  }

  configure(over: object): void {
    this.write('push.json', { ...(this.read('push.json') as object), ...over });
  }

  /** The rows of the extract, whichever form it has, written as JSON. */
  extract(rows: readonly object[]): void {
    this.write('extract.json', rows);
    this.configure({ extract: 'extract.json' });
  }

  /** The receipts that are remembered, by month. */
  receipts(): Readonly<Record<string, string>> {
    if (!existsSync(join(this.folder, 'state.json'))) return {};
    const state = this.read('state.json') as Record<string, { receipt: string }>;
    return Object.fromEntries(
      Object.entries(state).map(([month, { receipt }]) => [month, receipt]),
    );
  }

  run(args: readonly string[] = [], environment: Record<string, string> = {}): Promise<Ran> {
    const [program, script] = this.command;
    return new Promise((resolve) => {
      const child = execFile(
        program,
        [script, ...args],
        {
          cwd: this.folder,
          timeout: 50_000,
          env: {
            PATH: process.env['PATH'] ?? '',
            PYTHONDONTWRITEBYTECODE: '1',
            CPM_KEY: this.key,
            ...environment,
          },
        },
        (_error, stdout, stderr) =>
          resolve({ code: child.exitCode ?? -1, output: `${stdout}${stderr}` }),
      );
    });
  }

  forget(): void {
    rmSync(join(this.folder, 'state.json'));
  }

  remove(): void {
    remove(this.folder);
  }

  /** Everything that is kept beside the program. */
  kept(): string {
    const path = join(this.folder, 'state.json');
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  }

  keyFile(): string {
    const path = join(this.folder, 'key.txt');
    writeFileSync(path, `${this.key}\n`, { mode: 0o600 });
    return path;
  }

  private read(name: string): unknown {
    return JSON.parse(readFileSync(join(this.folder, name), 'utf8'));
  }

  private write(name: string, content: object): void {
    writeFileSync(join(this.folder, name), JSON.stringify(content));
  }
}
