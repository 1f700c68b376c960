import type { Username } from '../../domain/ids.ts';
import type { HintTally, VenueHints } from '../../ports/venue-hints.ts';
import { SealBroken } from '../../ports/vault.ts';
import type { AccountStreamOptions, TradierAccountStream } from './tradier-account-stream.ts';

/** A user's account and how to open its stream. Equal keys share one stream. */
export interface Listening {
  readonly key: string;
  readonly open: (onHint: AccountStreamOptions['onHint']) => TradierAccountStream;
}

interface Followed {
  readonly stream: TradierAccountStream;
  users: readonly string[];
}

/** One stream per followed account, however many users share it. */
export class TradierHints implements VenueHints {
  readonly #followed = new Map<string, Followed>();
  #past = { connects: 0, hints: 0, unreadable: 0 };
  #stopped = false;

  constructor(
    private readonly listeningOf: (username: Username) => Promise<Listening | null>,
    private readonly onHint: (username: Username) => void,
  ) {}

  async follow(usernames: readonly Username[]): Promise<void> {
    const wanted = new Map<string, { listening: Listening; users: string[] }>();
    for (const username of usernames) {
      const listening = await this.#readable(username);
      if (!listening) continue;
      const one = wanted.get(listening.key) ?? { listening, users: [] };
      one.users.push(username);
      wanted.set(listening.key, one);
    }
    if (this.#stopped) return;
    for (const [key, { listening, users }] of wanted) {
      const known = this.#followed.get(key);
      if (known) known.users = users;
      else this.#open(key, listening, users);
    }
    const gone = [...this.#followed.keys()].filter((key) => !wanted.has(key));
    await Promise.all(gone.map((key) => this.#close(key)));
  }

  tally(): HintTally {
    const streams = [...this.#followed.values()].map(({ stream }) => stream);
    const counted = (what: Exclude<keyof HintTally, 'open'>) =>
      streams.reduce((total, stream) => total + stream[what], this.#past[what]);
    return {
      open: streams.filter((stream) => stream.open).length,
      connects: counted('connects'),
      hints: counted('hints'),
      unreadable: counted('unreadable'),
    };
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#followed.keys()].map((key) => this.#close(key)));
  }

  /** One user's unreadable token must not end the streams of the others. */
  async #readable(username: Username): Promise<Listening | null> {
    try {
      return await this.listeningOf(username);
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }

  #open(key: string, listening: Listening, users: readonly string[]): void {
    const stream = listening.open(() => {
      for (const username of this.#followed.get(key)?.users ?? []) this.onHint(username);
    });
    this.#followed.set(key, { stream, users });
  }

  async #close(key: string): Promise<void> {
    const { stream } = this.#followed.get(key) ?? {};
    this.#followed.delete(key);
    if (!stream) return;
    await stream.stop();
    const { connects, hints, unreadable } = this.#past;
    this.#past = {
      connects: connects + stream.connects,
      hints: hints + stream.hints,
      unreadable: unreadable + stream.unreadable,
    };
  }
}
