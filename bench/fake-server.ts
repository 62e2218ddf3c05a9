// The protocol fake in a process of its own, so that it does not share a thread with what is measured.
import { FakeEventStore } from '../test/support/eventstoredb/fake-event-store.js';

const fake = await FakeEventStore.start();
process.send?.({ url: fake.url });
process.on('disconnect', () => process.exit(0));
