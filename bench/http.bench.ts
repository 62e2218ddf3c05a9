// G7: the twelve commands over HTTP with 32 clients, against the GET rate of a bare node:http server asked by the same program; each server
// in a process of its own, rounds in turn.
import { fork, type ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import type { Id } from '../workflows/kit/types.js';
import { goal, interleave, median, report, sizeOf, timed, type Measured } from './support.js';
import { TWELVE } from './workload.js';

const CLIENTS = 32;
const TRAJECTORIES = sizeOf('HTTP_TRAJECTORIES', 96);
const GETS = sizeOf('HTTP_GETS', 12_000);

interface Told {
  url: string;
  municipalityId: Id;
  tokens: Record<string, string>;
}

async function start<T>(file: string): Promise<{ child: ChildProcess; told: T }> {
  const child = fork(join(import.meta.dirname, file), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return { child, told: await next<T>(child) };
}

const next = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('exit', (code) => reject(new Error(`The server ended (${code}).`)));
  });

const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });

function ask(
  url: string,
  method: string,
  headers: Record<string, string>,
  body = '',
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const call = request(url, { method, agent, headers: { ...headers, ...length } }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** `n` pieces of work, CLIENTS at a time. */
async function clients(n: number, work: (nr: number) => Promise<void>): Promise<void> {
  let nr = 0;
  const client = async (): Promise<void> => {
    for (let mine = nr++; mine < n; mine = nr++) await work(mine);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

let round = 0;
/** One trajectory through the API; answers the position of its last event. */
async function trajectory({ url, municipalityId, tokens }: Told, nr: string): Promise<string> {
  const ids: Record<string, Id> = {};
  let [path, position] = ['/api/v1/trajectories', ''];
  for (const [index, { by, command }] of TWELVE.entries()) {
    const headers = {
      authorization: `Bearer ${tokens[by.grants[0]?.role ?? '']}`,
      'content-type': 'application/json',
      'idempotency-key': `${nr}-${index}`,
    };
    const body = command(ids, municipalityId);
    const { status, text } = await ask(
      `${url}${path}`,
      'POST',
      headers,
      JSON.stringify(index === 0 ? { type: body.type, payload: body.payload } : body),
    );
    if (status !== 201) throw new Error(`${body.type}: ${status} ${text.slice(0, 300)}`);
    const answer = JSON.parse(text) as {
      events: { meta: { stream: string } }[];
      ids: Record<string, Id>[];
      position: string;
    };
    Object.assign(ids, answer.ids[0]);
    position = answer.position;
    if (index === 0)
      path = `/api/v1/trajectories/${answer.events[0]?.meta.stream.slice('trajectory-'.length)}/commands`;
  }
  return position;
}

async function commands(server: { child: ChildProcess; told: Told }): Promise<Measured> {
  const tag = (round += 1);
  return timed(TRAJECTORIES * TWELVE.length, async () => {
    const positions: string[] = [];
    await clients(TRAJECTORIES, async (nr) => void positions.push(await trajectory(server.told, `${tag}-${nr}`)));
    server.child.send(positions.reduce((a, b) => (BigInt(a) > BigInt(b) ? a : b)));
    if (!(await next<{ reached: boolean }>(server.child)).reached)
      throw new Error('The projections did not get there.');
  });
}

const ours = await start<Told>('http-server.js');
const bare = await start<{ url: string }>('bare-http.js');
const gets =
  (url: string, headers: Record<string, string> = {}) =>
  () =>
    timed(GETS, () => clients(GETS, async () => void (await ask(url, 'GET', headers))));
const results = await interleave({
  'bare node:http, GET': gets(`${bare.told.url}/`),
  'Rode Draad, commands over HTTP, projections passed': () => commands(ours),
  'Rode Draad, GET /api/v1/health/live': gets(`${ours.told.url}/api/v1/health/live`),
});
report(`G7: HTTP with ${CLIENTS} clients`, results, 'bare node:http, GET');
goal(
  'G7',
  'HTTP commands/s to GET/s of bare node:http',
  median(results['Rode Draad, commands over HTTP, projections passed']) / median(results['bare node:http, GET']),
  0.25,
);
agent.destroy();
ours.child.disconnect();
bare.child.disconnect();
