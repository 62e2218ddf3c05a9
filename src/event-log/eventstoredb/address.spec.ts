// What the address may hold, and that a password is neither shown nor given to the client as text.
import { describe, expect, it } from '@jest/globals';
import { addressOf, connectionString } from './address.js';

describe('the address', () => {
  it('keeps account and password apart from what the client gets', () => {
    const address = addressOf('esdb://app:p%40ss%3Aword@a.example.nl:2113,b:2114?tls=true&tlsCAFile=%2Fca.crt');
    expect(address.credentials).toEqual({ username: 'app', password: 'p@ss:word' });
    expect(connectionString(address, 10_007)).toBe(
      'esdb://a.example.nl:2113,b:2114?gossipTimeout=1&tls=true&tlsCAFile=%2Fca.crt&keepAliveInterval=10007',
    );
  });

  it('goes to one node when that is asked, with the same options', () => {
    const address = addressOf('esdb+discover://cluster:2113?Tls=false&gossip_timeout=3');
    expect(connectionString(address, 10_000)).toBe(
      'esdb+discover://cluster:2113?gossipTimeout=3&tls=false&keepAliveInterval=10000',
    );
    expect(connectionString(address, 10_001, { address: 'node2', port: 2_113 })).toBe(
      'esdb://node2:2113?gossipTimeout=3&tls=false&keepAliveInterval=10001',
    );
  });

  it('gives calls a name also where none is asked, so that they take the path that ends on time', () => {
    expect(addressOf('esdb://localhost:2113?tls=false').credentials.username).not.toBe('');
  });

  it('sets itself what must not be set otherwise', () => {
    const address = addressOf('esdb://localhost?throwOnAppendFailure=false&keepAliveInterval=5&tlsVerifyCert=true');
    expect(connectionString(address, 10_000)).toBe('esdb://localhost?gossipTimeout=1&keepAliveInterval=10000');
  });

  it.each([
    ['no scheme', 'localhost:2113', 'begint met esdb://'],
    ['a bad port', 'esdb://app:geheim@localhost:x', "'localhost:x'"],
    ['no password', 'esdb://app@localhost', 'account zonder wachtwoord'],
    ['a password that cannot be read', 'esdb://app:geheim%zz@localhost', '%-codes'],
    ['an unknown option', 'esdb://app:geheim@localhost?tsl=true', "'tsl'"],
    ['an option without value', 'esdb://localhost?tls=', "'tls'"],
    ['a number that is none', 'esdb://localhost?gossipTimeout=soon', "'gossipTimeout'"],
    ['no check of certificates', 'esdb://localhost?tlsVerifyCert=false', 'tlsCAFile'],
  ])('refuses %s without showing a password', (_what, url, words) => {
    expect(() => addressOf(url)).toThrow(words);
    expect(() => addressOf(url)).not.toThrow(/geheim/);
    expect(() => addressOf(url)).toThrow(expect.objectContaining({ name: 'LogRefused', code: 'address' }));
  });
});
