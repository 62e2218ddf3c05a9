// What the environment may hold, and that everything else stops the start with a sentence that names the variable.
import { describe, expect, it } from '@jest/globals';
import { BadConfig, readConfig } from './config.js';

describe('the configuration', () => {
  it('has a value for everything, and takes an empty variable for an absent one', () => {
    const standard = {
      port: 3000,
      host: '127.0.0.1',
      dataDir: './data',
      eventLog: { kind: 'sqlite' },
      publicUrl: 'http://127.0.0.1:3000',
      logLevel: 'info',
    };
    expect(readConfig({})).toEqual(standard);
    expect(readConfig({ PORT: '', HOST: ' ', DATA_DIR: '', EVENT_LOG: '', PUBLIC_URL: '', LOG_LEVEL: '' })).toEqual(
      standard,
    );
  });

  it('reads what is set', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      DATA_DIR: '/srv/rode-draad',
      PUBLIC_URL: 'https://participatie.example.nl/',
      LOG_LEVEL: 'debug',
    };
    expect(readConfig(env)).toEqual({
      port: 0,
      host: '::1',
      dataDir: '/srv/rode-draad',
      eventLog: { kind: 'sqlite' },
      publicUrl: 'https://participatie.example.nl',
      logLevel: 'debug',
    });
    expect(readConfig({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000');
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '30x'],
    ['EVENT_LOG', 'postgres'],
    ['PUBLIC_URL', 'participatie.example.nl'],
    ['PUBLIC_URL', 'https://example.nl/pad'],
    ['PUBLIC_URL', 'ftp://example.nl'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s by name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(BadConfig);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`${name} is '${value}'`));
  });

  it.each([
    'esdb://localhost:2113?tls=false',
    'esdb+discover://cluster.example.nl:2113?tlsCAFile=/ca.crt',
    'esdb://account:geheim@a:1,b:2,c:3/',
  ])('takes EventStoreDB at %s', (url) => {
    expect(readConfig({ EVENT_LOG: 'eventstoredb', EVENTSTORE_URL: url }).eventLog).toEqual({
      kind: 'eventstoredb',
      url,
    });
    expect(readConfig({ EVENTSTORE_URL: url }).eventLog).toEqual({ kind: 'sqlite' });
  });

  it.each(['http://localhost:2113', 'esdb://', 'esdb://a:1/pad', 'esdb:// a:geheim@b', 'localhost:2113'])(
    'refuses %s as the address of EventStoreDB, without showing what may be a password',
    (url) => {
      const reading = () => readConfig({ EVENT_LOG: 'eventstoredb', EVENTSTORE_URL: url });
      expect(reading).toThrow(BadConfig);
      expect(reading).toThrow('EVENTSTORE_URL is geen adres van EventStoreDB');
      expect(reading).not.toThrow(/geheim/);
    },
  );

  it('says that the address of EventStoreDB is missing', () => {
    expect(() => readConfig({ EVENT_LOG: 'eventstoredb', EVENTSTORE_URL: ' ' })).toThrow('EVENTSTORE_URL ontbreekt');
  });
});
