// The fake as a process of its own: `main.ts <port> <journal>`. Says its address on the output once it listens; killed and started again
// with the same port and file it has everything back.
import { FakeEventStore } from './fake-event-store.js';

const [port = '0', journal] = process.argv.slice(2);
const fake = await FakeEventStore.start({ port: Number(port), journal });
console.log(fake.url);
