import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Paths that never reach a log line, at the top and one level down. */
const HIDDEN = ['authorization', 'cookie', 'token', 'password', 'body', 'payload', 'url'];

/** JSON lines: the message is a fact, ids are fields. ERROR means that somebody has to act now. */
export function createLogger(name: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    name,
    level,
    base: { name },
    redact: { paths: HIDDEN.flatMap((path) => [path, `*.${path}`]), censor: '[hidden]' },
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination ? pino(options, destination) : pino(options);
}
