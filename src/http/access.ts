// Who may use a route. Deny by default: a route without one of these marks answers nobody, and a test names it.
import { SetMetadata } from '@nestjs/common';
import type { Role } from '../../workflows/kit/types.js';

export const ACCESS = 'rode-draad:access';

export type Access =
  | { kind: 'open' }
  | { kind: 'login' }
  /** At least one of these roles, in any municipality. */
  | { kind: 'roles'; roles: readonly Role[] };

/** Needs no login: health, the description of the API, the login page and static files only. */
export const OpenToAll = () => SetMetadata<string, Access>(ACCESS, { kind: 'open' });
/** Needs a login; what is shown depends on the rights of the caller. */
export const ForLoggedIn = () => SetMetadata<string, Access>(ACCESS, { kind: 'login' });
/** Needs a login with one of these roles. */
export const ForRoles = (...roles: Role[]) => SetMetadata<string, Access>(ACCESS, { kind: 'roles', roles });
