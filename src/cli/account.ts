// `account`: makes a local account, whose password is shown once, or ends one.
import type { Identity } from '../identity/identity.js';
import { newPassword } from '../identity/passwords.js';
import { BadCall, BadUsage, type CliAround, type Command } from './command.js';
import { optionsOf } from './options.js';
import { grantIn, organisationOf, withIdentity } from './with-identity.js';

const OPTIONS = { name: 'text', login: 'text', role: 'text', municipality: 'text', end: 'text' } as const;

export const account: Command = {
  name: 'account',
  summary: 'Maak een account, of beëindig er een.',
  usage: [
    'account --name "Functie" --login <inlognaam> --role <rol> [--municipality <id of naam>]',
    'account --end <inlognaam>',
  ],
  about: 'Het wachtwoord wordt één keer getoond. Gebruik als naam een functie, geen naam van een persoon.',
  run: (args, env, around) =>
    withIdentity(env, async (identity) => {
      const values = optionsOf(args, OPTIONS);
      if (values.end === undefined) return create(identity, values, around);
      if (Object.keys(values).length > 1) throw new BadUsage('Bij --end hoort alleen de inlognaam.');
      if (!identity.accounts.end(values.end)) throw new BadCall(`Er is geen lopend account '${values.end}'.`);
      around.out(`Het account '${values.end}' is beëindigd.`);
    }),
};

async function create(
  identity: Identity,
  { name, login, role, municipality }: Partial<Record<keyof typeof OPTIONS, string>>,
  around: CliAround,
): Promise<void> {
  if (name === undefined || login === undefined || role === undefined)
    throw new BadUsage('Geef --name, --login en --role.');
  if (name.trim() === '' || name.length > 200)
    throw new BadCall('De naam heeft 1 tot en met 200 tekens. Gebruik een functie, geen naam van een persoon.');
  if (!/^[a-z0-9][a-z0-9._-]{2,63}$/i.test(login))
    throw new BadCall('De inlognaam heeft 3 tot en met 64 letters, cijfers, punten of streepjes.');
  organisationOf(identity);
  const grant = grantIn(identity, role, municipality);
  const password = newPassword();
  await identity.accounts.create({ name, login, password, grants: [grant], createdAt: around.now() });
  around.out(`Inlognaam:  ${login.toLowerCase()}\nWachtwoord: ${password}`);
}
