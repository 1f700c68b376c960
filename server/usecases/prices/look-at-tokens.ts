import type { Mint } from '../../domain/ids.ts';
import type { KnownFacts } from '../../ports/price-rounds.ts';
import { AskSources, saidPrices, type Asking } from './ask-sources.ts';
import { decimalsOf, gateRound, withRounds, type ToldRound } from './gate-round.ts';
import { noteMinutes } from './note-minutes.ts';
import { poolsDue, quotesDue, type RoundToPlan } from './plan-round.ts';
import type { PriceDeps } from './price-deps.ts';
import { judgeFrom, readEvidence, type PriceEvidence } from './price-evidence.ts';
import { SourceSilence } from './source-silence.ts';

/** Facts of a token seldom change; they are asked for again after an hour. */
const FACTS_LAST_MS = 3_600_000;
/** The most mints of one request for facts. */
const FACTS_AT_ONCE = 100;

/** One look at some mints, and what it may cost. */
export interface Look {
  readonly at: Date;
  readonly mints: readonly Mint[];
  readonly held: ReadonlySet<Mint>;
  readonly asking: Asking;
  readonly most: { readonly pools: number; readonly quotes: number };
}

/** Asks the sources for one round of some mints, stores what they said, and what it makes of their prices. */
export class LookAtTokens {
  readonly #silence: SourceSilence;

  constructor(private readonly deps: PriceDeps) {
    this.#silence = new SourceSilence(deps.log);
  }

  /** Looks at those of the mints that have no row of this round yet. */
  async execute(look: Look): Promise<void> {
    const { store, roundMs } = this.deps;
    const evidence = await readEvidence(store, look.mints, { now: look.at, roundMs });
    const mints = look.mints.filter((mint) => !hasRound(evidence, mint, look.at));
    if (mints.length === 0) return;
    const { told, facts: asked } = await this.#ask({ ...look, mints }, evidence);
    const facts = await this.#noteDecimals(told, asked);
    const known = { ...evidence, facts };
    const rounds = gateRound(told, known, roundMs);
    await store.rounds.record(rounds);
    const judge = judgeFrom(withRounds(known, rounds), { now: look.at, roundMs });
    await noteMinutes(store.minutes, look.at, mints.map(judge));
  }

  /** Decimals by the index hardly ever change: nothing is written while they have not. */
  async #noteDecimals(
    { index }: ToldRound,
    facts: ReadonlyMap<Mint, KnownFacts>,
  ): Promise<ReadonlyMap<Mint, KnownFacts>> {
    const said = new Map<Mint, number>();
    const noted = new Map(facts);
    for (const [mint, { value }] of index) {
      const known = facts.get(mint);
      const indexDecimals = value?.decimals ?? null;
      if (!known || indexDecimals === null || known.indexDecimals === indexDecimals) continue;
      said.set(mint, indexDecimals);
      noted.set(mint, { ...known, indexDecimals });
    }
    if (said.size > 0) await this.deps.store.facts.noteDecimals(said);
    return noted;
  }

  async #ask(look: Look, evidence: PriceEvidence) {
    const { roundMs } = this.deps;
    const { at, mints, held, most } = look;
    const sources = new AskSources(this.deps, look.asking);
    const round: RoundToPlan = { at, roundMs, mints, rounds: evidence.rounds, held };
    const asked = { index: sources.index(mints), facts: this.#learn(sources, look, evidence) };
    const quoted = Promise.all([asked.index, asked.facts]).then(([index, facts]) => {
      const due = quotesDue(round, saidPrices(index), most.quotes);
      return sources.quotes(due.filter((mint) => decimalsOf(facts, mint) !== null));
    });
    const [index, facts, oracle, pools, quotes] = await Promise.all([
      asked.index,
      asked.facts,
      sources.oracle(mints),
      sources.pools(poolsDue(round, most.pools)),
      // Quotes wait for facts: together they take no longer than any other answer.
      this.deps.timers.within(look.asking.patienceMs, quoted, () => new Map()),
    ]);
    this.#silence.note('JUPITER', index.values());
    this.#silence.note('DEXSCREENER', pools.values());
    this.#silence.note('PYTH', oracle.values());
    const told: ToldRound = { at, mints, index, pools, quotes, oracle };
    return { told, facts };
  }

  async #learn(
    sources: AskSources,
    { at, mints }: Look,
    { facts }: PriceEvidence,
  ): Promise<ReadonlyMap<Mint, KnownFacts>> {
    const knownAt = (mint: Mint) => facts.get(mint)?.knownAt.getTime() ?? -Infinity;
    const due = mints.filter((mint) => at.getTime() - knownAt(mint) > FACTS_LAST_MS);
    const oldest = [...due].sort((a, b) => knownAt(a) - knownAt(b)).slice(0, FACTS_AT_ONCE);
    if (oldest.length === 0) return facts;
    const told = await sources.facts(oldest);
    if (!told) return facts;
    await this.deps.store.facts.learn(oldest, [...told.values()], at);
    const fresh = oldest.map((mint) => {
      const indexDecimals = facts.get(mint)?.indexDecimals ?? null;
      return [mint, { facts: told.get(mint) ?? null, indexDecimals, knownAt: at }] as const;
    });
    return new Map([...facts, ...fresh]);
  }
}

function hasRound({ rounds }: PriceEvidence, mint: Mint, at: Date): boolean {
  const last = rounds.get(mint)?.at(-1);
  return last !== undefined && last.at >= at;
}
