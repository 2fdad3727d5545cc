/** Where an image, known by its first bytes, ends. Throws where it is cut off: a broken upload is found while it can be mended. */
export const imageEnd = { png: pngEnd, jpg: jpegEnd, webp: webpEnd };

/** PNG (W3C) is a signature and chunks of length, type, data and checksum; the last is IEND. */
function pngEnd(bytes: Buffer): number {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString("latin1", at + 4, at + 8) === "IEND") return at + 12;
  throw new Error("No IEND");
}

/** JPEG (ITU-T T.81) is marked segments up to the scan, which ends with FF D9. */
function jpegEnd(bytes: Buffer): number {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    if (bytes[at + 1] === 0xda) {
      const last = bytes.indexOf(Buffer.from([0xff, 0xd9]), at);
      if (last > 0) return last + 2;
      break;
    }
    at += bytes[at + 1] === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  throw new Error("No end of image");
}

/** WebP (RFC 9649) says its length in the RIFF header; an odd one is filled up. */
function webpEnd(bytes: Buffer): number {
  const length = bytes.readUInt32LE(4) + 8;
  if (bytes.length < 12 || length > bytes.length) throw new Error("Cut off");
  return length + (length % 2);
}
