import type { Log } from '../../ports/log.ts';
import { RENEW_MS, type Leases, type LeaseName } from '../../ports/leases.ts';
import { accountKey, type Turns, type TurnsTaken, type UserAccount } from '../../ports/turns.ts';
import { inTurn, Waiting } from '../wire/waiting.ts';

export interface TurnsOptions {
  readonly leases: Leases;
  readonly log: Log;
  /** Called once for a turn whose venue has been silent for too long. */
  readonly onLate: (lane: string, account: UserAccount) => Promise<void>;
  /** Called for each turn that succeeded. */
  readonly onAnswered: (lane: string, account: UserAccount) => Promise<void>;
  readonly limits?: Partial<TurnLimits>;
}

export interface TurnLimits {
  /** Turns that run at the same time; most are only a few database statements. */
  readonly atOnce: number;
  /** How long other turns wait for a turn that itself waits for its venue. */
  readonly patienceMs: number;
  /** How long other turns wait for a turn that does not wait for its venue. */
  readonly mostMs: number;
  /** How long a venue may be silent before that is reported. */
  readonly silentMs: number;
}

const LIMITS: TurnLimits = { atOnce: 16, patienceMs: 1_000, mostMs: 5_000, silentMs: 10_000 };
const LOOK_MS = 50;

interface Turn {
  readonly lane: string;
  readonly of: UserAccount;
  readonly waiting: Waiting;
  /** Resolves when the turn ends, to its error; null when it succeeded. */
  readonly ended: Promise<{ readonly error: unknown } | null>;
  isOver: boolean;
  isReported: boolean;
}

type Failures = Map<string, TurnsTaken['failed'][number]>;

/** Runs turns in this process. A long turn holds a lease over all servers. */
export class AccountTurns implements Turns {
  readonly #limits: TurnLimits;
  /** Running turns, by lane and account. */
  readonly #running = new Map<string, Turn>();
  readonly #keeping = new Set<Turn>();
  /** How each last turn failed, by lane and account. */
  readonly #failures = new Map<string, Failures>();

  constructor(private readonly options: TurnsOptions) {
    this.#limits = { ...LIMITS, ...options.limits };
  }

  async each(
    lane: string,
    accounts: readonly UserAccount[],
    work: (account: UserAccount) => Promise<void>,
  ): Promise<TurnsTaken> {
    const elsewhere = await this.options.leases.heldByOthers(lane);
    const late: UserAccount[] = [];
    const waiting = [...accounts];
    const serve = async (): Promise<void> => {
      for (let of = waiting.shift(); of; of = waiting.shift()) {
        const key = accountKey(of);
        const isTaken = elsewhere.has(key) || this.#running.has(`${lane} ${key}`);
        if (isTaken || !(await this.#waited(this.#begin(lane, of, work)))) late.push(of);
      }
    };
    await Promise.all(Array.from({ length: this.#limits.atOnce }, serve));
    const failures = this.#failures.get(lane);
    const failed = accounts.flatMap((of) => failures?.get(accountKey(of)) ?? []);
    return { failed, late };
  }

  async alone(lane: string, of: UserAccount, work: () => Promise<void>): Promise<boolean> {
    const key = `${lane} ${accountKey(of)}`;
    do {
      for (let turn = this.#running.get(key); turn; turn = this.#running.get(key)) await turn.ended;
      if ((await this.options.leases.heldByOthers(lane)).has(accountKey(of))) return false;
    } while (this.#running.has(key));
    const turn = this.#begin(lane, of, work);
    await this.#waited(turn);
    const failure = await turn.ended;
    if (failure) throw failure.error;
    return true;
  }

  #begin(lane: string, of: UserAccount, work: (account: UserAccount) => Promise<void>): Turn {
    const waiting = new Waiting();
    const key = `${lane} ${accountKey(of)}`;
    const run = async (): Promise<{ readonly error: unknown } | null> => {
      try {
        await inTurn(waiting, () => work(of));
        return null;
      } catch (error) {
        return { error };
      }
    };
    const ended = run().then((failure) => {
      turn.isOver = true;
      this.#running.delete(key);
      this.#learn(turn, failure);
      return failure;
    });
    const turn: Turn = { lane, of, waiting, ended, isOver: false, isReported: false };
    this.#running.set(key, turn);
    return turn;
  }

  #learn({ lane, of, isReported }: Turn, failure: { readonly error: unknown } | null): void {
    const { onAnswered, log } = this.options;
    const failures = this.#failures.get(lane) ?? (new Map() as Failures);
    failures.delete(accountKey(of));
    if (!failure) {
      onAnswered(lane, of).catch((error: unknown) =>
        log.error('An end of a silence was not told', { error }),
      );
      return;
    }
    // The venue's silence was reported already, and that alert stays open until a turn succeeds.
    if (isReported) return log.warn('A turn that was left to itself failed', { lane, ...failure });
    this.#failures.set(lane, failures.set(accountKey(of), { of, ...failure }));
  }

  /** False when the round no longer waits for the turn, because it waits for its venue or takes too long. */
  async #waited(turn: Turn): Promise<boolean> {
    const { patienceMs, mostMs } = this.#limits;
    const began = performance.now();
    while (!turn.isOver) {
      const waited = performance.now() - began;
      if (waited >= mostMs || (waited >= patienceMs && turn.waiting.isOutside)) {
        const lease = leaseOf(turn.lane, turn.of);
        await this.options.leases.take(lease).catch(this.#warnOf(lease));
        this.#keep(turn, lease);
        return false;
      }
      await Promise.race([turn.ended, pause(LOOK_MS)]);
    }
    return true;
  }

  /** Renews the turn's lease until it ends, and reports a silent venue. */
  #keep(turn: Turn, lease: LeaseName): void {
    const { leases } = this.options;
    const warn = this.#warnOf(lease);
    let renewed: Promise<unknown> = Promise.resolve();
    const renewal = setInterval(() => {
      renewed = leases.take(lease).catch(warn);
    }, RENEW_MS);
    const watch = setInterval(() => this.#alertSilence(turn), LOOK_MS);
    const end = async (): Promise<void> => {
      await turn.ended;
      clearInterval(renewal);
      clearInterval(watch);
      // A renewal in flight must not arrive after the release.
      await renewed;
      await leases.release(lease);
    };
    this.#keeping.add(turn);
    void end()
      .catch(warn)
      .finally(() => this.#keeping.delete(turn));
  }

  /**
   * Waits up to `ms` milliseconds for running turns to end, so that answers to what was sent are still
   * recorded.
   */
  async stop(ms: number): Promise<void> {
    const until = performance.now() + ms;
    while (this.#running.size + this.#keeping.size > 0 && performance.now() < until)
      await pause(LOOK_MS);
  }

  #warnOf(lease: LeaseName) {
    return (error: unknown) => this.options.log.warn('A lease was not kept', { ...lease, error });
  }

  #alertSilence(turn: Turn): void {
    if (turn.isReported || turn.waiting.silentMs < this.#limits.silentMs) return;
    turn.isReported = true;
    const { lane, of } = turn;
    this.options.onLate(lane, of).catch((error: unknown) => {
      this.options.log.error('A silence was not told', { lane, error });
    });
  }
}

function leaseOf(lane: string, account: UserAccount): LeaseName {
  return { lane, username: account.username, name: accountKey(account) };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
