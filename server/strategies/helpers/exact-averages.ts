const POWERS = Array.from({ length: 16 }, (_, digits) => 10 ** digits);
/** Of prices with more decimals a double tells no more apart. */
const MOST_DIGITS = 15;

/**
 * The last closes of one symbol and the sums of the newest `fast` and `slow` of them. Prices are integers in units
 * of their last decimal, so a tie is a tie however long it runs.
 */
export class ExactAverages {
  #digits = 0;
  readonly #length: number;
  /** The last closes, as printed and as integers. */
  readonly #closes: number[] = [];
  readonly #units: number[] = [];
  #next = 0;
  #fastSum = 0;
  #slowSum = 0;

  constructor(
    private readonly fast: number,
    private readonly slow: number,
  ) {
    this.#length = Math.max(fast, slow);
  }

  /** The sign of fast average − slow average with this close; null before there are enough closes. */
  add(close: number): number | null {
    let units = this.#unitsOf(close);
    while (units === null) {
      this.#digits += 1;
      units = this.#unitsOf(close);
      if (units !== null) this.#rescale();
    }
    const at = this.#next;
    const { length } = this.#closes;
    if (length >= this.slow) this.#slowSum -= this.#unitsAgo(this.slow);
    if (length >= this.fast) this.#fastSum -= this.#unitsAgo(this.fast);
    this.#closes[at] = close;
    this.#units[at] = units;
    this.#slowSum += units;
    this.#fastSum += units;
    this.#next = (at + 1) % this.#length;
    return this.#closes.length === this.#length ? this.#sign() : null;
  }

  #unitsAgo(bars: number): number {
    return this.#units[(this.#next - bars + this.#length) % this.#length]!;
  }

  #unitsOf(close: number): number | null {
    const power = POWERS[this.#digits]!;
    const units = Math.round(close * power);
    return units / power === close || this.#digits === MOST_DIGITS ? units : null;
  }

  /** In units of one more decimal. */
  #rescale(): void {
    const count = this.#closes.length;
    this.#slowSum = 0;
    this.#fastSum = 0;
    for (let back = 1; back <= count; back += 1) {
      const at = (this.#next - back + this.#length) % this.#length;
      const units = Math.round(this.#closes[at]! * POWERS[this.#digits]!);
      this.#units[at] = units;
      if (back <= this.slow) this.#slowSum += units;
      if (back <= this.fast) this.#fastSum += units;
    }
  }

  #sign(): number {
    const [left, right] = [this.#fastSum * this.slow, this.#slowSum * this.fast];
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return Math.sign(left - right);
    const [fast, slow] = [this.#exactSum(this.fast), this.#exactSum(this.slow)];
    const difference = fast * BigInt(this.slow) - slow * BigInt(this.fast);
    return difference > 0n ? 1 : difference < 0n ? -1 : 0;
  }

  #exactSum(newest: number): bigint {
    let total = 0n;
    for (let back = 1; back <= newest; back += 1) total += BigInt(this.#unitsAgo(back));
    return total;
  }
}
