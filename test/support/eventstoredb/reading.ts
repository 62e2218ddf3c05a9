// Read: streams and `$all`, forwards and backwards, in one answer each; following `$all` is in following.ts.
import type { ServerWritableStream } from '@grpc/grpc-js';
import { eventAnswer, failures, identifierOf, nameOf } from './answers.js';
import type { FakeEvent } from './events.js';
import { follow } from './following.js';
import type { FakeNode } from './node.js';
import { streams, type ReadReq, type ReadResp } from './stubs.js';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;
type Options = NonNullable<ReturnType<ReadReq['getOptions']>>;
const isBackwards = (options: Options): boolean => Number(options.getReadDirection()) === 1;

export function read(node: FakeNode, call: ReadCall): void {
  call.on('error', () => undefined);
  const options = call.request.getOptions();
  if (!options) return void call.emit('error', failures.handlerThrew());
  const named = options.getStream();
  const stream = named ? nameOf(named.getStreamIdentifier()) : '$all';
  node.admitRead(call, stream).then(
    () => {
      if (options.hasSubscription()) return follow(node.store, call, options);
      return named ? readStream(node, call, stream, options) : readAll(node, call, options);
    },
    (error: Error) => call.emit('error', error),
  );
}

function readStream(node: FakeNode, call: ReadCall, name: string, options: Options): Promise<void> | void {
  const found = node.store.stream(name);
  if (!found) {
    const missing = new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(name));
    call.write(new streams.ReadResp().setStreamNotFound(missing));
    return void call.end();
  }
  if (found.tombstoned) return void call.emit('error', failures.tombstoned(name));
  const from = options.getStream();
  const revision = BigInt(from?.hasRevision() ? from.getRevision() : 0);
  const backwards = isBackwards(options);
  const events = backwards ? [...found.events].reverse() : found.events;
  const isIn = (event: FakeEvent): boolean =>
    backwards ? !from?.hasRevision() || event.revision <= revision : event.revision >= revision;
  return send(call, events.filter(isIn).slice(0, Number(options.getCount())));
}

function readAll(node: FakeNode, call: ReadCall, options: Options): Promise<void> | void {
  const { store } = node;
  const all = options.getAll();
  const given = all?.hasPosition() ? BigInt(all.getPosition()?.getCommitPosition() ?? 0) : undefined;
  const isBeyond = given !== undefined && given > (store.all.at(-1)?.position ?? 0n);
  if (given !== undefined && !isBeyond && !store.canFollowFrom(given)) {
    return void call.emit('error', failures.invalidPosition());
  }
  const count = Number(options.getCount());
  if (isBackwards(options)) {
    // Backwards the event at the position is left out.
    const end = given === undefined ? store.all.length : store.indexFrom(given);
    return send(call, store.all.slice(Math.max(0, end - count), end).reverse());
  }
  const first = all?.hasEnd() ? store.all.length : store.indexFrom(given ?? 0n);
  return send(call, store.all.slice(first, first + count));
}

async function send(call: ReadCall, events: readonly FakeEvent[]): Promise<void> {
  for (const event of events) {
    if (!(await written(call, eventAnswer(event)))) return;
  }
  call.end();
}

/** Writes and waits while the client does not take more; false when the call is over. */
export async function written(call: ReadCall, answer: ReadResp): Promise<boolean> {
  if (call.cancelled || call.destroyed) return false;
  if (call.write(answer)) return true;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      call.off('drain', done);
      call.off('cancelled', done);
      call.off('close', done);
      resolve();
    };
    call.on('drain', done).on('cancelled', done).on('close', done);
  });
  return !call.cancelled && !call.destroyed;
}
