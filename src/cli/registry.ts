// The commands of `npx rode-draad`, in the order of the overview. Adding one is one file and one line here; each is loaded when it is called.
import type { Command } from './command.js';

export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.js')).start,
  demo: async () => (await import('./demo.js')).demo,
  rebuild: async () => (await import('./rebuild.js')).rebuild,
  verify: async () => (await import('./verify.js')).verify,
  backup: async () => (await import('./backup.js')).backup,
  restore: async () => (await import('./restore.js')).restore,
  export: async () => (await import('./export.js')).exportCommand,
  import: async () => (await import('./import.js')).importCommand,
  migrate: async () => (await import('./migrate.js')).migrate,
  token: async () => (await import('./token.js')).token,
  account: async () => (await import('./account.js')).account,
};
