/** Bytes: more than any line that is written here. */
const LONGEST = 1_024;
const [ZERO, LINE_END, MINUS, POINT] = [48, 10, 45, 46];
/** Whole numbers below this are written nine digits at a time. */
const [BILLION, DIGITS] = [1e9, 9];
const DECODER = new TextDecoder();
const SCALES = Array.from({ length: 21 }, (_, n) => 10 ** n);

/** Lines of ASCII as bytes to be hashed: a run makes millions, and each as text would be garbage at once. */
export class AsciiLines {
  readonly #bytes: Uint8Array;
  length = 0;

  constructor(private readonly size: number) {
    this.#bytes = new Uint8Array(size + LONGEST);
  }

  get isFull(): boolean {
    return this.length >= this.size;
  }

  /** Writes text that is all ASCII. */
  text(text: string): void {
    let { length } = this;
    for (let i = 0; i < text.length; i += 1) this.#bytes[length++] = text.charCodeAt(i);
    this.length = length;
  }

  /** Writes words made by `asciiOf`, which many lines share. */
  words(words: Uint8Array): void {
    this.#bytes.set(words, this.length);
    this.length += words.length;
  }

  /** Writes a whole number of at least 0 that a double holds. */
  whole(value: number): void {
    if (value >= BILLION) {
      const high = Math.floor(value / BILLION);
      this.whole(high);
      this.#digits(value - high * BILLION, DIGITS);
      return;
    }
    let count = 1;
    for (let most = 10; value >= most; most *= 10) count += 1;
    this.#digits(value, count);
  }

  /** Writes a whole number that a double holds as a decimal of at most 20 places, in the form of `numberText`. */
  decimal(units: number, digits: number): void {
    const size = Math.abs(units);
    const scale = SCALES[digits]!;
    const whole = Math.floor(size / scale);
    if (units < 0) this.#bytes[this.length++] = MINUS;
    this.whole(whole);
    let part = size - whole * scale;
    if (part === 0) return;
    let count = digits;
    for (; part % 10 === 0; part /= 10) count -= 1;
    this.#bytes[this.length++] = POINT;
    if (count <= DIGITS) return this.#digits(part, count);
    const high = Math.floor(part / BILLION);
    this.#digits(high, count - DIGITS);
    this.#digits(part - high * BILLION, DIGITS);
  }

  end(): void {
    this.#bytes[this.length++] = LINE_END;
  }

  /** The bytes written since the last call; they are valid until more is written. */
  taken(): Uint8Array {
    const bytes = this.#bytes.subarray(0, this.length);
    this.length = 0;
    return bytes;
  }

  takenText(): string {
    return DECODER.decode(this.taken());
  }

  #digits(value: number, count: number): void {
    let rest = value | 0;
    for (let at = this.length + count - 1; at >= this.length; at -= 1) {
      const tenth = (rest / 10) | 0;
      this.#bytes[at] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
    this.length += count;
  }
}

/** Words of ASCII as bytes. */
export function asciiOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
