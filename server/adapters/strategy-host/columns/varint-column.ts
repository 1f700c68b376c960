const GROUP = 128;
const FAST = 2 ** 31;

/**
 * Encodes whole numbers as bytes: each as the step from the one before, small steps in one byte. NaN is kept.
 * Values lie within ±1e15, so that a step and its sign fit a double.
 */
export function encodeColumn(values: Float64Array, from: number, to: number): string {
  const bytes = new Uint8Array((to - from) * 9);
  let length = 0;
  let before = 0;
  for (let at = from; at < to; at += 1) {
    const value = values[at]!;
    let code = 0;
    if (!Number.isNaN(value)) {
      const step = value - before;
      code = (step < 0 ? -step * 2 - 1 : step * 2) + 1;
      before = value;
    }
    while (code >= FAST) {
      bytes[length++] = (code % GROUP) | GROUP;
      code = Math.floor(code / GROUP);
    }
    while (code >= GROUP) {
      bytes[length++] = (code & 127) | GROUP;
      code >>>= 7;
    }
    bytes[length++] = code;
  }
  return Buffer.from(bytes.buffer, 0, length).toString('base64');
}

/** Writes the values into `target` from `offset` on. */
export function decodeColumn(text: string, target: Float64Array, offset: number): void {
  const bytes = Buffer.from(text, 'base64');
  let before = 0;
  let place = offset;
  let code = 0;
  let factor = 1;
  for (const byte of bytes) {
    code += (byte & 127) * factor;
    if (byte & GROUP) {
      factor *= GROUP;
      continue;
    }
    if (code === 0) target[place] = NaN;
    else {
      const rest = code - 1;
      before += rest % 2 === 1 ? -(rest + 1) / 2 : rest / 2;
      target[place] = before;
    }
    place += 1;
    code = 0;
    factor = 1;
  }
}

/** Encodes any doubles exactly. */
export function encodeFloats(values: Float64Array, from: number, to: number): string {
  const part = values.slice(from, to);
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('base64');
}

export function decodeFloats(text: string, target: Float64Array, offset: number): void {
  const bytes = Buffer.from(text, 'base64');
  for (let at = 0; at < bytes.length; at += 8) target[offset + at / 8] = bytes.readDoubleLE(at);
}
