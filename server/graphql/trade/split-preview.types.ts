import 'reflect-metadata';
import { ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { SplitPreview } from '../../ports/split-preview.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';

@ObjectType('SplitPreview', {
  simpleResolvers: true,
  description: 'What booking a split would make of a trade.',
})
export class SplitPreviewType implements SplitPreview {
  @Given(() => DecimalScalar, 'Shares held now, unsigned.') quantityBefore!: Decimal;
  @Given(() => DecimalScalar, 'Shares held then, unsigned.') quantityAfter!: Decimal;
  @Maybe(() => DecimalScalar, 'Average of the entry now, dollars per share; null: unknown.')
  entryPriceBefore!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Average of the entry then, dollars per new share; null: unknown.')
  entryPriceAfter!: Decimal | null;
  @Given(() => DecimalScalar, 'Cost of what is held now, dollars.') valueBefore!: Decimal;
  @Given(() => DecimalScalar, 'Cost of what is held then, dollars: the same to the last digit.')
  valueAfter!: Decimal;
  @Maybe(() => DecimalScalar, 'Stop-loss then, dollars per new share; null: none.')
  stopLossAfter!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Take-profit then, dollars per new share; null: none.')
  takeProfitAfter!: Decimal | null;
  @Given(
    () => DecimalScalar,
    'Shares that all trades of the account would hold then; negative: short.',
  )
  bookQuantity!: Decimal;
  @Given(
    () => DecimalScalar,
    'Shares in the account; negative: short. Where it is more than bookQuantity, another trade is still to be split.',
  )
  venueQuantity!: Decimal;
}
