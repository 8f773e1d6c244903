import { createHash } from 'node:crypto';
import type { Asset } from '../../http/assets.js';

/** What the counting page carries in itself, and the policy under which a browser runs it. */
export type CountingParts = {
  readonly script: string;
  readonly style: string;
  /** For a page that is served: nothing may be connected to, sent, framed or kept. */
  readonly policy: string;
  /** The same for a page that was saved: what a browser takes from the page itself. */
  readonly savedPolicy: string;
};

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Two modules as one script: what the page imports stands before it, and no name is exported. */
const joined = (rules: string, page: string): string =>
  `${rules.replaceAll(/^export /gm, '')}\n${page.replace(/^import .* from '\.\/counting-rules\.js';$/m, '')}`;

/**
 * Makes the counting page's script and style of the files that are served, and the Content-Security-Policy that names both
 * by their digests and forbids everything else. Images are those written in the page itself. The sandbox of the served
 * page takes storage and cookies away from its script.
 */
export function countingParts(assets: ReadonlyMap<string, Asset>): CountingParts {
  const text = (name: string): string => assets.get(name)?.body ?? '';
  const script = joined(text('counting-rules.js'), text('counting.js'));
  const style = `${text('govuk.css')}\n${text('app.css')}`;
  const savedPolicy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  const policy = `${savedPolicy}; frame-ancestors 'none'; sandbox allow-scripts allow-downloads`;
  return { script, style, policy, savedPolicy };
}
