import type { TradingMode } from '../../../server/domain/mode.ts';
import type { Book, BookReader } from '../../../server/ports/book.ts';
import type { Arming, RealAccount, RealMoney } from '../../../server/ports/real-money.ts';
import type { TradingSystem } from '../../../server/ports/trading-system.ts';
import { BookDesk } from '../../../server/usecases/book-desk.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';

const FOR_GOOD = new Date('9999-01-01');
/** The confirmation tokens of acts that need an arming, and of acts that need none. */
const ENTRY = 'entry';
const CHANGE = 'change';

/** A list of accounts that seems to contain every account. */
class EveryAccount extends Array<RealAccount> {
  override some(): boolean {
    return true;
  }
}
const ARMED: Arming = {
  ...{ id: ENTRY, accounts: new EveryAccount() },
  ...{ armedAt: new Date(0), until: FOR_GOOD },
};
const OPEN: RealMoney = {
  accounts: {
    named: async () => [
      { venue: 'TRADIER_LIVE', account: 'any' },
      { venue: 'JUPITER', account: 'any' },
    ],
    leftOut: async () => null,
    prove: async () => {},
  },
  confirmations: {
    sign: ({ arming }) => arming ?? CHANGE,
    read: (token) => ({
      arming: token === ENTRY ? ENTRY : null,
      quoted: null,
      expiresAt: FOR_GOOD,
    }),
    isFor: () => true,
  },
};

/**
 * A desk of either mode. If it trades real money and no lock is given, its lock is open, for tests of what
 * lies behind it: every user is armed for every account, and every order counts as confirmed.
 */
export function unlockedDesk<M extends TradingMode>(
  deps: BookDeps<M>,
  about: ConstructorParameters<typeof BookDesk>[1],
): BookDesk<M> {
  if (deps.book.mode !== 'REAL' || !deps.mayTrade || deps.realMoney)
    return new BookDesk(deps, about);
  const desk = new BookDesk({ ...deps, book: armedBook(deps.book), realMoney: OPEN }, about);
  return Object.assign(desk, { trading: confirmed(desk.trading) });
}

function armedBook<M extends TradingMode>(book: Book<M>): Book<M> {
  return withParts(book, {
    read: (username) => armed(book.read(username)),
    change: (username, work) => book.change(username, (change) => work(armed(change))),
  });
}

function armed<R extends BookReader>(reader: R): R {
  return withParts<BookReader>(reader, { arming: async () => ARMED }) as R;
}

function confirmed<M extends TradingMode>(trading: TradingSystem<M>): TradingSystem<M> {
  return withParts(trading, {
    executeOrder: (actor, request) => {
      if ('open' in request) {
        const open = { confirmationToken: ENTRY, ...request.open };
        return trading.executeOrder(actor, { ...request, open });
      }
      if ('cancel' in request) return trading.executeOrder(actor, request);
      const close = { confirmationToken: CHANGE, ...request.close };
      return trading.executeOrder(actor, { close });
    },
    updatePosition: (actor, update) => {
      if (!('bracket' in update)) return trading.updatePosition(actor, update);
      const bracket = { confirmationToken: CHANGE, ...update.bracket };
      return trading.updatePosition(actor, { bracket });
    },
  });
}

/** The same object, but with these parts, each of which may be replaced in `parts` at any time. */
function withParts<T extends object>(whole: T, parts: Partial<T>): T {
  return new Proxy(whole, {
    get(target, name) {
      if (name in parts) return parts[name as keyof T];
      const part: unknown = Reflect.get(target, name, target);
      return typeof part === 'function' ? (part.bind(target) as unknown) : part;
    },
  });
}
