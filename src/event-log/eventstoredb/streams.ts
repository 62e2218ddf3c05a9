// Which streams of the server are ours. Others may keep theirs in the same database: what does not have one of our names is never read,
// counted or followed, and what has one must be an event of ours or it is damage.

/** The streams of the product: one of these and a UUID. */
export const PREFIXES: readonly string[] = ['trajectory-', 'organisation-', 'learning-', 'woo-', 'subject-'];

const OURS = new RegExp(`^(${PREFIXES.join('|')})[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isOurs = (stream: string): boolean => OURS.test(stream);
export const isUuid = (id: string): boolean => UUID.test(id);

/** The server keeps what it knows of a stream in a stream of its own with this in front. */
const METADATA = '$$';

/** What the subscription asks for: our streams, and what the server notes about them when one is deleted. */
export const FOLLOWED: string[] = [...PREFIXES, ...PREFIXES.map((prefix) => METADATA + prefix)];

/** The stream that a metadata stream is about, when that is one of ours. */
export function describedBy(stream: string): string | undefined {
  const described = stream.startsWith(METADATA) ? stream.slice(METADATA.length) : undefined;
  return described !== undefined && isOurs(described) ? described : undefined;
}
