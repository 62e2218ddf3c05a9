// CRC-32C (Castagnoli), which the platform does not offer (zlib.crc32 is another polynomial). Eight tables take eight bytes per round.

const POLYNOMIAL = 0x82f63b78;
const TABLES = makeTables();

/** CRC-32C of the bytes as an unsigned 32-bit number. */
export function crc32c(bytes: Uint8Array): number {
  const t = TABLES;
  let crc = 0xffffffff;
  let at = 0;
  // `| 0` reads past the end never happen: the bound keeps eight bytes in front.
  for (const end = bytes.length - 7; at < end; at += 8) {
    const low =
      crc ^ (byte(bytes, at) | (byte(bytes, at + 1) << 8) | (byte(bytes, at + 2) << 16) | (byte(bytes, at + 3) << 24));
    crc =
      entry(t, 1792 + (low & 0xff)) ^
      entry(t, 1536 + ((low >>> 8) & 0xff)) ^
      entry(t, 1280 + ((low >>> 16) & 0xff)) ^
      entry(t, 1024 + (low >>> 24)) ^
      entry(t, 768 + byte(bytes, at + 4)) ^
      entry(t, 512 + byte(bytes, at + 5)) ^
      entry(t, 256 + byte(bytes, at + 6)) ^
      entry(t, byte(bytes, at + 7));
  }
  for (; at < bytes.length; at++) crc = entry(t, (crc ^ byte(bytes, at)) & 0xff) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The indexes are always inside; the assertion only tells the compiler, at no cost at run time. */
function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}

function entry(tables: Int32Array, at: number): number {
  return tables[at] as number;
}

/** Eight tables of 256 in one array: table k gives the effect of a byte that is followed by k zero bytes. */
function makeTables(): Int32Array {
  const tables = new Int32Array(8 * 256);
  for (let value = 0; value < 256; value++) {
    let crc = value;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    tables[value] = crc;
  }
  for (let at = 256; at < tables.length; at++) {
    const before = entry(tables, at - 256);
    tables[at] = entry(tables, before & 0xff) ^ (before >>> 8);
  }
  return tables;
}
