// The fake is held to what a real server was seen to answer, by the client that the product uses; a real server is held to the same table
// whenever EVENTSTORE_TEST_URL names one.
import { afterAll, beforeAll, describe } from '@jest/globals';
import { FakeEventStore } from '../support/eventstoredb/fake-event-store.js';
import { appendingTable } from './appending.table.js';
import { followingTable } from './following.table.js';
import { readingTable } from './reading.table.js';

const realUrl = process.env.EVENTSTORE_TEST_URL ?? '';

function table(url: () => string): void {
  appendingTable(url);
  readingTable(url);
  followingTable(url);
}

describe('EventStoreDB, the fake', () => {
  let fake: FakeEventStore;
  beforeAll(async () => {
    fake = await FakeEventStore.start();
  });
  afterAll(() => fake.stop());
  table(() => fake.url);
});

(realUrl === '' ? describe.skip : describe)('EventStoreDB, the server of EVENTSTORE_TEST_URL', () => {
  table(() => realUrl);
});
