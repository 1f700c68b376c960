import type { Mint } from '../../domain/ids.ts';
import type { AcceptedPrice } from '../../domain/price/judged-price.ts';
import type { PriceRound } from '../../domain/price/observation.ts';
import type {
  KnownFacts,
  PriceMinute,
  PriceMinutes,
  PriceRounds,
  PriceStore,
  TokenFactStore,
  WatchedMints,
} from '../../ports/price-rounds.ts';

const MINUTE_MS = 60_000;

/**
 * Prices of a past that is replayed. They are kept apart from present prices, whose judgement they would
 * change, and are forgotten with the replay.
 */
export class RememberedPrices implements PriceStore {
  readonly #facts = new Map<Mint, KnownFacts>();
  readonly #rounds = new Map<Mint, PriceRound[]>();
  readonly #minutes = new Map<Mint, PriceMinute[]>();

  constructor(private readonly mints: readonly Mint[]) {}

  readonly watches: WatchedMints = {
    watch: async (_username, mint) => (this.mints.includes(mint) ? 'WATCHED' : 'NEW'),
    watched: async () => this.mints,
    watchedBy: async () => this.mints,
    lapse: async () => undefined,
  };

  readonly facts: TokenFactStore = {
    learn: async (asked, told, knownAt) => {
      for (const mint of asked) {
        const facts = told.find((each) => each.mint === mint) ?? null;
        const indexDecimals = this.#facts.get(mint)?.indexDecimals ?? null;
        this.#facts.set(mint, { facts, indexDecimals, knownAt });
      }
    },
    noteDecimals: async (said) => {
      for (const [mint, indexDecimals] of said)
        this.#facts.set(mint, { ...this.#facts.get(mint)!, indexDecimals });
    },
    factsOf: async (mints) => picked(this.#facts, mints),
  };

  readonly rounds: PriceRounds = {
    record: async (rounds) => {
      for (const round of rounds)
        this.#rounds.set(round.mint, [...(this.#rounds.get(round.mint) ?? []), round]);
    },
    latest: async (mints, limit) => picked(this.#rounds, mints, (rounds) => rounds.slice(-limit)),
    prune: async (before) => {
      for (const [mint, rounds] of this.#rounds)
        this.#rounds.set(
          mint,
          rounds.filter(({ at }) => at >= before),
        );
    },
  };

  readonly minutes: PriceMinutes = {
    beginning: async (at, mints) => {
      const begin = (minutes: readonly PriceMinute[]) =>
        minutes.find((minute) => minute.at.getTime() === at.getTime());
      const found = mints.flatMap((mint) => begin(this.#minutes.get(mint) ?? []) ?? []);
      return new Map(found.map((minute) => [minute.mint, minute]));
    },
    put: async (minutes) => {
      for (const minute of minutes) {
        const before = this.#minutes.get(minute.mint) ?? [];
        const others = before.filter(({ at }) => at.getTime() !== minute.at.getTime());
        this.#minutes.set(minute.mint, [...others, minute]);
      }
    },
    between: async (mint, from, to) =>
      (this.#minutes.get(mint) ?? []).filter(({ at }) => at >= from && at < to),
    closes: async (mints, { from }) =>
      picked(this.#minutes, mints, (minutes) =>
        minutes.filter(({ at }) => at >= from).flatMap(close),
      ),
  };
}

function close({ at, bar }: PriceMinute): readonly AcceptedPrice[] {
  return bar ? [{ price: bar.close, at: new Date(at.getTime() + MINUTE_MS - 1) }] : [];
}

function picked<V>(all: ReadonlyMap<Mint, V>, mints: readonly Mint[]): ReadonlyMap<Mint, V>;
function picked<V, T>(
  all: ReadonlyMap<Mint, V>,
  mints: readonly Mint[],
  part: (value: V) => T,
): ReadonlyMap<Mint, T>;
function picked<V>(
  all: ReadonlyMap<Mint, V>,
  mints: readonly Mint[],
  part: (value: V) => unknown = (value) => value,
): ReadonlyMap<Mint, unknown> {
  const found = mints.flatMap((mint) => {
    const value = all.get(mint);
    return value === undefined ? [] : [[mint, part(value)] as const];
  });
  return new Map(found);
}
