// Plain HTTP for many clients at once: an answer, or no answer because the connection broke. Lighter than fetch, so that the processor
// is there for the product.
import { Agent, request } from 'node:http';

export interface Wire {
  url: string;
  agent: Agent;
}

export interface Reply {
  status: number;
  text: string;
}

/** One connection per client is kept open, as browsers do. */
export const wireTo = (url: string): Wire => ({ url, agent: new Agent({ keepAlive: true }) });

/** Asks and resolves with the whole answer. Rejects when the connection breaks before that: nobody then knows what happened. */
export function ask(
  { url, agent }: Wire,
  path: string,
  token?: string,
  sent?: { key: string; body: string },
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(sent && {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(sent.body),
        'idempotency-key': sent.key,
      }),
    };
    const asked = request(`${url}${path}`, { agent, method: sent ? 'POST' : 'GET', headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        answer.complete
          ? resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() })
          : reject(new Error('The answer broke off.')),
      );
      answer.on('close', () => reject(new Error('The connection closed.')));
    });
    asked.on('error', reject);
    asked.end(sent?.body);
  });
}
