// Whether a public name reads like a function (Groenloket Oosterkoog) and not like a person (J. de Vries).
// A public name stands in the open for years, so a person's name there cannot be erased. It is a guess by shape, not by a list of
// names: a wrong guess costs one click with a reason, because the need is soft.

const HONORIFIC = /(^|\s)(de heer|heer|dhr|meneer|mevrouw|mevr|mw|drs|ir|ing|mr|dr|prof|juf|pastoor|dominee)\.?(\s|$)/i;
/** `J.`, `J.P.` or a bare capital between words. */
const INITIALS = /(^|\s)(\p{Lu}\.)+(?=\s|$|\p{Lu})|(^|\s)\p{Lu}(?=\s)/u;
const PARTICLES = new Set([
  'van',
  'de',
  'den',
  'der',
  'ter',
  'ten',
  'te',
  'het',
  "'t",
  'el',
  'al',
  'ben',
  'bin',
  'von',
  'du',
  'la',
  'le',
  'op',
  'in',
]);
/** Parts of words for functions, offices and places to go to. Compound words end or begin with them: `projectloket`, `wijkteam`. */
const FUNCTION =
  /loket|team|punt|contact|balie|desk|servi[cs]e|adviseur|ordinator|manager|leider|regisseur|medewerker|ambtenaar|beheer|gemeente|afdeling|wijk|gebied|buurt|dorp|stad|dienst|bureau|groep|project|secretari|griffi|wethouder|consulent|verbinder|makelaar|participatie|communicatie|voorlichting|aanspreek|informatie|inloop|huis|kantoor|spreekuur|telefoon|postbus|redactie|commissie/i;

/** True when the name looks like that of a function. */
export function looksLikeFunction(name: string): boolean {
  if (HONORIFIC.test(name) || INITIALS.test(name)) return false;
  const parts = name
    .split(/[,;:()/|–—]|\s-\s/u)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  return parts.some((words) => !isNameLike(words)) && !parts.some(isFullName);
}

const wordsOf = (part: string): string[] => part.split(/\s+/u).filter((word) => word !== '');
const isParticle = (word: string): boolean => PARTICLES.has(word.toLowerCase());
const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word) && !FUNCTION.test(word);

/** Nothing but capitalised words and particles, and no word for a function: `Fatima`, `Jan de Vries`. */
const isNameLike = (words: string[]): boolean => words.every((word) => isParticle(word) || isCapitalised(word));

/** A name-like part of two words or more, or a name with a particle inside other words: `Team Jan de Vries`. */
function isFullName(words: string[]): boolean {
  if (words.length > 1 && isNameLike(words)) return true;
  return words.some((word, at) => {
    const end = words.findIndex((next, index) => index > at && !isParticle(next));
    const lastName = words[end];
    return isCapitalised(word) && end > at + 1 && lastName !== undefined && isCapitalised(lastName);
  });
}
