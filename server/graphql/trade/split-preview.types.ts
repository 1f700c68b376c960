import 'reflect-metadata';
import { ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { SplitPreview } from '../../ports/split-preview.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';

@ObjectType('SplitPreview', {
  simpleResolvers: true,
  description: 'What booking a split would do to a trade.',
})
export class SplitPreviewType implements SplitPreview {
  @Given(() => DecimalScalar, 'Shares held now, unsigned.') quantityBefore!: Decimal;
  @Given(() => DecimalScalar, 'Shares held afterwards, unsigned.') quantityAfter!: Decimal;
  @Maybe(() => DecimalScalar, 'Average entry price now, dollars per share; null: unknown.')
  entryPriceBefore!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Average entry price afterwards, dollars per new share; null: unknown.',
  )
  entryPriceAfter!: Decimal | null;
  @Given(() => DecimalScalar, 'Cost of the holding now, dollars.') valueBefore!: Decimal;
  @Given(
    () => DecimalScalar,
    'Cost of the holding afterwards, dollars: the same to the last digit.',
  )
  valueAfter!: Decimal;
  @Maybe(() => DecimalScalar, 'Stop-loss afterwards, dollars per new share; null: none.')
  stopLossAfter!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Take-profit afterwards, dollars per new share; null: none.')
  takeProfitAfter!: Decimal | null;
  @Given(() => DecimalScalar, 'Shares of all trades of the account afterwards; negative: short.')
  bookQuantity!: Decimal;
  @Given(
    () => DecimalScalar,
    'Shares in the account; negative: short. When it exceeds bookQuantity, another trade is still to be split.',
  )
  venueQuantity!: Decimal;
}
