// A subscription to `$all`: confirmation, what is there already, `caughtUp`, then what comes; with a filter a checkpoint every 32 events
// that were looked at.
import { randomUUID } from 'node:crypto';
import { eventAnswer, failures } from './answers.js';
import type { FakeEvent } from './events.js';
import { written, type ReadCall } from './reading.js';
import type { FakeStore } from './store.js';
import { streams, type ReadReq, type ReadResp } from './stubs.js';

type Options = NonNullable<ReturnType<ReadReq['getOptions']>>;
type Filter = NonNullable<ReturnType<Options['getFilter']>>;
const WINDOW = 32;

const checkpoint = (position: bigint): ReadResp =>
  new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition(String(position)),
  );

export async function follow(store: FakeStore, call: ReadCall, options: Options): Promise<void> {
  const all = options.getAll();
  const given = all?.hasPosition() ? BigInt(all.getPosition()?.getCommitPosition() ?? 0) : undefined;
  const confirmation = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID());
  if (!(await written(call, new streams.ReadResp().setConfirmation(confirmation)))) return;
  // Confirmed first, refused after it, as the real one.
  if (given !== undefined && !store.canFollowFrom(given)) return void call.emit('error', failures.cannotFollow());
  const filter = options.getFilter();
  if (filter && given === undefined && !all?.hasEnd() && !(await written(call, checkpoint(0n)))) return;
  // The event at the position itself is left out.
  const after = given ?? (all?.hasEnd() ? (store.all.at(-1)?.position ?? 0n) : -1n);
  await pump(store, call, after, filter);
}

async function pump(store: FakeStore, call: ReadCall, after: bigint, filter: Filter | undefined): Promise<void> {
  const matches = matcherOf(filter);
  const every = WINDOW * Math.max(1, filter?.getCheckpointintervalmultiplier() ?? 1);
  let last = after;
  let looked = 0;
  let isLive = false;
  for (;;) {
    for (let index = store.indexFrom(last + 1n); index < store.all.length; index++) {
      const event = store.all[index] as FakeEvent;
      last = event.position;
      looked += 1;
      if (matches(event) && !(await written(call, eventAnswer(event)))) return;
      if (filter && looked % every === 0 && !(await written(call, checkpoint(store.checkpointBehind(event))))) return;
    }
    if (!isLive && !(await written(call, new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp())))) return;
    isLive = true;
    if (!(await more(store, call, last))) return;
  }
}

/** Waits for an append; false when the call is over. */
async function more(store: FakeStore, call: ReadCall, last: bigint): Promise<boolean> {
  const isOver = (): boolean => call.cancelled || call.destroyed;
  if (isOver() || (store.all.at(-1)?.position ?? 0n) > last) return !isOver();
  await new Promise<void>((resolve) => {
    const done = (): void => {
      stop();
      call.off('cancelled', done);
      call.off('close', done);
      resolve();
    };
    const stop = store.onAppended(done);
    call.on('cancelled', done).on('close', done);
  });
  return !isOver();
}

function matcherOf(filter: Filter | undefined): (event: FakeEvent) => boolean {
  const byStream = filter?.getStreamIdentifier();
  const expression = byStream ?? filter?.getEventType();
  if (!expression) return () => true;
  const prefixes = expression.getPrefixList();
  const regex = expression.getRegex() === '' ? undefined : new RegExp(expression.getRegex());
  return (event) => {
    const text = byStream ? event.stream : event.type;
    return prefixes.some((prefix) => text.startsWith(prefix)) || (regex?.test(text) ?? false);
  };
}
