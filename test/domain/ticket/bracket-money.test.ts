import { expect, it } from 'vitest';
import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import { bracketMoney } from '../../../server/domain/ticket/bracket-money.ts';
import { NO_BRACKET, type Trade } from '../../../server/domain/trade/trade.ts';
import { AAPL, anOpenTrade, aTrade, SPY_CALL } from '../../support/values/builders.ts';

const call = anOpenTrade();
const put = { ...SPY_CALL, right: 'PUT', strike: dec(10) } as const;
const short = { side: 'SELL_TO_OPEN', entryCost: dec(-150), openCost: dec(-150) } as const;
const text = (value: Decimal | null) => value?.toFixed() ?? null;

it.each<[string, Trade, string | null, string | null, (string | null)[]]>([
  ['a call at its exits', call, '1.00', '2.50', ['50.35', '99.65', '561.5']],
  ['a stop that locks in a gain', call, '1.80', '2.50', ['0', '99.65', '561.5']],
  ['a call without exits', call, null, null, ['150.35', null, '561.5']],
  [
    'a put without exits',
    anOpenTrade({ instrument: put }),
    null,
    null,
    ['150.35', '849.65', '8.5'],
  ],
  [
    'a short put without exits',
    anOpenTrade({ ...short, instrument: put }),
    null,
    null,
    ['850.35', '149.65', '8.5'],
  ],
  ['a short call without exits', anOpenTrade(short), null, null, [null, '149.65', '561.5']],
  ['a short call at its exits', anOpenTrade(short), '2.00', '0.50', ['50.35', '99.65', '561.5']],
  [
    'an entry that waits',
    aTrade({ quantity: dec(2) }),
    '1.00',
    '2.50',
    ['100.7', '199.3', '561.5'],
  ],
  [
    'a market entry that waits',
    aTrade({ orderType: 'MARKET', limitPrice: null }),
    '1',
    '2',
    [null, null, null],
  ],
  [
    'shares',
    anOpenTrade({ instrument: AAPL, side: 'BUY', openQuantity: dec(10), filledQuantity: dec(10) }),
    '14',
    '17',
    ['10', '20', '15'],
  ],
])('%s', (_name, trade, stop, target, [maxLoss, maxProfit, breakEven]) => {
  const bracket = {
    ...NO_BRACKET,
    stopLoss: stop === null ? null : dec(stop),
    takeProfit: target === null ? null : dec(target),
  };
  const money = bracketMoney(trade, bracket);
  expect([money.maxLoss, money.maxProfit, money.breakEven].map(text)).toEqual([
    maxLoss,
    maxProfit,
    breakEven,
  ]);
});
