import { feeFor } from '../matching/fee-schedule.ts';
import { dec } from '../decimal.ts';
import type { AssetClass } from '../instrument/instrument.ts';
import type { BacktestFees } from './backtest-input.ts';
import { digitsOf, power, PRICE_DIGITS, QUANTITY_DIGITS, readExact } from './exact.ts';

/**
 * What fills cost. Nothing is rounded: fill prices and money have as many decimal places as the products that
 * they come from.
 */
export class Costs {
  /** Decimal places of a fill's price, including slippage. */
  readonly priceDigits: number;
  /** Decimal places of all money. */
  readonly digits: number;
  readonly #slip: bigint;
  readonly #slipOne: bigint;
  readonly #pct: bigint;
  readonly #pctOne: bigint;
  readonly #minimum: bigint;
  readonly #perUnit: Readonly<Record<AssetClass, bigint>>;

  constructor(fees: BacktestFees | null, slippagePct: string) {
    const slipDigits = readExact(slippagePct, 0) === 0n ? 0 : digitsOf(slippagePct) + 2;
    const pct = fees?.pct ?? '0';
    const pctDigits = readExact(pct, 0) === 0n ? 0 : digitsOf(pct) + 2;
    this.priceDigits = PRICE_DIGITS + slipDigits;
    this.digits = this.priceDigits + QUANTITY_DIGITS + pctDigits;
    this.#slipOne = power(slipDigits);
    this.#slip = readExact(slippagePct, Math.max(slipDigits - 2, 0)) ?? 0n;
    this.#pct = readExact(pct, Math.max(pctDigits - 2, 0)) ?? 0n;
    this.#pctOne = power(pctDigits);
    this.#minimum = readExact(fees?.minimum ?? '0', this.digits) ?? 0n;
    const perUnit = (asset: AssetClass) => {
      const each = fees ? (fees.perUnit ?? '0') : feeFor(asset, dec(1)).toFixed();
      return readExact(each, this.digits - QUANTITY_DIGITS) ?? 0n;
    };
    this.#perUnit = {
      OPTION: perUnit('OPTION'),
      EQUITY: perUnit('EQUITY'),
      TOKEN: perUnit('TOKEN'),
    };
  }

  /** Whether the fee is the same at any price, and no price slips. */
  get isFlat(): boolean {
    return this.#slip === 0n && this.#pct === 0n;
  }

  /** Whether no fill of this class costs a fee. */
  isFree(asset: AssetClass): boolean {
    return this.#perUnit[asset] === 0n && this.#pct === 0n && this.#minimum === 0n;
  }

  /** The fill price, for a price of `PRICE_DIGITS`; `slips`: worse by the slippage. */
  fillPrice(price: bigint, buys: boolean, slips: boolean): bigint {
    if (!slips) return price * this.#slipOne;
    return price * (buys ? this.#slipOne + this.#slip : this.#slipOne - this.#slip);
  }

  /** Dollars of a quantity at a fill price. */
  valueOf(fillPrice: bigint, quantity: bigint, multiplier: number): bigint {
    return fillPrice * quantity * BigInt(multiplier) * this.#pctOne;
  }

  feeOf(asset: AssetClass, quantity: bigint, value: bigint): bigint {
    const share = this.#pct === 0n ? 0n : (value * this.#pct) / this.#pctOne;
    const fee = this.#perUnit[asset] * quantity + share;
    return fee > this.#minimum ? fee : this.#minimum;
  }

  /** Dollars given as text, in these digits. */
  money(text: string): bigint {
    const units = readExact(text, this.digits);
    if (units === null) throw new RangeError(`Not an amount: ${text}`);
    return units;
  }
}
