// Who is who is read anew for every request: what a command beside the server changes holds from the very next one.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idOf } from '../../workflows/kit/ids.js';
import type { Grant } from '../trajectories/caller.js';
import { Identity } from './identity.js';

const ORGANISATION = idOf('organisation');
const [NORTH, SOUTH] = [idOf('north'), idOf('south')];
const NOW = Date.parse('2026-03-01T10:00:00Z');

let directory: string;
/** The server, and a command beside it on the same file. */
let server: Identity;
let beside: Identity;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rode-draad-identity-'));
  [server, beside] = [Identity.open(directory), Identity.open(directory)];
  server.know({ id: ORGANISATION, name: 'De Drie Kogen', demo: false }, []);
});

afterEach(() => {
  server.close();
  beside.close();
  rmSync(directory, { recursive: true, force: true });
});

const account = (identity: Identity, login: string, ...grants: Grant[]) =>
  identity.accounts.create({
    name: login,
    login,
    password: 'een wachtwoord',
    grants,
    createdAt: '2026-03-01T10:00:00Z',
  });

describe('what changes beside the server', () => {
  test('an account that ends is nobody from the next request on, and its session is gone', async () => {
    const { ref } = await account(server, 'els', { role: 'analyst' });
    const cookie = server.sessions.begin(ref, NOW);
    expect(server.sessions.find(cookie, NOW)?.ref).toBe(ref);
    expect(server.personOfAccount(ref)?.caller).toMatchObject({ ref, organisationId: ORGANISATION });

    beside.accounts.end('els');

    expect(server.sessions.find(cookie, NOW)).toBeUndefined();
    expect(server.personOfAccount(ref)).toBeUndefined();
  });

  test('a token holds from when it is made until its last millisecond', () => {
    expect(server.callerOfToken('rd_unknown', NOW)).toBeUndefined();

    const token = beside.tokens.issue(ORGANISATION, { role: 'approver', municipalityId: NORTH }, NOW, 1_000);

    const grants = [{ role: 'approver', municipalityId: NORTH }];
    expect(server.callerOfToken(token, NOW + 999)).toMatchObject({ organisationId: ORGANISATION, grants });
    expect(server.callerOfToken(token, NOW + 1_000)).toBeUndefined();
  });
});

describe('the one approver of some municipalities', () => {
  test('is whoever alone has that role in one of them, once, however many of them it is', async () => {
    const { ref } = await account(
      server,
      'an',
      { role: 'approver', municipalityId: NORTH },
      { role: 'approver', municipalityId: SOUTH },
    );
    expect(server.approverOf(ORGANISATION, [NORTH, SOUTH])).toBe(ref);
    expect(server.approverOf(ORGANISATION, [])).toBeUndefined();

    await account(beside, 'bo', { role: 'approver', municipalityId: SOUTH }, { role: 'client', municipalityId: NORTH });

    expect(server.approverOf(ORGANISATION, [NORTH])).toBe(ref);
    expect(server.approverOf(ORGANISATION, [NORTH, SOUTH])).toBeUndefined();

    beside.accounts.end('bo');

    expect(server.approverOf(ORGANISATION, [NORTH, SOUTH])).toBe(ref);
  });
});
