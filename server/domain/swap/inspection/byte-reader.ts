/** Reads unsigned little-endian numbers at a position; null beyond the end. */
export function readBytes(data: Uint8Array) {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const holds = (at: number, bytes: number) => at + bytes <= view.byteLength;
  return {
    u8: (at: number): number | null => (holds(at, 1) ? view.getUint8(at) : null),
    u16: (at: number): number | null => (holds(at, 2) ? view.getUint16(at, true) : null),
    u32: (at: number): number | null => (holds(at, 4) ? view.getUint32(at, true) : null),
    u64: (at: number): bigint | null => (holds(at, 8) ? view.getBigUint64(at, true) : null),
  };
}
