import 'reflect-metadata';
import { Ctx, Query, Resolver } from 'type-graphql';
import { fillVersion } from '../../domain/matching/fill-model.ts';
import { describeDoubt } from '../../domain/statistics/describe-calibration.ts';
import type { FillCalibrations } from '../../ports/fill-calibrations.ts';
import { userOf, type RequestContext } from '../request/context.ts';
import { FillCalibrationType } from './fill-calibration.types.ts';

@Resolver()
export class FillCalibrationResolver {
  constructor(private readonly calibrations: FillCalibrations) {}

  @Query(() => FillCalibrationType, {
    description:
      'Whether the fill model CALIBRATED is offered to the caller, and by what evidence.',
  })
  async fillCalibration(@Ctx() context: RequestContext): Promise<FillCalibrationType> {
    const found = await this.calibrations.of(userOf(context).username);
    const { fit: fillFit, doubt, ...rest } = found;
    return {
      ...rest,
      ...{ offered: doubt === null, why: describeDoubt(found) },
      version: fillFit && fillVersion({ fillModel: 'CALIBRATED', fillFit }),
      ...{ buys: fillFit?.buys ?? null, sells: fillFit?.sells ?? null },
    };
  }
}
