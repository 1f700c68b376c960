import { describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { CaseVenue } from '../support/recorded/case-venue.ts';
import { submitted } from '../support/fakes/option-market.ts';
import { referenceFile } from '../support/recorded/reference-file.ts';

interface Bar {
  readonly i: number;
  readonly o: number;
  readonly h: number;
  readonly l: number;
  readonly c: number;
  readonly enter_long?: 1;
  readonly enter_short?: 1;
  readonly exit_long?: 1;
  readonly exit_short?: 1;
}

interface ExitCase {
  readonly id: string;
  readonly rules: {
    readonly stop_loss_pct: number;
    readonly take_profit_table: readonly { readonly profit_ratio: number }[];
    readonly honour_exit_signal?: true;
    readonly leverage?: number;
    readonly limit_entry_price?: number;
    readonly limit_exit_price?: number;
  };
  readonly bars: readonly Bar[];
  readonly expect: {
    readonly total_profit_ratio_rounded3: number;
    readonly trades: readonly Outcome[];
  };
}

interface Outcome {
  readonly exit: string;
  readonly open_bar: number;
  readonly close_bar: number;
  readonly side: string;
}

const text = referenceFile('data/cases/candle-exit-rules.json');
const cases = text === null ? [] : (JSON.parse(text) as { cases: ExitCase[] }).cases;

const TRAILING = 'stops that trail are not offered';
const STEPPED = 'targets that change with the age of a trade are not offered';
const REPRICED = 'entries are never changed in place';

const NOT_RUN: Record<string, string> = {
  ...Object.fromEntries(
    ['09', '10', '12', '21', '22', '24', '31', '33', '34', '36', '37'].map((n) => [n, TRAILING]),
  ),
  ...Object.fromEntries(['16', '18', '19'].map((n) => [n, STEPPED])),
  ...Object.fromEntries(['48', '49', '51', '52'].map((n) => [n, REPRICED])),
  40: 'a buy limit above the market pays the ask here, there the high of the bar',
  45: 'the high is the target to the cent: a touch fills here, there the float of 5000 × 1.1 lies above it',
};

const run = cases.filter(({ id }) => !(id.slice('exit-'.length) in NOT_RUN));

describe.skipIf(cases.length === 0)('brackets end bar by bar as in freqtrade', () => {
  it('runs every case or says why not', () => {
    expect(cases).toHaveLength(36);
    expect(run.length + Object.keys(NOT_RUN).length).toBe(cases.length);
    expect(run).toHaveLength(16);
  });

  it.each(run)('$id', (exitCase) => {
    const found = played(exitCase);
    const { trades, total_profit_ratio_rounded3: total } = exitCase.expect;
    expect(found.map(({ profit: _, ...outcome }) => outcome)).toEqual(
      trades.map(({ exit, open_bar, close_bar, side }) => ({ exit, open_bar, close_bar, side })),
    );
    const profit = found.reduce((sum, trade) => sum + trade.profit, 0);
    expect(Math.abs(profit - total)).toBeLessThanOrEqual(0.0005);
  });
});

type Played = Outcome & { readonly profit: number };

/** Plays one position after another. A position in the last bar is closed at its open, as in freqtrade. */
function played({ rules, bars }: ExitCase): Played[] {
  const outcomes: Played[] = [];
  let position: Position | null = null;
  for (const [index, bar] of bars.entries()) {
    const signal = bars[index - 1];
    if (!position && (signal?.enter_long || signal?.enter_short)) {
      position = new Position(rules, signal.enter_long ? 1 : -1, bar);
    }
    const asked = rules.honour_exit_signal && (signal?.exit_long ?? signal?.exit_short) === 1;
    const ended = position?.meet(bar, asked === true, index === bars.length - 1);
    if (!ended) continue;
    outcomes.push(ended);
    position = null;
  }
  return outcomes;
}

/** A position at the simulated venue: an entry, then an OCO at the distances that the rules ask for. */
class Position {
  readonly #venue = new CaseVenue('SPY');
  #entry: { readonly price: number; readonly bar: number } | null = null;

  constructor(
    private readonly rules: ExitCase['rules'],
    private readonly direction: 1 | -1,
    { o }: Bar,
  ) {
    this.#venue.price(o);
    const limit = rules.limit_entry_price?.toString();
    const entry = submitted('ENTRY', direction === 1 ? 'BUY' : 'SELL', 1, { limit });
    expect(this.#venue.submit('SINGLE', [entry]).refusal).toBeNull();
  }

  meet(bar: Bar, wantsOut: boolean, isLast: boolean): Played | null {
    this.#venue.price(bar.o);
    this.#protect(bar.i);
    if (this.#entry && wantsOut) {
      this.#leave(this.rules.limit_exit_price?.toString());
      if (this.#venue.price(bar.o).held === 0) return this.#outcome('exit_signal', bar.o, bar);
    }
    if (this.#entry && isLast) return this.#outcome('end_of_data_close', bar.o, bar);
    // Each bar takes the worse path: to the stop first, and to a waiting entry inside it last.
    const [worst, best] = this.direction === 1 ? [bar.l, bar.h] : [bar.h, bar.l];
    const way = this.#entry ? [worst, best] : [best, worst];
    this.#venue.path([bar.o, ...way, bar.c], () => this.#protect(bar.i));
    const exit = this.#venue.state.orders.find(
      (order) => order.role !== 'ENTRY' && order.status === 'FILLED',
    );
    if (!exit) return null;
    const name = exit.role === 'STOP_LOSS' ? 'stop_loss' : 'take_profit_target';
    return this.#outcome(name, exit.filledValue.toNumber(), bar);
  }

  /** Places the exits as soon as the entry has filled. */
  #protect(bar: number): void {
    const entry = this.#venue.state.orders.find(({ role }) => role === 'ENTRY')!;
    if (this.#entry || entry.status !== 'FILLED') return;
    const price = entry.filledValue.toNumber();
    this.#entry = { price, bar };
    const { stop_loss_pct, take_profit_table, leverage = 1 } = this.rules;
    const at = (ratio: number): string =>
      dec(price).times(dec(ratio).div(leverage).times(this.direction).plus(1)).toFixed(2);
    const target = at(take_profit_table[0]!.profit_ratio);
    const orders = [
      submitted('TAKE_PROFIT', this.#exitSide, 1, { limit: target }),
      submitted('STOP_LOSS', this.#exitSide, 1, { stop: at(stop_loss_pct) }),
    ];
    // A short cannot buy back at a target of twice the price.
    const placed = Number(target) > 0 ? orders : orders.slice(1);
    const shape = placed.length === 2 ? 'OCO' : 'SINGLE';
    expect(this.#venue.submit(shape, placed).refusal).toBeNull();
  }

  /** Cancels the exits and closes at the market, or at a limit. */
  #leave(limit: string | undefined): void {
    for (const { id } of this.#venue.working) this.#venue.cancel(id);
    const close = submitted('CLOSE', this.#exitSide, 1, { limit });
    expect(this.#venue.submit('SINGLE', [close]).refusal).toBeNull();
  }

  get #exitSide(): 'BUY' | 'SELL' {
    return this.direction === 1 ? 'SELL' : 'BUY';
  }

  #outcome(exit: string, price: number, bar: Bar): Played {
    const entry = this.#entry!;
    const move = (price / entry.price - 1) * this.direction;
    return {
      exit,
      open_bar: entry.bar,
      close_bar: bar.i,
      side: this.direction === 1 ? 'long' : 'short',
      profit: move * (this.rules.leverage ?? 1),
    };
  }
}
