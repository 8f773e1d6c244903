import { spawnSync } from 'node:child_process';

/** `keep_firing_for` came with this version. */
const OLDEST = [2, 42] as const;
const LONGEST_MS = 300_000;

const run = (args: readonly string[], folder?: string) =>
  spawnSync('promtool', args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: LONGEST_MS,
    maxBuffer: 256 * 1024 * 1024,
  });

/** The version of `promtool` on the PATH; what to do where there is none that knows `keep_firing_for`. */
export function findPromtool(): { readonly version: string } | { readonly missing: string } {
  const install =
    'Install Prometheus 2.42 or later so that promtool is on the PATH, on Debian by apt-get install --no-install-recommends prometheus.';
  const { stdout, stderr, error } = run(['--version']);
  if (error) return { missing: `There is no promtool. ${install}` };
  const [, version = '', major, minor] =
    /promtool, version ((\d+)\.(\d+)[^\s+]*)/.exec(stdout + stderr) ?? [];
  const isOld =
    Number(major) < OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) < OLDEST[1]);
  if (version === '' || isOld)
    return {
      missing: `This promtool (${version || 'no version'}) does not know keep_firing_for. ${install}`,
    };
  return { version };
}

/** What `promtool test rules` said of a file: how many of its expectations were refused, and its words. */
export function testRules(
  folder: string,
  file: string,
): { readonly accepted: boolean; readonly refused: number; readonly said: string } {
  const { status, stdout, stderr, error } = run(['test', 'rules', file], folder);
  if (error) throw error;
  const said = stdout + stderr;
  return { accepted: status === 0, refused: said.match(/^\s*expr: "/gm)?.length ?? 0, said };
}
