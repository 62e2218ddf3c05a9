// Many clients that send at the same time, and what they were told: acknowledged, or never answered. It knows no more than real clients do.
import { Client, TRAJECTORIES, type Answer, type Request } from './client.js';
import { expected, type Municipality } from './town.js';
import { registration } from './walk.js';
import { ask, type Wire } from './wire.js';

export class Crowd {
  /** Where each acknowledged event stands (`stream/revision`), by id. */
  readonly acknowledged = new Map<string, string>();
  /** Answers that were neither an acknowledgement nor silence. */
  readonly refused: string[] = [];
  /** Requests that were acknowledged. */
  acknowledgements = 0;
  /** The last acknowledged request, and the text of its answer. */
  last: { request: Request; text: string } | undefined;

  constructor(readonly clients: readonly Client[]) {}

  /** Clients spread over the municipalities, after one trajectory for each municipality was opened that its clients share. */
  static async of(count: number, town: readonly Municipality[], wire: Wire): Promise<Crowd> {
    const opened: { place: Municipality; path: string; answer: Answer }[] = [];
    for (const place of town) {
      const payload = registration(`Gedeeld plein in ${place.name}`, place.id, place.people.approver.ref);
      const body = JSON.stringify({ type: 'RegisterTrajectory', payload });
      const reply = await ask(wire, TRAJECTORIES, place.people.processCoordinator.token, { key: place.name, body });
      const answer = expected<Answer>(reply, 201);
      const id = (answer.events[0]?.meta.stream ?? '').slice('trajectory-'.length);
      opened.push({ place, path: `${TRAJECTORIES}/${id}/commands`, answer });
    }
    const clients = Array.from({ length: count }, (_, nr) => {
      const { place, path } = opened[nr % opened.length] as (typeof opened)[number];
      return new Client(`client-${nr}`, place, path);
    });
    const crowd = new Crowd(clients);
    opened.forEach(({ answer }) => crowd.note(answer));
    return crowd;
  }

  /** Requests without an answer. */
  unanswered(): Client[] {
    return this.clients.filter(({ pending }) => pending !== undefined);
  }

  /** All clients send, one request after another, until `stopped`; `onAnswer` is called at each acknowledgement. */
  async send(wire: Wire, stopped: () => boolean, onAnswer: () => void): Promise<void> {
    await Promise.all(
      this.clients.map(async (client) => {
        while (!stopped() && this.refused.length === 0) {
          if (await this.deliver(wire, client)) onAnswer();
          else return;
        }
      }),
    );
  }

  /** Sends what a client has to send; true when it was acknowledged. A 503 says, like silence, that nothing is known. */
  async deliver(wire: Wire, client: Client): Promise<boolean> {
    const request = client.request();
    const reply = await ask(wire, request.path, request.token, request).catch(() => undefined);
    if (reply === undefined || reply.status === 503) return false;
    if (reply.status !== 201) {
      this.refused.push(`${request.body} got ${reply.status}: ${reply.text}`);
      return false;
    }
    const answer = JSON.parse(reply.text) as Answer;
    this.note(answer);
    this.acknowledgements += 1;
    this.last = { request, text: reply.text };
    client.answered(answer);
    return true;
  }

  private note({ events }: Answer): void {
    for (const { meta } of events) this.acknowledged.set(meta.id, `${meta.stream}/${meta.revision}`);
  }
}
