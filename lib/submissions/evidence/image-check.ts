/** Whether an image, known by its first bytes, is there to its end: a broken upload is found while it can be mended. */
export const isWholeImage = { png: isWholePng, jpg: isWholeJpeg, webp: isWholeWebp };

/** PNG (W3C) is a signature and chunks of length, type, data and checksum; the last is IEND. */
function isWholePng(bytes: Buffer): boolean {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString("latin1", at + 4, at + 8) === "IEND") return true;
  return false;
}

/** JPEG (ITU-T T.81) is marked segments up to the scan, which ends with FF D9. Phones may add a clip after that. */
function isWholeJpeg(bytes: Buffer): boolean {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    if (bytes[at + 1] === 0xda) return bytes.indexOf(Buffer.from([0xff, 0xd9]), at) > 0;
    at += bytes[at + 1] === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return false;
}

/** WebP (RFC 9649) says its length in the RIFF header. */
function isWholeWebp(bytes: Buffer): boolean {
  return bytes.length >= 12 && bytes.readUInt32LE(4) + 8 <= bytes.length;
}
