import type { TradingMode } from '../../domain/mode.ts';
import type {
  AssetClass,
  OptionRight,
  SettlementToken,
} from '../../domain/instrument/instrument.ts';
import type { SnapshotKind } from '../../domain/market/mark.ts';
import type { FillModel } from '../../domain/matching/fill-model.ts';
import type { AiVerdict } from '../../domain/trade/trade-context.ts';
import type { TradePhase, TradeStatus } from '../../domain/trade/trade-status.ts';
import type { Protection, ShareDelivery } from '../../domain/trade/trade.ts';
import type { ProtectionCause } from '../../domain/exits/why-unprotected.ts';
import type { TradeOutcome } from '../../ports/book-page.ts';
import type { TradeOrder } from '../../ports/book-page.ts';
import { describedEnum } from './described.ts';

export const TradingModeEnum = describedEnum<TradingMode>(
  'TradingMode',
  'Which of the two books: it never changes, and it decides database and venue.',
  { PAPER: 'The paper book: no real money.', REAL: 'The real book: real money.' },
);

export const AssetClassEnum = describedEnum<AssetClass>('AssetClass', 'What kind of instrument.', {
  OPTION: 'A listed US option contract.',
  EQUITY: 'A US stock or fund.',
  TOKEN: 'A Solana token.',
});

export const OptionRightEnum = describedEnum<OptionRight>('OptionRight', 'Call or put.', {
  CALL: 'The right to buy at the strike.',
  PUT: 'The right to sell at the strike.',
});

export const SettlementTokenEnum = describedEnum<SettlementToken>(
  'SettlementToken',
  'What a token trade is paid in.',
  { USDC: 'The dollar token.', SOL: 'Solana’s own token.' },
);

export const TradePhaseEnum = describedEnum<TradePhase>(
  'TradePhase',
  'A trade’s phase. NEEDS_REVIEW keeps the phase that the trade had.',
  {
    PENDING: 'The entry has not filled yet.',
    OPEN: 'A position is held.',
    CLOSED: 'Nothing is held any more, or nothing ever filled.',
  },
);

export const TradeStatusEnum = describedEnum<TradeStatus>('TradeStatus', 'The state of a trade.', {
  PENDING: 'The entry waits to be filled.',
  OPEN: 'The entry filled, at least in part; a position is held.',
  CLOSING: 'An exit was requested and has not filled yet.',
  TP_HIT: 'Closed by its take-profit.',
  SL_HIT: 'Closed by its stop-loss.',
  MANUAL_CLOSE: 'Closed by a person.',
  EXPIRED_OTM: 'The contract expired worthless.',
  EXPIRED_ITM: 'The contract expired with intrinsic value and was settled at it.',
  CANCELED: 'The entry was canceled, or its day ended, before it filled.',
  REJECTED: 'The venue refused the entry; reason has its words.',
  NEEDS_REVIEW: 'The desk does not know what is true; a person has to look.',
});

export const TradeOutcomeEnum = describedEnum<TradeOutcome>(
  'TradeOutcome',
  'How a closed trade ended, by netPnl.',
  { WIN: 'netPnl > 0.', LOSS: 'netPnl < 0.', SCRATCH: 'netPnl = 0.' },
);

export const ProtectionEnum = describedEnum<Protection>(
  'Protection',
  'Who closes the position at its stop or target.',
  {
    NONE: 'Nobody: no exit was asked for.',
    VENUE: 'Orders working at the venue.',
    WATCHED: 'The desk, which watches the price and sends the exit itself.',
  },
);

export const ProtectionCauseEnum = describedEnum<ProtectionCause>(
  'ProtectionCause',
  'Why no stop works at the venue for a position that wants one.',
  {
    ENTRY_FILL: 'The entry fills or has just filled, and its exits follow.',
    REPLACING: 'The stop is being moved, or resized to what is held.',
    CLOSING: 'A close is under way in its place.',
    UNCONFIRMED: 'The stop went out, and the venue has not confirmed it.',
    REFUSED: 'The venue refused the stop.',
    REJECTED_LATER: 'The venue took the stop, and rejected it later.',
    CANCELED_ELSEWHERE: 'The stop was canceled at the venue, not by this desk.',
    NOT_SENT: 'The stop did not reach the venue.',
    SESSION_CLOSED: 'The stop ended with its session, and goes out again before the next.',
    MINIMUM_GAP: 'Stop and target are closer together than the venue takes.',
    HALTED: 'HALT_ALL holds back what the desk would send, including its watched exits.',
    DESK_DOWN: 'The desk’s own watch does not run.',
    NO_BROKER: 'No stored token reaches the account of the trade: the desk can send nothing.',
    NO_PRICE:
      'The desk has had no fresh price for a minute: it cannot see whether the stop is reached.',
    NO_ROUTE: 'Nothing routes a sale of it: the desk cannot sell, though an exit is reached.',
    ADJUSTED: 'The venue changed the exits on its own: a person has to choose first.',
    IN_REVIEW: 'The trade is in doubt: a person has to look first.',
    EXPIRED: 'The contract has expired and waits to be settled.',
  },
);

export const SnapshotKindEnum = describedEnum<SnapshotKind>(
  'SnapshotKind',
  'Why a snapshot was taken.',
  {
    INTRADAY: 'The regular tick while a trade is open.',
    PRE_MARKET: 'The bookend before the open.',
    POST_CLOSE: 'The bookend after the close.',
  },
);

export const FillModelEnum = describedEnum<FillModel>(
  'FillModel',
  'When and at what price a simulated order fills.',
  {
    TOUCH: 'At the far side of the quote once it touches the order’s price.',
    MID: 'At the mid of bid and ask.',
    CROSS: 'Only once the market has traded through the order’s price.',
    ORATS: 'By the slippage that ORATS assumes: a share of the spread.',
    INSTANT: 'At once, at the order’s price or the touch, regardless of the market.',
    QUOTE: 'Tokens: on an executable quote of the real size.',
    CALIBRATED:
      'By the share of the spread that the user’s own venue fills gave up; offered only when it beats the other models on later fills.',
  },
);

export const AiVerdictEnum = describedEnum<AiVerdict>(
  'AiVerdict',
  'What a model advised at entry.',
  {
    STRONG_BUY: 'Enter, with conviction.',
    BUY: 'Enter.',
    NEUTRAL: 'No opinion.',
    AVOID: 'Do not enter.',
  },
);

export const ShareDeliveryEnum = describedEnum<ShareDelivery>(
  'ShareDelivery',
  'What became of the shares behind a settled contract. A long one is exercised, a short one assigned.',
  {
    NONE: 'It was worthless: nothing was exercised.',
    CASH: 'Its product, an index, pays cash and moves no shares.',
    CLOSED_OUT: 'The account could not pay for or deliver the shares: paid out at intrinsic value.',
    AWAITED: 'Due; the venue has not shown them yet.',
    DELIVERED: 'They came in as a trade of their own, or were taken out of held trades.',
    MISSING: 'The venue did not show them by the close of the next exchange day: a person decides.',
  },
);

export const TradeOrderEnum = describedEnum<TradeOrder>(
  'TradeOrder',
  'The time by which a list of trades is sorted.',
  { PLACED: 'When it was placed.', CLOSED: 'When it was closed; only closed trades are listed.' },
);
