import { idPrefix } from '../../domain/mode.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { TradeId } from '../../domain/ids.ts';
import type { OptionContract } from '../../domain/instrument/instrument.ts';
import { confirmDelivery, missDelivery } from '../../domain/expiry/await-delivery.ts';
import { deliverShares } from '../../domain/expiry/deliver-shares.ts';
import { maySettle, settle, type ClosingPrint, type Delivery } from '../../domain/expiry/settle.ts';
import { takeDelivery } from '../../domain/expiry/take-delivery.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { BeginKind, ChangeKind } from '../steps/decision.ts';

/** Why the desk cannot settle it. */
export const ASK_PERSON: ChangeKind<{ readonly reason: string }> = {
  name: 'ASK_PERSON',
  take: (draft, { reason }) => {
    if (maySettle(draft.trade)) draft.askForReview(reason);
  },
};

/** `missing`: why shares that the venue moved are not in the book; null: they are, or none moved. */
export const SETTLE: ChangeKind<{
  readonly close: ClosingPrint;
  readonly delivery: Delivery;
  readonly missing: string | null;
}> = {
  name: 'SETTLE',
  take: (draft, { close, delivery, missing }) => {
    settle(draft, draft.trade.instrument as OptionContract, close, delivery);
    if (missing !== null) missDelivery(draft, missing);
  },
};

export const CONFIRM_DELIVERY: ChangeKind<{ readonly tradeIds: readonly TradeId[] }> = {
  name: 'CONFIRM_DELIVERY',
  take: (draft, { tradeIds }) => confirmDelivery(draft, tradeIds),
};

export const MISS_DELIVERY: ChangeKind<{ readonly evidence: string }> = {
  name: 'MISS_DELIVERY',
  take: (draft, { evidence }) => missDelivery(draft, evidence),
};

/** Shares that an option brings become a trade of their own. */
export const TAKE_SHARES: BeginKind<{
  readonly option: Trade;
  readonly shares: Decimal;
  readonly print: ClosingPrint;
}> = {
  name: 'TAKE_SHARES',
  begin: ({ at }, { option, shares, print }, ids) => {
    const id = `${idPrefix(option.mode)}${ids.next()}`;
    return takeDelivery(option, { id, shares, print, at });
  },
};

/** An option takes shares out of a trade. */
export const GIVE_SHARES: ChangeKind<{
  readonly option: Trade;
  readonly quantity: Decimal;
  readonly print: ClosingPrint;
}> = {
  name: 'GIVE_SHARES',
  take: (draft, { option, quantity, print }) => {
    deliverShares(draft, option, { quantity, print });
  },
};
