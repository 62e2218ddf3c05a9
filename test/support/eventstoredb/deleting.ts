// Delete and Tombstone.
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import { failures, nameOf } from './answers.js';
import { expectedOf } from './appending.js';
import type { FakeNode } from './node.js';
import { streams, type DeleteReq, type DeleteResp, type TombstoneReq, type TombstoneResp } from './stubs.js';

type Request = DeleteReq | TombstoneReq;
type Response = DeleteResp | TombstoneResp;

/** The handler of one of the two. */
export function removal(node: FakeNode, kind: 'delete' | 'tombstone') {
  return (call: ServerUnaryCall<Request, Response>, answer: sendUnaryData<Response>): void => {
    remove(node, kind, call).then(
      (response) => answer(null, response),
      (error: Error) => answer(error),
    );
  };
}

async function remove(
  node: FakeNode,
  kind: 'delete' | 'tombstone',
  call: ServerUnaryCall<Request, Response>,
): Promise<Response> {
  const options = call.request.getOptions();
  if (!options) throw failures.handlerThrew();
  const stream = nameOf(options.getStreamIdentifier());
  await node.admitDelete(call, stream);
  const expected = expectedOf(options, () => options.getRevision());
  const outcome = kind === 'delete' ? node.store.softDelete(stream, expected) : node.store.tombstone(stream, expected);
  if (outcome.kind === 'tombstoned') throw failures.tombstoned(stream);
  if (outcome.kind === 'wrong') {
    const actual = outcome.actual === 'no_stream' ? '-1' : String(outcome.actual);
    throw failures.wrongVersion(stream, expected === 'no_stream' ? '-1' : String(expected), actual);
  }
  const at = String(outcome.position);
  return kind === 'delete'
    ? new streams.DeleteResp().setPosition(
        new streams.DeleteResp.Position().setCommitPosition(at).setPreparePosition(at),
      )
    : new streams.TombstoneResp().setPosition(
        new streams.TombstoneResp.Position().setCommitPosition(at).setPreparePosition(at),
      );
}
