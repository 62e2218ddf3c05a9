// Live updates: who may see a trajectory hears of each change, in order, and hears what was missed after a break.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/app.js';

let app: TestApp;
let token: string;

beforeAll(async () => {
  app = await TestApp.start();
  token = app.token('processCoordinator', 'Oosterkoog');
});
afterAll(() => app.stop());

interface Message {
  event?: string;
  id?: string;
  data?: { position: string; trajectoryId: string };
}

/** Follows the stream; `next` waits for a message. */
async function follow(
  bearer: string,
  lastEventId?: string,
): Promise<{ next(): Promise<Message | 'ended'>; stop(): void; type: string }> {
  const stop = new AbortController();
  const headers = {
    authorization: `Bearer ${bearer}`,
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  };
  const response = await fetch(`${app.url}/api/v1/events/stream`, { headers, signal: stop.signal });
  if (!response.body) throw new Error('The stream has no body.');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<Message | 'ended'> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const fields = Object.fromEntries(
          text
            .slice(0, end)
            .split('\n')
            .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
        );
        text = text.slice(end + 2);
        if (fields.event !== undefined)
          return { event: fields.event, id: fields.id, data: JSON.parse(fields.data ?? '{}') as Message['data'] };
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return 'ended';
      text += value;
    }
  };
  return { next, stop: () => stop.abort(), type: response.headers.get('content-type') ?? '' };
}

async function register(municipality: 'Oosterkoog' | 'Middelkoog' = 'Oosterkoog'): Promise<string> {
  const payload = {
    title: 'Bankjes',
    workflow: 'kern',
    municipalityIds: [app.municipalities[municipality]],
    theme: 'groen',
    policyStage: 'execution',
    clientRef: '8d2b7ea4-5a3c-4a53-9f0e-5d8f3a6d7c11',
  };
  const answer = await app.send('/api/v1/trajectories', app.token('processCoordinator', municipality), {
    type: 'RegisterTrajectory',
    payload,
  });
  return (answer.headers.get('location') ?? '').split('/').at(-1) ?? '';
}

describe('the stream of changes', () => {
  it('tells of a change that the reads already show, and not of another municipality', async () => {
    const stream = await follow(token);
    expect(stream.type).toContain('text/event-stream');
    await register('Middelkoog');
    const id = await register();
    const message = await stream.next();
    expect(message).toMatchObject({
      event: 'projected',
      data: { trajectoryId: id, position: expect.stringMatching(/^\d+$/) },
    });
    expect((await app.ask(`/api/v1/trajectories/${id}`, { token })).status).toBe(200);
    stream.stop();
  });

  it('goes on where the browser was', async () => {
    const stream = await follow(token);
    const first = await register();
    const seen = await stream.next();
    stream.stop();
    const [second, third] = [await register(), await register()];
    await app.ask('/api/v1/owed', { token });
    const again = await follow(token, seen === 'ended' ? '' : seen.id);
    // A change of several events may be told in parts: the first trajectory's rest comes first then, and each counts once.
    const told: string[] = [];
    while (told.at(-1) !== third) {
      const message = await again.next();
      const id = message === 'ended' ? third : (message.data?.trajectoryId ?? '');
      if (id !== first && id !== told.at(-1)) told.push(id);
    }
    expect(told).toEqual([second, third]);
    again.stop();
  });

  it('says to start over after a position that it does not know', async () => {
    const stream = await follow(token, 'ergens');
    expect(await stream.next()).toMatchObject({ event: 'reset' });
    stream.stop();
  });

  it('needs a login', async () => {
    expect((await app.ask('/api/v1/events/stream')).status).toBe(401);
  });

  it('ends when the server stops, which does not wait for it', async () => {
    const stream = await follow(token);
    await app.restart();
    expect(await stream.next().catch(() => 'ended')).toBe('ended');
  });
});
