// Who may do what: accounts with passwords and the default rights of `$settings`, as a secured server keeps them.
import type { Metadata } from '@grpc/grpc-js';
import { failures } from './answers.js';
import type { FakeStore } from './store.js';

export interface Account {
  password: string;
  admin?: boolean;
}

type Right = '$r' | '$w' | '$d' | '$mr' | '$mw';
type Acl = Partial<Record<Right, string | string[]>>;

const EVERYONE = '$all';
const ADMINS = '$admins';
const USER_DEFAULTS: Required<Acl> = { $r: EVERYONE, $w: EVERYONE, $d: EVERYONE, $mr: ADMINS, $mw: ADMINS };
const SYSTEM_DEFAULTS: Required<Acl> = { $r: ADMINS, $w: ADMINS, $d: ADMINS, $mr: ADMINS, $mw: ADMINS };

export class Access {
  /** Without accounts everyone may do everything, as on an insecure server. */
  constructor(
    private readonly store: FakeStore,
    private readonly accounts?: Record<string, Account>,
  ) {}

  /** @throws the refusal of the server when the caller may not write (or delete) that stream. */
  checkWrite(call: Metadata, stream: string, right: '$w' | '$d' = '$w'): void {
    const isMeta = stream.startsWith('$$');
    this.check(call, stream.startsWith('$') && !isMeta, isMeta ? '$mw' : right);
  }

  /** @throws the refusal of the server when the caller may not read that stream, or `$all`. */
  checkRead(call: Metadata, stream: string): void {
    this.check(call, stream.startsWith('$'), '$r');
  }

  private check(call: Metadata, isSystem: boolean, right: Right): void {
    if (!this.accounts) return;
    const header = String(call.get('authorization')[0] ?? '');
    if (!header.startsWith('Basic ')) throw failures.accessDenied();
    const [name = '', ...rest] = Buffer.from(header.slice(6), 'base64').toString().split(':');
    const account = Object.hasOwn(this.accounts, name) ? this.accounts[name] : undefined;
    if (account?.password !== rest.join(':')) throw failures.wrongPassword();
    const allowed = [this.rights(isSystem)[right]].flat();
    const isAllowed = allowed.includes(name) || allowed.includes(EVERYONE) || account.admin === true;
    if (!isAllowed) throw failures.accessDenied();
  }

  /** The last `$settings` event says how the defaults were changed. */
  private rights(isSystem: boolean): Required<Acl> {
    const last = this.store.stream('$settings')?.events.at(-1);
    const settings = last ? (JSON.parse(Buffer.from(last.data).toString()) as Record<string, Acl>) : {};
    return isSystem
      ? { ...SYSTEM_DEFAULTS, ...settings.$systemStreamAcl }
      : { ...USER_DEFAULTS, ...settings.$userStreamAcl };
  }
}
