// Requests that are not readable as HTTP, or whose head is too long, never reach a route or a hook: they are answered on the bare socket.
import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import { Problem } from './problem.js';
import { problemText } from './problem-texts.js';

/** Answers in the same shape as every other refusal, in Dutch: the language asked for was not read. The socket is closed. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { code, status } = new Problem(error.code === 'HPE_HEADER_OVERFLOW' ? 'url-too-long' : 'bad-url');
  const body = JSON.stringify({ type: `urn:rode-draad:problem:${code}`, ...problemText(code, {}, 'nl'), status, code });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  else socket.destroy();
}
