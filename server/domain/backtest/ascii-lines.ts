/** Longer than any line that is written so. */
const LONGEST = 1_024;
const [ZERO, LINE_END] = [48, 10];
/** Whole numbers below it are written nine digits at a time. */
const BILLION = 1e9;

/** Lines of ASCII as the bytes that are hashed: a run makes millions, and text of each would be garbage at once. */
export class AsciiLines {
  readonly #bytes: Uint8Array;
  length = 0;

  constructor(private readonly size: number) {
    this.#bytes = new Uint8Array(size + LONGEST);
  }

  get isFull(): boolean {
    return this.length >= this.size;
  }

  /** Every letter is ASCII. */
  text(text: string): void {
    let { length } = this;
    for (let i = 0; i < text.length; i += 1) this.#bytes[length++] = text.charCodeAt(i);
    this.length = length;
  }

  /** Words of `asciiOf`, which many lines share. */
  words(words: Uint8Array): void {
    this.#bytes.set(words, this.length);
    this.length += words.length;
  }

  /** A whole number from 0 on, that a double holds. */
  whole(value: number): void {
    if (value >= BILLION) {
      const high = Math.floor(value / BILLION);
      this.whole(high);
      this.#digits(value - high * BILLION, 9);
      return;
    }
    let count = 1;
    for (let most = 10; value >= most; most *= 10) count += 1;
    this.#digits(value, count);
  }

  end(): void {
    this.#bytes[this.length++] = LINE_END;
  }

  /** What was written since the last time; good until more is. */
  taken(): Uint8Array {
    const bytes = this.#bytes.subarray(0, this.length);
    this.length = 0;
    return bytes;
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
