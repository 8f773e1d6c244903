import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { refusal } from '#domain';
import { CUT_OFF, toProblem, type Problem } from './problem.js';

const TOO_SLOW: Problem = { ...CUT_OFF, status: 408 };

/**
 * Answers what is no whole HTTP request, when somebody is still there to hear it: a body that ends before its announced
 * length, or stalls, was cut off on the way and has saved nothing.
 */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code !== 'ECONNRESET' && socket.writable) {
    const problem = problemOf(error.code);
    const body = JSON.stringify(problem);
    socket.write(
      [
        `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
        'Content-Type: application/problem+json; charset=utf-8',
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    );
  }
  socket.destroy();
}

function problemOf(code: string | undefined): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return TOO_SLOW;
  return code === 'HPE_INVALID_EOF_STATE' ? CUT_OFF : toProblem(refusal('BODY_UNREADABLE'));
}
