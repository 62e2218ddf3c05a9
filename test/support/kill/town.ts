// An organisation of three municipalities in the running product, with a token per role, made as an administrator makes it: over HTTP and
// with the command line.
import type { Product } from './product.js';
import { ask, wireTo, type Reply, type Wire } from './wire.js';

export type TownRole = 'processCoordinator' | 'projectLeader' | 'approver';
const ROLES: readonly TownRole[] = ['processCoordinator', 'projectLeader', 'approver'];

export interface Someone {
  token: string;
  ref: string;
}

export interface Municipality {
  id: string;
  name: string;
  people: Record<TownRole, Someone>;
}

/** What the product says of itself to whoever asks with a token. */
interface Me {
  personRef: string;
  organisationId: string;
}

/** The answer as JSON. Throws with the answer when it has another status. */
export function expected<T>(reply: Reply, status: number): T {
  if (reply.status !== status) throw new Error(`Got ${reply.status}: ${reply.text.slice(0, 600)}`);
  return JSON.parse(reply.text) as T;
}

type Tokens = (role: string, place: readonly string[]) => string;

async function someone(wire: Wire, tokens: Tokens, role: string, municipality?: string): Promise<Someone & Me> {
  const place = municipality === undefined ? [] : ['--municipality', municipality];
  const token = tokens(role, place);
  const me = expected<Me>(await ask(wire, '/api/v1/me', token), 200);
  return { ...me, token, ref: me.personRef };
}

/** Registers the municipalities; answers them with their people, and the ids of the events of it. */
export async function setUpTown(
  product: Product,
  directory: string,
  names = ['Oosterkoog', 'Middelkoog', 'Westerkoog'],
): Promise<Municipality[]> {
  const wire = wireTo(product.url);
  const tokens: Tokens = (role, place) => product.cli(directory, 'token', '--role', role, ...place, '--ttl', '1d');
  const admin = await someone(wire, tokens, 'admin');
  const town: Municipality[] = [];
  for (const name of names) {
    const body = JSON.stringify({ type: 'RegisterMunicipality', payload: { name } });
    const path = `/api/v1/organisations/${admin.organisationId}/commands`;
    const reply = await ask(wire, path, admin.token, { key: name, body });
    const id = expected<{ ids: { municipalityId: string }[] }>(reply, 201).ids[0]?.municipalityId ?? '';
    const people = {} as Record<TownRole, Someone>;
    for (const role of ROLES) people[role] = await someone(wire, tokens, role, name);
    town.push({ id, name, people });
  }
  wire.agent.destroy();
  return town;
}
