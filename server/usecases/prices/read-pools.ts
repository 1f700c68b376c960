import type { Mint, Username } from '../../domain/ids.ts';
import { freshSol } from '../../domain/price/gate-pools.ts';
import { QUOTE_ROUNDS } from '../../domain/price/observation.ts';
import { stagePools } from '../../domain/price/pool-stages.ts';
import { badInput } from '../../domain/refusal.ts';
import { SOL_MINT } from '../../domain/token/mint.ts';
import type { PoolsNow } from '../../ports/price-reader.ts';
import type { Told, TokenPool, TokenPools } from '../../ports/token-market.ts';
import type { PriceDeps } from './price-deps.ts';
import { judgeFrom, readEvidence } from './price-evidence.ts';
import { mintOf } from './read-price.ts';

/** The most tokens whose pools are remembered; one token's take some kilobytes. */
const MOST = 500;

/** Remembers the last answer about each token's pools, so that a user who looks at them costs no request. */
export class PoolMemory implements TokenPools {
  readonly #last = new Map<Mint, Told<readonly TokenPool[]>>();

  constructor(private readonly pools: TokenPools) {}

  poolsOf: TokenPools['poolsOf'] = async (mint, urgency) => {
    const told = await this.pools.poolsOf(mint, urgency);
    if (told.value === null) return told;
    this.#last.delete(mint);
    this.#last.set(mint, told);
    const [oldest] = this.#last.size > MOST ? this.#last.keys() : [];
    if (oldest !== undefined) this.#last.delete(oldest);
    return told;
  };

  last(mint: Mint): Told<readonly TokenPool[]> | null {
    return this.#last.get(mint) ?? null;
  }
}

/** A token's pools one by one: which count in its price, and why the rest do not. */
export class ReadPools {
  constructor(
    private readonly deps: PriceDeps,
    private readonly memory: PoolMemory,
  ) {}

  /**
   * Reads the pools of a token that the user watches: its polls pay for the look.
   * @throws {Refusal} BAD_USER_INPUT for `token`.
   */
  async execute(username: Username, token: string): Promise<PoolsNow> {
    const { store, clock, roundMs } = this.deps;
    const mint = mintOf(token);
    const now = clock.now();
    if (!(await store.watches.watchedBy(username, now)).includes(mint))
      throw badInput('token', 'You do not watch this token: ask for its price first');
    const told = await this.#told(mint, now);
    const terms = { now, roundMs };
    const sol = judgeFrom(await readEvidence(store, [SOL_MINT], terms), terms)(SOL_MINT);
    const staleMs = QUOTE_ROUNDS.stale * roundMs;
    const fresh = freshSol({ accepted: sol.lastAccepted, staleMs }, told.receivedAt);
    return { receivedAt: told.receivedAt, pools: stagePools(mint, told.value ?? [], fresh) };
  }

  /** If another server does the polling, this server asks by itself, as seldom as a poll would. */
  async #told(mint: Mint, now: Date): Promise<Told<readonly TokenPool[]>> {
    const last = this.memory.last(mint);
    const staleMs = QUOTE_ROUNDS.stale * this.deps.roundMs;
    if (last && now.getTime() - last.receivedAt.getTime() < staleMs) return last;
    return this.memory.poolsOf(mint, 'POLL');
  }
}
