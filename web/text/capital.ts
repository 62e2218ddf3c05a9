/** One helper for both dictionaries: a word that opens a line begins with a capital. */

/** The same text with its first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
