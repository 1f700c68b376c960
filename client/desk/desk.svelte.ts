import type { Client } from '@urql/svelte';
import { createContext } from 'svelte';
import { AlertChangedDocument, AlertsDocument } from '../gql/graphql.ts';
import { isOfAccount } from '../figures/alert-looks.ts';
import type {
  AlertChangedSubscription,
  TradeRowFragment,
  TradesChangedSubscription,
  TradingMode,
  ViewerQuery,
} from '../gql/graphql.ts';
import {
  BookFiguresDocument,
  DeskStatusChangedDocument,
  DeskStatusDocument,
  DeskTradesDocument,
  SettingsDocument,
  TradesChangedDocument,
  WalletHoldingsDocument,
} from '../gql/graphql.ts';
import { isToken } from '../lib/asset-class.ts';
import { shortMint, type Named } from '../lib/instrument.ts';
import type { Link } from '../lib/link.svelte.ts';
import { Live } from '../lib/live.ts';
import { ServerClock } from '../lib/server-clock.svelte.ts';
import { EXCHANGE_ZONE } from '../lib/times.ts';
import { venueName } from '../lib/venue-name.ts';
import { Notices } from './notices.svelte.ts';
import { Tape } from './tape.svelte.ts';

export type Viewer = NonNullable<ViewerQuery['viewer']>;
export type ShownMode = TradingMode | 'UNKNOWN';

/** The state shared by all screens of one signed-in reader: the requested book, and what is known of it. */
export class Desk {
  /** The requested book. `shownMode` says which one the replies are from. */
  mode = $state<TradingMode>('PAPER');
  readonly clock = new ServerClock();
  readonly tape = new Tape();
  readonly notices = new Notices();

  constructor(
    readonly client: Client,
    readonly link: Link,
    readonly viewer: Viewer,
    readonly signOut: () => void,
  ) {}

  readonly status = $derived.by(
    () =>
      new Live(this.client, this.link, {
        query: DeskStatusDocument,
        variables: { mode: this.mode },
        push: { document: DeskStatusChangedDocument, variables: { mode: this.mode } },
      }),
  );

  readonly trades = $derived.by(
    () =>
      new Live(this.client, this.link, {
        query: DeskTradesDocument,
        variables: { mode: this.mode },
        push: { document: TradesChangedDocument, variables: { mode: this.mode } },
        onPush: ({ tradesChanged }: TradesChangedSubscription) => {
          this.tape.add(tradesChanged.events);
          this.figures.refresh();
        },
      }),
  );

  readonly figures = $derived.by(
    () =>
      new Live(this.client, this.link, {
        query: BookFiguresDocument,
        variables: { mode: this.mode },
      }),
  );

  readonly alerts = $derived.by(
    () =>
      new Live(this.client, this.link, {
        query: AlertsDocument,
        variables: { mode: this.mode, unreadOnly: true, first: 200, after: null },
        push: { document: AlertChangedDocument, variables: { mode: this.mode } },
        onPush: ({ alertChanged }: AlertChangedSubscription, askAgain) => {
          const wishes = this.settings.current?.settings.notifications;
          // An INFO needs no action, so it is over as soon as it is raised.
          if (alertChanged.acknowledgedAt && alertChanged.severity !== 'INFO')
            this.notices.dismiss(alertChanged.id);
          else this.notices.raise(alertChanged, this.clock.now, wishes);
          // Whether an account can be reached is no event of its trades.
          if (isOfAccount(alertChanged)) this.trades.refresh();
          askAgain();
        },
      }),
  );

  readonly settings = $derived.by(
    () => new Live(this.client, this.link, { query: SettingsDocument, variables: {} }),
  );

  /** The mode of the last reply while the server answers; never the one that was only requested. */
  get shownMode(): ShownMode {
    const { state } = this.link;
    if (state === 'offline' || state === 'connecting') return 'UNKNOWN';
    return this.status.current?.systemStatus.mode ?? 'UNKNOWN';
  }

  /** The wallet of the requested book, as it was read last; null in PAPER. The server never pushes it. */
  readonly wallet = $derived.by(
    () =>
      new Live(this.client, this.link, {
        query: WalletHoldingsDocument,
        variables: { mode: this.mode },
      }),
  );

  /** False for REAL without a broker account or a wallet: its figures are unknown, not 0. */
  readonly hasAccount: boolean = $derived.by(() => {
    const settings = this.settings.current?.settings;
    if (this.shownMode !== 'REAL' || !settings) return true;
    return Boolean(this.#broker || this.walletAddress) || this.walletUnknown;
  });

  /** True until the server says whether REAL has a wallet; an unknown wallet does not count as missing. */
  get walletUnknown(): boolean {
    return this.mode === 'REAL' && !this.wallet.current;
  }

  get walletAddress(): string | null {
    return this.wallet.current?.holdings?.wallet ?? null;
  }

  /** Names of the venues that trade real money: the broker in Settings, and the wallet's. */
  get realVenues(): readonly string[] {
    return [
      ...(this.#broker ? [venueName('TRADIER_LIVE')] : []),
      ...(this.walletAddress ? [venueName('JUPITER')] : []),
    ];
  }

  /** Every account of real money, by name; a real order’s dialog names its own. */
  get realAccount(): string {
    const names = [this.#broker, this.#walletName].filter((name) => name !== null);
    return names.join(' and ') || 'the venue';
  }

  /** Where a real order of this instrument goes. */
  realAccountOf(instrument: Pick<Named, 'assetClass'>): string {
    return (isToken(instrument) ? this.#walletName : this.#broker) ?? 'the venue';
  }

  get #broker(): string | null {
    const { configured, accountId } = this.settings.current?.settings.tradierLive ?? {};
    return configured && accountId ? `Tradier ••••${accountId.slice(-4)}` : null;
  }

  get #walletName(): string | null {
    const address = this.walletAddress;
    return address && `wallet ${shortMint(address)}`;
  }

  /** The server's figures of the book's money; null while unknown, also while no account has answered. */
  readonly book = $derived.by(() => {
    const portfolio = this.figures.current?.portfolio;
    return this.hasAccount && portfolio?.connected ? portfolio : null;
  });

  get zone(): string {
    return this.settings.current?.settings.timeZone ?? EXCHANGE_ZONE;
  }

  get open(): readonly TradeRowFragment[] {
    return this.trades.current?.open.nodes ?? [];
  }

  get pending(): readonly TradeRowFragment[] {
    return this.trades.current?.pending.nodes ?? [];
  }
}

export const [getDesk, setDesk] = createContext<Desk>();
