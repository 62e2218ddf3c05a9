// `token`: a bearer token for scripts, alone on the output; the same role and municipality always give the same person.
import { TTL_MAX } from '../identity/tokens.js';
import { BadCall, type Command } from './command.js';
import { needed, optionsOf } from './options.js';
import { grantIn, organisationOf, withIdentity } from './with-identity.js';

export const token: Command = {
  name: 'token',
  summary: 'Maak een toegangssleutel (bearer token) voor een script.',
  usage: ['token --role <rol> [--municipality <id of naam>] [--ttl 1h]'],
  about:
    'De sleutel staat als enige op de uitvoer. --ttl is hoe lang hij geldt: bijvoorbeeld 30m, 8h of 7d, ten hoogste 30d.\n' +
    'Werkt ook naast een draaiende server.',
  run: (args, env, around) =>
    withIdentity(env, (identity) => {
      const { role, municipality, ttl = '1h' } = optionsOf(args, { role: 'text', municipality: 'text', ttl: 'text' });
      const grant = grantIn(identity, needed(role, 'role', 'een rol'), municipality);
      const organisation = organisationOf(identity);
      around.out(identity.tokens.issue(organisation, grant, Date.parse(around.now()), durationOf(ttl)));
    }),
};

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of `30m`, `1h`, `7d`. */
function durationOf(text: string): number {
  const [, amount = '', unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const duration = Number(amount) * (UNITS[unit] ?? 0);
  if (!(duration > 0 && duration <= TTL_MAX))
    throw new BadCall(`De duur '${text}' klopt niet. Geef bijvoorbeeld 30m, 8h of 7d, ten hoogste 30d.`);
  return duration;
}
