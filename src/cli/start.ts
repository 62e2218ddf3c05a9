// `start`: the server itself, with the options of `npm start`.
import type { Command } from './command.js';

export const start: Command = {
  name: 'start',
  summary: 'Start de server.',
  usage: ['start', 'start --empty [--name "Naam van de organisatie"]'],
  about:
    'Zonder eigen organisatie in de gegevensmap opent de server de demo. Met --empty begint een lege, echte organisatie;\n' +
    'het wachtwoord van de beheerder wordt dan één keer getoond. Instellingen: PORT, HOST, DATA_DIR, EVENT_LOG, PUBLIC_URL.',
  run: (args, _env, around) => around.start(args),
};
