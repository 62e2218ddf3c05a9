// Setting up a real, empty organisation: the first event of its log, and one account that can do the rest.
import { randomUUID } from 'node:crypto';
import { idOf } from '../workflows/kit/ids.js';
import { organisationWorkflow, workflowFor } from '../workflows/registry.js';
import { newPassword } from './identity/passwords.js';
import type { Runtime } from './runtime.js';
import { organisationStream } from './trajectories/settings-book.js';

export interface NewLogin {
  name: string;
  login: string;
  password: string;
}

/** Makes the organisation and its first account; the password is nowhere else. Throws when the log refuses, which it only does when it is not empty. */
export async function setUpOrganisation(runtime: Runtime, name: string): Promise<NewLogin> {
  const organisationId = randomUUID();
  const admin = randomUUID();
  const result = await runtime.executor.execute({
    stream: organisationStream(organisationId),
    opens: workflowFor(organisationWorkflow.name),
    commands: [{ type: 'ChangeSetting', payload: { key: 'name', after: name } }],
    key: idOf('set up', organisationId),
    caller: { kind: 'person', ref: admin, organisationId, grants: [{ role: 'admin' }] },
    arrivedAt: runtime.around.elapsed(),
  });
  if (result.kind !== 'accepted') throw new Error(`De organisatie kon niet worden aangemaakt (${result.kind}).`);
  await runtime.settings.renew(organisationId);
  const account = { name: 'Functioneel beheerder', login: 'beheer', password: newPassword() };
  await runtime.identity.accounts.create({
    ...account,
    ref: admin,
    grants: [{ role: 'admin' }],
    createdAt: runtime.around.now(),
  });
  return account;
}
