// The overview of all commands.
import { COMMANDS } from './registry.js';

/** Every command with what it does, and how to learn more. */
export async function helpText(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'Gebruik: npx rode-draad <opdracht> [opties]',
    '',
    ...lines,
    '',
    'Meer over een opdracht: npx rode-draad <opdracht> --help',
    'De gegevens staan in DATA_DIR (standaard ./data); zie docs/operations.md.',
  ].join('\n');
}
