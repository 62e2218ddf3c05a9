// What is asked before the server stops is answered before it stops: closing cuts every connection, also one whose command was just stored.
import type { FastifyInstance } from 'fastify';

/** Longest to wait for answers under way; a command itself gives up later than this only when the disk hangs. */
const WAIT_MS = 10_000;

/** Makes closing wait for what is being answered, except for reads: those are asked again without harm, and live updates never end. */
export function answersBeforeClosing(server: FastifyInstance): void {
  let underWay = 0;
  let settled: (() => void) | undefined;
  const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';
  server.addHook('onRequest', (request, _reply, done) => {
    if (!isRead(request.method)) underWay += 1;
    done();
  });
  server.addHook('onResponse', (request, _reply, done) => {
    if (!isRead(request.method)) underWay -= 1;
    if (underWay === 0) settled?.();
    done();
  });
  // By now new requests get 503 and the end of their connection.
  server.addHook('preClose', async () => {
    if (underWay === 0) return;
    await new Promise<void>((resolve) => {
      settled = resolve;
      setTimeout(resolve, WAIT_MS).unref();
    });
  });
}
