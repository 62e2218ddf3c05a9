// The answers of a real server by name and code: gRPC errors with the metadata that the client reads, and events as it sends them.
import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { shared, streams, type ReadResp } from './stubs.js';
import type { FakeEvent } from './events.js';

/** An error as the server sends it; `exception` is the name that the client makes a class of. */
export function failure(
  code: number,
  details: string,
  exception?: string,
  more: Record<string, string> = {},
): ServiceError {
  const metadata = new Metadata();
  if (exception !== undefined) metadata.set('exception', exception);
  for (const [name, value] of Object.entries(more)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

export const failures = {
  accessDenied: () => failure(status.PERMISSION_DENIED, 'Access Denied', 'access-denied'),
  wrongPassword: () => failure(status.UNAUTHENTICATED, 'Authentication failed'),
  tombstoned: (stream: string) =>
    failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, 'stream-deleted', {
      'stream-name': stream,
    }),
  tooLarge: () =>
    failure(status.INVALID_ARGUMENT, 'Maximum Append Size of 1048576 Exceeded.', 'maximum-append-size-exceeded', {
      'maximum-append-size': '1048576',
    }),
  handlerThrew: () => failure(status.UNKNOWN, 'Exception was thrown by handler.'),
  invalidPosition: () => failure(status.UNKNOWN, 'Unexpected ReadAllResult: InvalidPosition'),
  cannotFollow: () => failure(status.INVALID_ARGUMENT, 'The position is not one of this log.'),
  notReady: () => failure(status.UNAVAILABLE, 'Server Is Not Ready'),
  noQuorum: () => failure(status.ABORTED, 'Commit phase timeout'),
  notLeader: (host: string, port: number) =>
    failure(status.NOT_FOUND, `Leader info available.`, 'not-leader', {
      'leader-endpoint-host': host,
      'leader-endpoint-port': String(port),
    }),
  wrongVersion: (stream: string, expected: string, actual: string) =>
    failure(status.FAILED_PRECONDITION, 'Append failed due to WrongExpectedVersion.', 'wrong-expected-version', {
      ...{ 'stream-name': stream, 'expected-version': expected, 'actual-version': actual },
    }),
};

export function identifierOf(stream: string): InstanceType<typeof shared.StreamIdentifier> {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));
}

/** An answer of a read or a subscription with one event. */
export function eventAnswer(event: FakeEvent): ReadResp {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(event.id))
    .setStreamIdentifier(identifierOf(event.stream))
    .setStreamRevision(String(event.revision))
    .setCommitPosition(String(event.position))
    .setPreparePosition(String(event.position))
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  const map = recorded.getMetadataMap();
  map.set('type', event.type).set('content-type', event.contentType).set('created', String(event.created));
  const read = new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(event.position));
  return new streams.ReadResp().setEvent(read);
}

/** A stream name as it came over the wire. */
export const nameOf = (identifier: { getStreamName_asU8(): Uint8Array } | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
