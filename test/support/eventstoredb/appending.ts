// Append and BatchAppend: the two paths on which the client writes. What the store answers is the same, how it is told differs.
import type { ServerDuplexStream, ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import { failures, nameOf } from './answers.js';
import { batchAnswer, BatchRefusal } from './batch-answers.js';
import type { Expected, Proposed, StoreAnswer } from './events.js';
import type { FakeNode } from './node.js';
import {
  shared,
  streams,
  type AppendReq,
  type AppendResp,
  type BatchAppendReq,
  type BatchAppendResp,
} from './stubs.js';

const MAX_APPEND = 1_048_576;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

type Message = { getId(): { getString(): string } | undefined } & Pick<
  NonNullable<ReturnType<AppendReq['getProposedMessage']>>,
  'getMetadataMap' | 'getData_asU8' | 'getCustomMetadata_asU8'
>;

interface Options {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

const proposedOf = (message: Message): Proposed => ({
  id: message.getId()?.getString() ?? '',
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

export function expectedOf(options: Options, revision: () => string): Expected {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'stream_exists' : BigInt(revision());
}

/** @throws what the server says to an append that it does not look at. */
export function checkProposed(stream: string, events: readonly Proposed[]): void {
  if (stream === '' || events.some(({ id, type }) => type === '' || !UUID.test(id))) throw failures.handlerThrew();
  const size = events.reduce(
    (sum, { data, metadata, type }) => sum + data.length + metadata.length + type.length * 2,
    0,
  );
  if (size > MAX_APPEND) throw failures.tooLarge();
}

/** The per-call path: options, then one message per event, then one answer. */
export function append(
  node: FakeNode,
  call: ServerReadableStream<AppendReq, AppendResp>,
  answer: sendUnaryData<AppendResp>,
): void {
  const events: Proposed[] = [];
  let options: NonNullable<ReturnType<AppendReq['getOptions']>> | undefined;
  let stream = '';
  let isCut = false;
  call.on('error', () => undefined);
  call.on('data', (request: AppendReq) => {
    const message = request.getProposedMessage();
    if (message) events.push(proposedOf(message));
    options = request.getOptions() ?? options;
    if (message) return;
    stream = nameOf(options?.getStreamIdentifier());
    isCut = node.cutBefore(stream, call.getPeer());
  });
  const whole = (): void => {
    const given = options;
    // A connection that breaks ends the messages as well; an append of which a part arrived is no append.
    if (isCut || call.cancelled) return;
    if (!given) return answer(failures.handlerThrew());
    const expected = expectedOf(given, () => given.getRevision());
    node
      .take(call, stream, events, () => node.store.append(stream, expected, events))
      .then(
        (outcome) => answerWith(answer, stream, expected, outcome),
        (error: Error) => answer(error),
      );
  };
  // That it was broken off is told right after the end.
  call.on('end', () => setImmediate(whole));
}

function answerWith(answer: sendUnaryData<AppendResp>, stream: string, expected: Expected, outcome: StoreAnswer): void {
  if (outcome.kind === 'tombstoned') return answer(failures.tombstoned(stream));
  if (outcome.kind === 'wrong') {
    const wrong = new streams.AppendResp.WrongExpectedVersion();
    if (outcome.actual === 'no_stream') wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentRevision(String(outcome.actual));
    if (expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty());
    else if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
    else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new shared.Empty());
    else wrong.setExpectedRevision(String(expected));
    return answer(null, new streams.AppendResp().setWrongExpectedVersion(wrong));
  }
  const success = new streams.AppendResp.Success().setCurrentRevision(String(outcome.revision));
  const at = String(outcome.position);
  if (outcome.position === undefined) success.setNoPosition(new shared.Empty());
  else success.setPosition(new streams.AppendResp.Position().setCommitPosition(at).setPreparePosition(at));
  answer(null, new streams.AppendResp().setSuccess(success));
}

/** The shared path: many appends over one stream, each with a correlation id. */
export function batchAppend(node: FakeNode, call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
  const open = new Map<string, { first: BatchAppendReq; events: Proposed[] }>();
  call.on('error', () => undefined);
  call.on('end', () => call.end());
  call.on('data', (request: BatchAppendReq) => {
    const id = request.getCorrelationId()?.getString() ?? '';
    const batch = open.get(id) ?? { first: request, events: [] };
    open.set(id, batch);
    batch.events.push(...request.getProposedMessagesList().map(proposedOf));
    if (!request.getIsFinal()) return;
    open.delete(id);
    const options = batch.first.getOptions();
    if (!options) return;
    const stream = nameOf(options.getStreamIdentifier());
    const expected = expectedOf(options, () => options.getStreamPosition());
    const tell = (outcome: StoreAnswer | BatchRefusal): void => {
      if (!call.cancelled) call.write(batchAnswer(batch.first, stream, expected, outcome));
    };
    if (node.cutBefore(stream, call.getPeer())) return;
    node
      .take(call, stream, batch.events, () => node.store.append(stream, expected, batch.events))
      .then(tell, (error: Error) => tell(new BatchRefusal(error)));
  });
}
