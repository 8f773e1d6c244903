// One POST to /v1/submissions, tried again while that can help: after a lost connection, and after an answer that means
// "not now". Whatever else the service answers is its answer.
import { setTimeout as pause } from 'node:timers/promises';
import { Stop } from './read.mjs';

const NOT_NOW = new Set([409, 429, 502, 503, 504]);
const LONGEST_WAIT_SECONDS = 300;
const LONGEST_REQUEST_MS = 60_000;

/** Answers `{ status, said }`. The key of a send makes it safe to try again: it has one effect, whatever was lost. */
export async function post({ config, key, dryRun }, body, idempotencyKey) {
  const { attempts, firstWaitSeconds } = config.retry;
  const url = new URL(`/v1/submissions${dryRun ? '?dryRun=true' : ''}`, config.api);
  if (url.protocol !== 'https:' && !['127.0.0.1', 'localhost'].includes(url.hostname))
    throw new Stop(
      2,
      'The address of the api must begin with https://, or the key would travel in the open.',
    );
  for (let attempt = 1; ; attempt += 1) {
    const { why, after, ...answer } = await tryOnce(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': idempotencyKey,
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST_REQUEST_MS),
    });
    if (!why) return answer;
    if (attempt >= attempts) throw new Stop(4, `Gave up after ${attempt} attempts: ${why}.`);
    // Twice as long each time, and partly by chance, so that a hundred councils do not come back at once.
    const own = firstWaitSeconds * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
    const seconds = Math.min(after ?? own, LONGEST_WAIT_SECONDS);
    console.log(`${why}; trying again in ${seconds.toFixed(1)} s`);
    await pause(seconds * 1000);
  }
}

/** An answer; or why there is none yet, and after how many seconds the service asks to be asked again. */
async function tryOnce(url, request) {
  try {
    const answer = await fetch(url, request);
    if (NOT_NOW.has(answer.status))
      return { why: `the service answered ${answer.status}`, after: secondsOf(answer.headers) };
    return { status: answer.status, said: saidIn(await answer.text(), answer.ok) };
  } catch (error) {
    // Lost connections are TypeErrors to fetch; half an answer is a SyntaxError.
    if (error instanceof TypeError || error instanceof SyntaxError || error.name === 'TimeoutError')
      return { why: `the connection was lost (${error.cause?.code ?? error.name})` };
    throw error;
  }
}

/** Something between us and the service may answer in its own words; half of an acceptance is a lost one. */
function saidIn(text, accepted) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (accepted) throw error;
    return { code: '', message: 'The answer does not come from the service.', fix: 'Check "api".' };
  }
}

/** `Retry-After` is a number of seconds or a date. */
function secondsOf(headers) {
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
