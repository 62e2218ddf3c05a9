// The EventStoreDB log keeps the contract of the port: on the fake always, and on a real server whenever EVENTSTORE_TEST_URL names one.
import { afterAll, beforeAll, describe } from '@jest/globals';
import { EventStoreDbEventLog } from '../../src/event-log/eventstoredb/eventstoredb.event-log.js';
import { eventLogContract } from '../event-log.contract.js';
import { FakeEventStore } from '../support/eventstoredb/fake-event-store.js';
import { ScopedLog } from '../support/log/scoped-log.js';

const realUrl = process.env.EVENTSTORE_TEST_URL ?? '';
/** An event costs its name and its metadata too, which the server counts. */
const largest = 1_048_576 - 128 - 2 * 'Happened'.length;

const open = async (url: string): Promise<ScopedLog> => ScopedLog.of(await EventStoreDbEventLog.open({ url }));

describe('on the fake', () => {
  let fake: FakeEventStore;
  beforeAll(async () => {
    fake = await FakeEventStore.start();
  });
  afterAll(() => fake.stop());
  eventLogContract('EventStoreDB', () => open(fake.url), { largest });
});

(realUrl === '' ? describe.skip : describe)('on the server of EVENTSTORE_TEST_URL', () => {
  eventLogContract('EventStoreDB', () => open(realUrl), { largest });
});
