import { Refusal } from '../../../server/domain/refusal.ts';
import type { Book, BookReader } from '../../../server/ports/book.ts';
import type { Clock } from '../../../server/ports/clock.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { qualityOf, statsOf } from '../values/figures-of.ts';
import type {
  AccountDoor,
  DeskOfBook,
  Reports,
  SystemStatus,
} from '../../../server/ports/desk-of-book.ts';
import type { SplitPreview } from '../../../server/ports/split-preview.ts';
import type { Previews, TradeCare, TradePreview } from '../../../server/ports/trade-doors.ts';
import type { Actor } from '../../../server/ports/trading-system.ts';
import { acknowledgeAlert } from '../../../server/usecases/book/acknowledge-alert.ts';
import { ScriptedTrading } from './scripted-trading.ts';

/** A desk over a real book, whose trading is scripted by the test. */
export class ScriptedDesk implements DeskOfBook {
  readonly mode = 'PAPER';
  readonly trading: ScriptedTrading;
  readonly previews: Previews;
  readonly care: TradeCare;
  readonly account: AccountDoor;
  readonly reports: Reports;

  constructor(
    private readonly book: Book,
    clock: Clock,
  ) {
    const trading = (this.trading = new ScriptedTrading(book, clock));
    const checked = async <T>(answer: T) => {
      trading.refuse();
      return answer;
    };
    const preview = () => checked(PREVIEW);
    this.previews = { trade: preview, close: preview, adjust: preview };
    this.care = {
      review: (actor, input) => trading.touch(actor, input),
      settleFillCorrection: (actor, input) => trading.touch(actor, input),
      settleExitAdjustment: (actor, input) => trading.touch(actor, input),
      previewSplit: () => checked(SPLIT_PREVIEW),
      bookSplit: (actor, input) => trading.touch(actor, input),
      previewAdoption: () => noWallet(trading),
      adoptHolding: () => noWallet(trading),
      refreshPrices: async (actor) =>
        (await this.read(actor).activeTrades()).map(({ trade }) => trade),
    };
    this.account = scriptedAccount(book, clock);
    this.reports = {
      tradeAsOf: async () => null,
      equityCurve: async () => [],
      stats: async () => statsOf([]),
      fillQuality: async () => qualityOf([]),
      fillErrors: async () => [],
      dailyPnl: async () => [],
      proveLog: async ({ username }) => ({
        ...(await book.proveLog(username)),
        checkedAt: clock.now(),
      }),
    };
  }

  news(...asked: Parameters<Book['news']>) {
    return this.book.news(...asked);
  }

  read(actor: Actor): BookReader {
    return this.book.read(actor.username);
  }

  view<T>(actor: Actor, work: (reader: BookReader) => Promise<T>): Promise<T> {
    return this.book.view(actor.username, work);
  }
}

function scriptedAccount(book: Book, clock: Clock): AccountDoor {
  const killSwitchOf = async ({ username }: Actor) =>
    (await book.read(username).account()).killSwitch;
  const checksOf = ({ username }: Actor) => book.read(username).invariantChecks();
  return {
    deposit: ({ username }, amount) =>
      book.change(username, (change) => change.deposit(amount, clock.now(), 'user')),
    deposits: async () => [],
    status: async (actor) => {
      const killSwitch = await killSwitchOf(actor);
      return { ...STATUS, killSwitch, ownKillSwitch: killSwitch, clock: clock.now() };
    },
    setKillSwitch: ({ username }, level) =>
      book.change(username, (change) => change.setKillSwitch(level, clock.now(), 'user')),
    arm: async () => undefined,
    disarm: async () => undefined,
    halt: killSwitchOf,
    limitUse: async () => [],
    accountReports: async () => [],
    holdings: async () => null,
    acknowledgeAlert: ({ username }, id) => acknowledgeAlert({ book, clock }, username, id),
    invariants: checksOf,
    acceptDifferences: checksOf,
  };
}

async function noWallet(trading: ScriptedTrading): Promise<never> {
  trading.refuse();
  throw new Refusal('REAL_MODE_DISABLED', 'This desk has no wallet');
}

const SPLIT_PREVIEW: SplitPreview = {
  ...{ quantityBefore: dec(5), quantityAfter: dec(50) },
  ...{ entryPriceBefore: null, entryPriceAfter: null },
  ...{ valueBefore: dec(6000), valueAfter: dec(6000) },
  ...{ stopLossAfter: null, takeProfitAfter: null },
  ...{ bookQuantity: dec(50), venueQuantity: dec(50) },
};

const PREVIEW: TradePreview = {
  cost: dec('150.5'),
  fees: null,
  maxLoss: null,
  maxProfit: null,
  breakEven: null,
  stopLoss: null,
  lossAtStop: null,
  riskChecks: [],
  buyingPowerAfter: null,
  roundTrip: null,
  realizedPnl: null,
  exitsNote: null,
  coverNote: null,
  confirmationToken: null,
  expiresAt: null,
};

const STATUS: Omit<SystemStatus, 'killSwitch' | 'ownKillSwitch' | 'clock'> = {
  switchCauses: [],
  deskHalt: 'OFF',
  mode: 'PAPER',
  venue: 'SIMULATED',
  simulated: true,
  marketSession: 'ALWAYS_OPEN',
  nextSessionChange: null,
  ...{ sessionSource: 'the desk’s calendar', sessionUnconfirmed: false },
  testClock: true,
  dataAgeSeconds: null,
  armed: false,
  armedUntil: null,
  armPhrase: null,
  unknownOrders: 0,
  unprotectedTrades: 0,
  snapshotCompleteness: { date: '2026-03-10', expected: 0, taken: 0, gaps: [] },
  version: 'test',
};
