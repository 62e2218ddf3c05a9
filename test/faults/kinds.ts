// The kinds of faults of the campaign: how each is prepared for the next append of one stream, and whether it may end in a 503.
import type { Fault } from '../support/eventstoredb/faults.js';
import type { Servers, Setup } from './place.js';

export interface Strike {
  servers: Servers;
  stream: string;
  /** The how-manieth of its kind, from 0. */
  nr: number;
  /** From 0 up to 1. */
  chance: () => number;
}

/** Resolves with the moment at which the server was well again; undefined where it never was unwell. */
export type Healed = Promise<number> | undefined;

export interface Kind {
  name: string;
  setup: Setup;
  /** Side by side on one server: only where a fault hits one append alone. */
  lanes: number;
  /** Whether this one may be answered with "unknown, repeat it": the server is away longer than the budget of a command. */
  mayGiveUp(nr: number): boolean;
  strike(strike: Strike): Healed;
}

const every = (n: number) => (nr: number) => nr % n === n - 1;
const never = (): boolean => false;
/** Nothing answers, for longer than a call may take: the second call of a command may fall into it too. */
const always = (): boolean => true;

/** One fault for one append of the stream; `times` for its repetitions too. */
function inject({ servers, stream }: Strike, fault: Fault, times = 1): Healed {
  for (let n = 0; n < times; n++) servers.fake.inject(fault, (each) => each === stream);
  return undefined;
}

/** When the append has arrived: does something to the server, and later undoes it. */
function whenArrived(strike: Strike, act: () => unknown, undoAfterMs: number, undo: () => unknown): Healed {
  const { cluster, fake } = strike.servers;
  // In a cluster it may arrive at any node.
  const nodes = cluster?.nodes ?? [fake];
  return new Promise((resolve) => {
    const acting = (): void => {
      for (const node of nodes) node.faults.clear();
      const done = Promise.resolve(act());
      setTimeout(() => void done.then(undo).then(() => resolve(performance.now())), undoAfterMs);
    };
    const fault = { kind: 'act', written: strike.nr % 2 === 0, act: acting } as const;
    for (const node of nodes) node.inject(fault, (each) => each === strike.stream);
  });
}

function restart(strike: Strike): Healed {
  const { fake } = strike.servers;
  return whenArrived(
    strike,
    () => fake.stop(),
    strike.chance() * 1_500,
    () => fake.start(),
  );
}

/** Every second one is an election while the leader lives, the others the death of the leader. */
function leaderChange(strike: Strike): Healed {
  const { cluster } = strike.servers;
  if (!cluster) return undefined;
  if (strike.nr % 2 === 0) {
    cluster.electNext();
    return undefined;
  }
  const dying = cluster.leading;
  return whenArrived(
    strike,
    () => cluster.killLeader(),
    500 + strike.chance() * 1_000,
    () => cluster.revive(dying),
  );
}

function noQuorum(strike: Strike): Healed {
  const { node } = strike.servers.fake;
  node.is.hasQuorum = false;
  const ms = every(10)(strike.nr) ? 15_000 : 500 + strike.chance() * 5_000;
  return later(ms, () => node.regainQuorum());
}

function badNetwork(kind: 'black-hole' | 'half-open'): Kind['strike'] {
  return ({ servers, nr, chance }) => {
    const { proxy } = servers;
    if (!proxy) return undefined;
    proxy.weather = { kind };
    return later(every(10)(nr) ? 15_000 : 500 + chance() * 5_000, () => {
      proxy.weather = { kind: 'fine' };
    });
  };
}

function cutInFrame({ servers, chance }: Strike): Healed {
  if (servers.proxy) servers.proxy.weather = { kind: 'cut', afterBytes: 1 + Math.floor(chance() * 900) };
  return undefined;
}

function later(ms: number, undo: () => unknown): Healed {
  return new Promise((resolve) => {
    setTimeout(() => {
      undo();
      resolve(performance.now());
    }, ms);
  });
}

export const KINDS: readonly Kind[] = [
  {
    ...{ name: 'cut before the request', setup: 'single', lanes: 1, mayGiveUp: never },
    strike: (strike) => inject(strike, { kind: 'cut-before' }),
  },
  {
    ...{ name: 'cut after the request', setup: 'single', lanes: 1, mayGiveUp: never },
    strike: (strike) =>
      inject(strike, { kind: 'cut-after', ...(strike.nr % 2 ? { landsAfterMs: strike.chance() * 400 } : {}) }),
  },
  {
    ...{ name: 'written, answer lost', setup: 'single', lanes: 1, mayGiveUp: never },
    strike: (strike) => inject(strike, { kind: 'answer-lost' }),
  },
  {
    ...{ name: 'never answered', setup: 'single', lanes: 10, mayGiveUp: every(5) },
    strike: (strike) => inject(strike, { kind: 'never', written: strike.nr % 2 === 0 }, every(5)(strike.nr) ? 4 : 1),
  },
  {
    ...{ name: 'delay up to 5 s, one in ten 11 s', setup: 'single', lanes: 10, mayGiveUp: every(10) },
    strike: (strike) =>
      every(10)(strike.nr)
        ? inject(strike, { kind: 'delay', ms: 11_000 }, 4)
        : inject(strike, { kind: 'delay', ms: 50 + strike.chance() * 4_900 }),
  },
  { name: 'restart', setup: 'single', lanes: 1, mayGiveUp: never, strike: restart },
  { name: 'leader change', setup: 'cluster', lanes: 1, mayGiveUp: never, strike: leaderChange },
  { name: 'no quorum', setup: 'single', lanes: 1, mayGiveUp: every(10), strike: noQuorum },
  { name: 'cut in the middle of a frame', setup: 'proxy', lanes: 1, mayGiveUp: never, strike: cutInFrame },
  { name: 'black hole', setup: 'proxy', lanes: 1, mayGiveUp: always, strike: badNetwork('black-hole') },
  { name: 'half-open', setup: 'proxy', lanes: 1, mayGiveUp: always, strike: badNetwork('half-open') },
];
