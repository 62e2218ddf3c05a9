// How the batch path tells its outcomes: a status with details of a named type instead of a gRPC error.
import type { Expected, StoreAnswer } from './events.js';
import { shared, statuses, streams, type BatchAppendReq, type BatchAppendResp } from './stubs.js';
import { identifierOf } from './answers.js';

/** An error of the server on the batch path. */
export class BatchRefusal {
  readonly kind = 'refused';
  constructor(readonly error: Error) {}
}

type Status = InstanceType<typeof statuses.Status>;
const PACKAGE = 'type.googleapis.com/event_store.client.';

/** One answer on the batch path. */
export function batchAnswer(
  request: BatchAppendReq,
  stream: string,
  expected: Expected,
  outcome: StoreAnswer | BatchRefusal,
): BatchAppendResp {
  const answer = new streams.BatchAppendResp()
    .setCorrelationId(request.getCorrelationId())
    .setStreamIdentifier(identifierOf(stream));
  if (outcome.kind === 'refused') return answer.setError(refusalOf(outcome.error));
  if (outcome.kind === 'tombstoned') {
    return answer.setError(
      detailed('StreamDeleted', new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream))),
    );
  }
  if (outcome.kind === 'wrong') {
    const wrong = new shared.WrongExpectedVersion();
    if (outcome.actual === 'no_stream') wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentStreamRevision(String(outcome.actual));
    if (expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty());
    else if (typeof expected === 'bigint') wrong.setExpectedStreamPosition(String(expected));
    return answer.setError(detailed('WrongExpectedVersion', wrong));
  }
  const success = new streams.BatchAppendResp.Success().setCurrentRevision(String(outcome.revision));
  const at = String(outcome.position);
  if (outcome.position === undefined) success.setNoPosition(new shared.Empty());
  else success.setPosition(new shared.AllStreamPosition().setCommitPosition(at).setPreparePosition(at));
  return answer.setSuccess(success);
}

function refusalOf(error: Error): Status {
  const exception =
    'metadata' in error ? String((error.metadata as { get(n: string): unknown[] }).get('exception')[0]) : '';
  if (exception === 'access-denied') return detailed('AccessDenied', new shared.AccessDenied());
  if (exception === 'maximum-append-size-exceeded') {
    const size = new shared.MaximumAppendSizeExceeded().setMaxappendsize(1_048_576);
    return detailed('MaximumAppendSizeExceeded', size);
  }
  const message = error.message === 'Exception was thrown by handler.' ? 'BadRequest' : error.message;
  return detailed('BadRequest', new shared.BadRequest().setMessage(message), message);
}

/**
 * A status with details, put together as bytes because the well-known `Any` is a class of another package:
 * 1 = code (2, unknown), 2 = message, 3 = Any {1 = name of the type, 2 = its bytes}.
 */
function detailed(name: string, details: { serializeBinary(): Uint8Array }, message = name): Status {
  const any = Buffer.concat([field(1, Buffer.from(PACKAGE + name)), field(2, details.serializeBinary())]);
  const bytes = Buffer.concat([Buffer.from([0x08, 2]), field(2, Buffer.from(message)), field(3, any)]);
  return statuses.Status.deserializeBinary(bytes);
}

/** A length-delimited field of a protobuf message. */
function field(number: number, bytes: Uint8Array): Buffer {
  const length: number[] = [];
  for (let left = bytes.length; ; left >>>= 7) {
    length.push(left > 127 ? (left & 127) | 128 : left);
    if (left <= 127) break;
  }
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...length]), bytes]);
}
