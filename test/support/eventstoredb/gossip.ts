// What a client asks before it appends: which calls the server knows (so that it chooses its path as with a real one), and who leads.
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import { createHash } from 'node:crypto';
import type { Endpoint, FakeNode } from './node.js';
import { features, gossip, shared } from './stubs.js';

export interface Member extends Endpoint {
  isLeader: boolean;
  isAlive?: boolean;
}

const STREAMS = 'event_store.client.streams.streams';
const METHODS = ['append', 'batchappend', 'read', 'delete', 'tombstone'];
const FOLLOWER = 6;
const LEADER = 8;

/** Also when the node is not ready: only a frozen one says nothing. */
export function supportedMethods(node: FakeNode) {
  return (_call: unknown, answer: sendUnaryData<InstanceType<typeof features.SupportedMethods>>): void => {
    if (node.is.state === 'frozen') return;
    const methods = METHODS.map((name) => new features.SupportedMethod().setServiceName(STREAMS).setMethodName(name));
    answer(null, new features.SupportedMethods().setEventStoreServerVersion('24.2.0').setMethodsList(methods));
  };
}

export function readGossip(node: FakeNode, members: () => Member[]) {
  return (
    _call: ServerUnaryCall<unknown, unknown>,
    answer: sendUnaryData<InstanceType<typeof gossip.ClusterInfo>>,
  ): void => {
    if (node.is.state === 'frozen') return;
    answer(null, new gossip.ClusterInfo().setMembersList(members().map(memberInfo)));
  };
}

function memberInfo({ address, port, isLeader, isAlive = true }: Member): InstanceType<typeof gossip.MemberInfo> {
  const hex = createHash('sha256').update(`${address}:${port}`).digest('hex');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return new gossip.MemberInfo()
    .setInstanceId(new shared.UUID().setString(id))
    .setTimeStamp(String(Date.now()))
    .setState(isLeader ? LEADER : FOLLOWER)
    .setIsAlive(isAlive)
    .setHttpEndPoint(new gossip.EndPoint().setAddress(address).setPort(port));
}
