import type { Question } from './open-questions.ts';
import type { Trade } from './trade.ts';

/** A question that no look at this desk's data will ever answer. */
export interface Unanswerable extends Question {
  /** The figures that seem to answer it, by their names in the glossary. */
  readonly about: readonly string[];
  /** Whether it may be asked about this trade; left out: it is only asked about figures. */
  readonly of?: (trade: Trade) => boolean;
}

const filled = ({ filledQuantity }: Trade) => !filledQuantity.isZero();

/** What the desk does not record, and so cannot say. */
export const UNANSWERABLE: readonly Unanswerable[] = [
  {
    question: 'What would have happened with another stop or target?',
    why: 'A trade’s path is known by its snapshots, some 40 s apart and only until its exit. Between two of them the order of high and low is not known, and after the exit nothing of it is recorded.',
    instead:
      'Its best and worst price bound it up to the exit; a backtest over bars answers for a rule, not for this trade.',
    about: ['maxFavorableExcursion', 'maxAdverseExcursion', 'rMultiple', 'toStop'],
    of: ({ phase, filledQuantity }) => phase === 'CLOSED' && !filledQuantity.isZero(),
  },
  {
    question: 'How much stood in the order book, and where in the queue was the order?',
    why: 'Only best bid and best ask are read, never their sizes or the levels behind them.',
    instead: 'Volume and open interest of its quote show how busy a contract is.',
    about: ['fillQuality', 'spread', 'price'],
    of: ({ instrument, filledQuantity }) =>
      instrument.assetClass !== 'TOKEN' && !filledQuantity.isZero(),
  },
  {
    question: 'Who was on the other side?',
    why: 'No venue reports it.',
    instead: 'There is no substitute.',
    about: ['fillQuality'],
    of: filled,
  },
  {
    question: 'How would a real venue have filled this order?',
    why: 'A simulated fill comes from a model: its order was never in a market.',
    instead:
      'Its fills against each model show the price that each would have given; Analytics shows how far the models lie from a broker’s own fills (fillErrors).',
    about: ['fillModel', 'fillError', 'calibrated'],
    of: ({ fillModel, filledQuantity }) => fillModel !== null && !filledQuantity.isZero(),
  },
  {
    question: 'Why did the price move?',
    why: 'Prices are kept, news and other people’s trades are not.',
    instead: 'The context at entry keeps what was known, in the caller’s words.',
    about: ['dayPnl', 'openPnl', 'unrealizedPnl'],
    of: filled,
  },
  {
    question: 'What did the strategy think?',
    why: 'The log keeps what a strategy requested, not why its code did.',
    instead:
      'The description of its kind gives its idea and when it fails; a backtest keeps what it logs.',
    about: ['strategy', 'noTrades'],
    of: ({ strategyRun }) => strategyRun !== null,
  },
  {
    question: 'Would it have been better not to trade?',
    why: 'What the money would have earned elsewhere is not recorded.',
    instead:
      'The desk only compares its net result with 0, and over many trades expectancy with 0.',
    about: ['netPnl', 'expectancy', 'returnPct'],
    of: filled,
  },
  {
    question: 'What tax is due on it?',
    why: 'The desk keeps no tax lots and knows no holding rules.',
    instead: 'The export of History has each trade with its times, cost and proceeds.',
    about: ['realizedPnl', 'netPnl', 'fees'],
    of: ({ mode, filledQuantity }) => mode === 'REAL' && !filledQuantity.isZero(),
  },
  {
    question: 'What will it earn a year?',
    why: 'Trades come at no fixed rate, so no ratio here is annualised, and past results limit nothing.',
    instead: 'The interval of expectancy, with its n.',
    about: ['expectancy', 'sharpe', 'sortino', 'calmar', 'profitFactor'],
  },
  {
    question: 'Why does one segment do better than another?',
    why: 'A segment shows what happened together, not a cause, and the best of many looks good by chance.',
    instead: 'Its interval, its n, and new trades that were not used to find it.',
    about: ['expectancy', 'winRate', 'lift', 'segments'],
  },
  {
    question: 'How good would the model have been on what was not traded?',
    why: 'Scores here cover trades that were made: whoever chose them chose what is scored.',
    instead: 'A prediction that is recorded before its outcome, traded or not.',
    about: ['brier', 'lift', 'calibration', 'baseRate'],
  },
  {
    question: 'What happens to a strategy with ten times the size?',
    why: 'A backtest moves no market: it fills any size at the price it sees.',
    instead: 'For tokens, a quote of the size; for options, the spread and the open interest.',
    about: ['backtest', 'budget', 'exposurePct'],
  },
  {
    question: 'What does a backtest say about symbols that no longer exist?',
    why: 'A data set holds what a user imported; delisted symbols are often missing from it.',
    instead: 'The data set shows which symbols and which gaps it has.',
    about: ['backtest', 'promotionGate'],
  },
  {
    question: 'What else is in the account?',
    why: 'The book knows its own trades. It compares the venue’s positions, cash and P&L.',
    instead: 'Its comparisons, the holdings of a wallet, and alerts of changes by others.',
    about: ['equity', 'cash', 'invariant'],
  },
];

/** The questions that cannot be answered about a trade, now or later. */
export function unanswerableOf(trade: Trade): readonly Question[] {
  return UNANSWERABLE.filter(({ of }) => of?.(trade));
}
