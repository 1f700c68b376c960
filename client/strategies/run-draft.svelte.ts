import type { BacktestInput, CandleInterval, DataSetsQuery, FillModel } from '../gql/graphql.ts';
import { dayAfter, startOfDay } from '../filter/history-filter.ts';
import { typed } from '../lib/exact.ts';
import { dayOf, EXCHANGE_ZONE } from '../lib/times.ts';
import { INTERVALS } from './interval-names.ts';
import { textOf } from './parameters.ts';
import { symbolsOf } from './symbols.ts';

export type DataSet = DataSetsQuery['dataSets'][number];
type Fault = string | null;

/** How fills are made where quotes are known; on bars they follow one rule. */
export const FILL_MODELS: readonly FillModel[] = ['TOUCH', 'MID', 'CROSS', 'ORATS', 'CALIBRATED'];

const CASH = '100000';

/** The next backtest, as it is typed. Days are the exchange's, both inclusive. */
export class RunDraft {
  symbols = $state('');
  first = $state('');
  last = $state('');
  interval = $state<CandleInterval | ''>('');
  fillModel = $state<FillModel | ''>('');
  cash = $state('');
  /** Name of an imported set; empty for the desk's own history. */
  dataSet = $state('');
  perUnit = $state('');
  pct = $state('');
  minimum = $state('');
  slippagePct = $state('');
  seed = $state('');

  constructor(private readonly sets: () => readonly DataSet[]) {}

  get set(): DataSet | null {
    return this.sets().find(({ name }) => name === this.dataSet) ?? null;
  }

  /** Chooses a data set, and proposes its symbols and days; typed symbols stay if the set has all of them. */
  choose(name: string): void {
    this.dataSet = name;
    const series = this.set?.series ?? [];
    const known = [...new Set(series.map(({ symbol }) => symbol))];
    if (known.length === 0) return;
    const typedOnes = symbolsOf(this.symbols, known);
    const fits = typedOnes.length > 0 && typedOnes.every((symbol) => known.includes(symbol));
    if (!fits) this.symbols = known.slice(0, MOST_SYMBOLS).join(' ');
    this.span();
  }

  /** Takes the days that the chosen set has for the typed symbols. */
  span(): void {
    const wanted = this.symbolList;
    const series = (this.set?.series ?? []).filter(({ symbol }) => wanted.includes(symbol));
    if (series.length === 0) return;
    const edge = (ends: readonly string[], pick: (...ms: number[]) => number) =>
      dayOf(pick(...ends.map((end) => Date.parse(end))), EXCHANGE_ZONE);
    this.first = edge(
      series.map(({ from }) => from),
      Math.min,
    );
    this.last = edge(
      series.map(({ to }) => to),
      Math.max,
    );
  }

  get symbolList(): string[] {
    return symbolsOf(this.symbols, this.set?.series.map(({ symbol }) => symbol) ?? []);
  }

  /** Why a field is invalid, by its name in the API. */
  readonly faults: Readonly<Record<string, string>> = $derived.by(() => {
    const all: [string, Fault][] = [
      ['symbols', this.#symbolFault()],
      ['from', this.first ? null : 'A first day.'],
      ['to', this.#lastFault()],
      ['cash', numberFault(this.cash, 'above 0')],
      ['fees.perUnit', numberFault(this.perUnit)],
      ['fees.pct', numberFault(this.pct)],
      ['fees.minimum', numberFault(this.minimum)],
      ['slippagePct', numberFault(this.slippagePct)],
      ['seed', /^-?\d*$/.test(this.seed.trim()) ? null : 'A whole number.'],
    ];
    return Object.fromEntries(all.filter((each): each is [string, string] => each[1] !== null));
  });

  #symbolFault(): Fault {
    const count = this.symbolList.length;
    if (count === 0) return 'One symbol at least.';
    return count > MOST_SYMBOLS ? `At most ${MOST_SYMBOLS} symbols.` : null;
  }

  #lastFault(): Fault {
    if (!this.last) return 'A last day.';
    return this.first && this.last < this.first ? 'Not before the first day.' : null;
  }

  input(strategyId: string): BacktestInput {
    const fees = {
      perUnit: amount(this.perUnit),
      pct: amount(this.pct),
      minimum: amount(this.minimum),
    };
    return {
      strategyId,
      symbols: this.symbolList,
      from: startOfDay(this.first),
      to: startOfDay(dayAfter(this.last)),
      interval: this.interval || null,
      fillModel: this.fillModel || null,
      cash: amount(this.cash) ?? CASH,
      dataSet: this.dataSet || null,
      fees: Object.values(fees).every((fee) => fee === null) ? null : fees,
      slippagePct: amount(this.slippagePct),
      seed: this.seed.trim() === '' ? null : Number(this.seed),
    };
  }

  /** Takes over the input of an earlier run, to run it again. */
  take(input: unknown): void {
    if (typeof input !== 'object' || input === null) return;
    const asked = input as Readonly<Record<string, unknown>>;
    const fees = (asked['fees'] ?? {}) as Readonly<Record<string, unknown>>;
    const { symbols } = asked;
    if (Array.isArray(symbols)) this.symbols = symbols.map(textOf).join(' ');
    this.first = dayText(asked['from'], 0) ?? this.first;
    // The end is exclusive: the last day is the day of the millisecond before.
    this.last = dayText(asked['to'], -1) ?? this.last;
    this.interval = INTERVALS.find((known) => known === asked['interval']) ?? '';
    this.fillModel = FILL_MODELS.find((known) => known === asked['fillModel']) ?? '';
    this.cash = textOf(asked['cash']);
    this.dataSet = textOf(asked['dataSet']);
    this.perUnit = textOf(fees['perUnit']);
    this.pct = textOf(fees['pct']);
    this.minimum = textOf(fees['minimum']);
    this.slippagePct = textOf(asked['slippagePct']);
    this.seed = textOf(asked['seed']);
  }
}

const MOST_SYMBOLS = 50;

function numberFault(text: string, least: 'above 0' | 'from 0 on' = 'from 0 on'): Fault {
  if (text.trim() === '') return null;
  const value = typed(text);
  const fits = value !== null && (least === 'above 0' ? value.gt(0) : value.gte(0));
  return fits ? null : `A number ${least}, or empty.`;
}

function amount(text: string): string | null {
  return typed(text)?.toFixed() ?? null;
}

/** The exchange's day of an instant, `later` milliseconds after it; null when the value is no instant. */
function dayText(value: unknown, later: number): string | null {
  const at = typeof value === 'number' ? value : Date.parse(textOf(value));
  return Number.isNaN(at) ? null : dayOf(at + later, EXCHANGE_ZONE);
}
