import type { Username } from '../../domain/ids.ts';
import { AT_TOUCH, type FillModel, type FillRule } from '../../domain/matching/fill-model.ts';
import { badInput } from '../../domain/refusal.ts';
import { describeDoubt } from '../../domain/statistics/describe-calibration.ts';
import type { StrategyDeps } from './strategy-deps.ts';

/**
 * How the orders of a backtest fill. CALIBRATED fills by the fit that the user's settings chose, or without a choice
 * by the fit that is offered now; it is stored with the run.
 * @throws {Refusal} BAD_USER_INPUT for `fillModel`, where CALIBRATED is not offered.
 */
export async function fillRuleOf(
  { calibrations }: Pick<StrategyDeps, 'calibrations'>,
  username: Username,
  asked: FillModel | null,
  own: FillRule,
): Promise<FillRule> {
  const { fillModel, fillFit } = own;
  if (asked === null && fillModel === 'QUOTE') return AT_TOUCH;
  if (asked === null || asked === fillModel) return { fillModel, fillFit };
  if (asked !== 'CALIBRATED') return { fillModel: asked, fillFit: null };
  const calibration = await calibrations.of(username);
  const why = describeDoubt(calibration);
  if (why !== null) throw badInput('fillModel', `CALIBRATED is not offered. ${why}`);
  return { fillModel: asked, fillFit: calibration.fit };
}
