import { instrumentOf } from '../../domain/bars/instrument-of.ts';
import { newestBar } from '../../domain/bars/newest-bar.ts';
import { CANDLE_MS } from '../../domain/market/candle.ts';
import type { RunDecision } from '../../domain/strategy/run-decision.ts';
import type { RunInput, RunLine } from '../../domain/strategy/strategy-run.ts';
import { StrategyFailed } from '../../ports/backtest-pool.ts';
import type { LiveInstance } from '../../ports/live-host.ts';
import type { CarryOut } from './carry-out.ts';
import type { DeskOfRun } from './desk-of-run.ts';
import { barOf, callOf, liveInput } from './live-input.ts';
import { noTrade } from './no-trade-of.ts';
import type { CompleteBar, ReadBars } from './read-bars.ts';
import { decisionKey, type RunDeps, type RunOf } from './run-deps.ts';
import { withActedOn } from './acted-on.ts';
import { ToldFills } from './told-fills.ts';

/** What all runs of a book share. */
export interface RunParts {
  readonly deps: RunDeps;
  readonly bars: ReadBars;
  readonly desk: DeskOfRun;
  readonly carryOut: CarryOut;
}

/** Another server has gone on with the run, or it has ended: what this server knows of it is old. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

const PAGE = 500;

/** Symbol and instant of what a strategy is given. */
interface About {
  readonly symbol: string;
  readonly end: Date;
}

/** A run's strategy with all that it was given: what is stored is never behind what the strategy knows. */
export class LiveRun {
  #sequence = 0;
  /** Start of the newest bar that it was handed or warmed up with, by symbol; when its source was asked. */
  readonly #last = new Map<string, number>();
  readonly #askedAt = new Map<string, number>();
  readonly #warm = new Set<string>();
  readonly #told: ToldFills;
  /** When quotes were last looked at, and the instant of each quote that the strategy was given. */
  #quotedAt = 0;
  readonly #quoted = new Map<string, number>();

  private constructor(
    private readonly parts: RunParts,
    private readonly of: RunOf,
    private readonly instance: LiveInstance,
  ) {
    this.#told = new ToldFills(of.run.startedAt);
  }

  /** Opens the run in the state that its journal shows. @throws {StrategyFailed} */
  static async open(parts: RunParts, of: RunOf): Promise<LiveRun> {
    const { host, kinds } = parts.deps;
    const { kind, codeVersion } = of.run;
    const known = await kinds.find(kind);
    if (known?.error === null && known.version !== codeVersion)
      throw new StrategyFailed('The code of its kind has changed since it was started.');
    const live = new LiveRun(parts, of, await host.open(of.run));
    try {
      await live.#rebuild();
    } catch (error) {
      await live.close();
      throw error;
    }
    return live;
  }

  close(): Promise<void> {
    return this.instance.close();
  }

  /** Tries again what waits. */
  async tryWaiting(): Promise<boolean> {
    let left = false;
    for (const decision of await this.parts.deps.runs.waiting(this.of.run))
      left = !(await this.parts.carryOut.execute(this.of, decision)) || left;
    return left;
  }

  /** Hands over bars that are over. Returns whether something that the strategy asked for waits. */
  async handBars(): Promise<boolean> {
    const { run } = this.of;
    for (const symbol of run.symbols) if (!this.#warm.has(symbol)) await this.#warmUp(symbol);
    const due = await Promise.all(run.symbols.map((symbol) => this.#due(symbol)));
    const bars = due.flat().sort(byEnd);
    let waits = false;
    for (const bar of bars) waits = (await this.#handBar(bar)) || waits;
    return waits;
  }

  async tellFills(): Promise<boolean> {
    if (!this.instance.needs.fills) return false;
    const { runs, book } = this.parts.deps;
    const { username, strategyId } = this.of.run;
    const active = await runs.activeTrades(username, strategyId);
    let waits = false;
    for (const told of await this.#told.untold(book.read(username), active)) {
      const { symbol, at: end } = told.fill;
      waits = (await this.#hand({ kind: 'FILL', ...told }, { symbol, end }, true)) || waits;
      this.#told.tell(told);
    }
    return waits;
  }

  async tellQuotes(): Promise<boolean> {
    const { deps, desk } = this.parts;
    const now = deps.clock.now().getTime();
    if (!this.instance.needs.quotes || now - this.#quotedAt < deps.quoteMs) return false;
    this.#quotedAt = now;
    const { username, strategyId } = this.of.run;
    const own = await deps.runs.activeTrades(username, strategyId);
    let waits = false;
    for (const quote of Object.values(await desk.quotes(this.of, own))) {
      if (quote.at.getTime() <= (this.#quoted.get(quote.symbol) ?? 0)) continue;
      this.#quoted.set(quote.symbol, quote.at.getTime());
      const about = { symbol: quote.symbol, end: new Date(now) };
      waits = (await this.#hand({ kind: 'QUOTE', quote }, about, true)) || waits;
    }
    return waits;
  }

  async #rebuild(): Promise<void> {
    const { runs } = this.parts.deps;
    const { run } = this.of;
    for (;;) {
      const lines = await runs.lines(run, this.#sequence, PAGE);
      if (lines.length === 0) break;
      await this.instance.repeat(lines.map(callOf));
      for (const line of lines) this.#note(line);
    }
    // Trades that closed while no server ran have fills, too.
    if (this.instance.needs.fills && this.#sequence > 0) {
      const filled = await runs.tradesSince(run.username, run.strategyId, run.startedAt);
      this.#told.watch(filled.map(({ id }) => id));
    }
  }

  #note({ sequence, input }: Pick<RunLine, 'sequence' | 'input'>): void {
    this.#sequence = sequence;
    if (input.kind === 'WARM_UP') {
      this.#warm.add(input.symbol);
      const newest = input.bars.at(-1);
      if (newest) this.#saw(input.symbol, newest.at);
    } else if (input.kind === 'BAR') this.#saw(input.bar.symbol, input.bar.at);
    else if (input.kind === 'FILL') this.#told.tell(input);
  }

  #saw(symbol: string, at: Date): void {
    this.#last.set(symbol, Math.max(this.#last.get(symbol) ?? 0, at.getTime()));
  }

  /** Gives the strategy the bars that were over when the run began. */
  async #warmUp(symbol: string): Promise<void> {
    const { run, actor } = this.of;
    const { history: count } = this.instance.needs;
    const asked = { at: run.startedAt, count };
    const bars = await this.parts.bars.before(actor, symbol, run.interval, asked);
    if (!bars) throw new Error(`The bars of ${symbol} before the start are not known yet.`);
    const warm = { kind: 'WARM_UP', symbol, bars: bars.map(({ candle }) => candle) } as const;
    if (bars.length > 0) await this.#hand(warm, { symbol, end: run.startedAt }, false);
    this.#warm.add(symbol);
  }

  async #due(symbol: string): Promise<readonly SymbolBar[]> {
    const { run, actor } = this.of;
    const { bars, deps } = this.parts;
    const { assetClass } = instrumentOf(symbol);
    const first = newestBar(run.interval, run.startedAt.getTime(), assetClass);
    const last = Math.max(this.#last.get(symbol) ?? 0, first);
    const askedAt = this.#askedAt.get(symbol) ?? 0;
    const found = await bars.after(actor, symbol, run.interval, { last, askedAt });
    if (found) this.#askedAt.set(symbol, deps.clock.now().getTime());
    return (found ?? []).map((bar) => ({ ...bar, symbol }));
  }

  /** A bar older than its interval only warms up: what the strategy asks for then is not done. */
  async #handBar({ symbol, candle, end }: SymbolBar): Promise<boolean> {
    const { interval } = this.of.run;
    const age = this.parts.deps.clock.now().getTime() - end.getTime();
    const input = { kind: 'BAR', bar: barOf(symbol, candle), endsAt: end } as const;
    return this.#hand(input, { symbol, end }, age <= CANDLE_MS[interval]);
  }

  /** Calls the strategy, stores the result, then does what it asked for. Returns whether some of that waits. */
  async #hand(input: RunInput, { symbol, end }: About, acts: boolean): Promise<boolean> {
    const { deps, desk, carryOut } = this.parts;
    const { run } = this.of;
    const own = acts ? await deps.runs.activeTrades(run.username, run.strategyId) : [];
    const chains = this.instance.needs.chains;
    const known = acts ? await desk.of(this.of, own, chains) : null;
    const at = deps.clock.now();
    const answer = await this.instance.call({ at, input: liveInput(input), desk: known });
    const { asked, logged } = answer;
    const sequence = this.#sequence + 1;
    const reads = known ? withActedOn(run, answer, known) : null;
    const line: RunLine = { runId: run.id, sequence, at, input, reads, asked, logged };
    const about = { symbol, end, sequence, isBar: input.kind === 'BAR' };
    const decisions = this.#decisions(line, about, acts);
    if (!(await deps.runs.add(run, line, decisions)))
      throw new Overtaken('The run went on elsewhere.');
    this.#note(line);
    let waits = false;
    if (acts)
      for (const decision of decisions)
        waits = !(await carryOut.execute(this.of, decision)) || waits;
    return waits;
  }

  #decisions(
    { at, asked, sequence }: RunLine,
    about: Parameters<typeof decisionKey>[2],
    acts: boolean,
  ): readonly RunDecision[] {
    const { run } = this.of;
    const decisions = asked.map((ask, ordinal): RunDecision => {
      const key = decisionKey(this.parts.deps.digest, run, about, { ask, ordinal });
      const place = { runId: run.id, key, sequence, ordinal, ask, decidedAt: at };
      const symbol = ask.action === 'ENTER' ? ask.entry.symbol : ask.symbol;
      const missed = noTrade('BAR_TOO_OLD', MISSED, ask.action === 'EXIT');
      return {
        ...{ ...place, symbol, barEnd: about.end, tradeId: null },
        ...(acts
          ? { state: 'WAITING', settledAt: null, noTrade: null }
          : { state: 'NO_TRADE', settledAt: at, noTrade: missed }),
        ...{ shadowPnl: null, shadowNote: null },
      };
    });
    return acts ? decisions : decisions.filter(({ ask }) => ask.action !== 'CANCEL');
  }
}

const MISSED = 'The bar was missed: it was older than its interval when it was seen.';

interface SymbolBar extends CompleteBar {
  readonly symbol: string;
}

/** Sorts bars as a backtest does: by their ends, at one instant by symbol. */
function byEnd(a: SymbolBar, b: SymbolBar): number {
  return a.end.getTime() - b.end.getTime() || (a.symbol < b.symbol ? -1 : 1);
}
