// A TCP proxy that behaves as bad networks do: late, cut in the middle of a frame, a black hole, half-open. It knows no protocol.
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** What happens to the bytes that arrive from now on. */
export type Weather =
  | { kind: 'fine' }
  /** Every piece is handed on that much later. */
  | { kind: 'slow'; ms: number }
  /** Connections are taken and nothing passes, in either direction; what was sent is lost. */
  | { kind: 'black-hole' }
  /** What the client sends arrives, what the server answers does not. */
  | { kind: 'half-open' }
  /** After that many more bytes of the client, wherever in a frame that is, the connection breaks. */
  | { kind: 'cut'; afterBytes: number };

const HOST = '127.0.0.1';

export class ChaosProxy {
  weather: Weather = { kind: 'fine' };
  port = 0;
  /** Hears of every new connection. */
  onConnection: (() => void) | undefined;
  private readonly pairs = new Set<[Socket, Socket]>();
  private readonly server: Server;

  private constructor(private readonly target: number) {
    this.server = createServer((client) => this.take(client));
  }

  static async start(target: number): Promise<ChaosProxy> {
    const proxy = new ChaosProxy(target);
    await new Promise<void>((resolve) => proxy.server.listen(0, HOST, resolve));
    proxy.port = (proxy.server.address() as AddressInfo).port;
    return proxy;
  }

  /** The same address, through this proxy. */
  through(url: string): string {
    return url.replace(/:\d+(?=\?|$)/, `:${this.port}`);
  }

  /** Breaks every connection; new ones are taken. */
  cutAll(): void {
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.cutAll();
    await closed;
  }

  private take(client: Socket): void {
    this.onConnection?.();
    const server = connect(this.target, HOST);
    const pair: [Socket, Socket] = [client, server];
    this.pairs.add(pair);
    const end = (): void => {
      this.pairs.delete(pair);
      for (const socket of pair) socket.destroy();
    };
    for (const socket of pair) socket.setNoDelay(true).on('error', end).on('close', end);
    client.on('data', (bytes: Buffer) => this.pass(bytes, server, end, true));
    server.on('data', (bytes: Buffer) => this.pass(bytes, client, end, false));
  }

  private pass(bytes: Buffer, to: Socket, end: () => void, isRequest: boolean): void {
    const { weather } = this;
    switch (weather.kind) {
      case 'fine':
        return void to.write(bytes);
      case 'slow':
        return void setTimeout(() => to.write(bytes), weather.ms);
      case 'black-hole':
        return;
      case 'half-open':
        return void (isRequest && to.write(bytes));
      case 'cut': {
        if (!isRequest) return void to.write(bytes);
        to.write(bytes.subarray(0, weather.afterBytes));
        weather.afterBytes -= bytes.length;
        if (weather.afterBytes <= 0) {
          this.weather = { kind: 'fine' };
          // What was written still goes out.
          setImmediate(end);
        }
      }
    }
  }
}
