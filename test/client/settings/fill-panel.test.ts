import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type {
  FillCalibrationQuery,
  FillModel,
  SettingsPartsFragment,
} from '../../../client/gql/graphql.ts';
import { Draft } from '../../../client/settings/draft.svelte.ts';
import FillPanel from '../../../client/settings/FillPanel.svelte';

type Calibration = FillCalibrationQuery['fillCalibration'];

const VERSION = 'CALIBRATED v1 buys 62% sells 40%';
const closer = { value: 4.2, low: 3.9, high: 4.5, n: 60 };
const offered: Calibration = {
  ...{ mode: 'REAL', offered: true, why: null, version: VERSION },
  ...{ earlier: 120, later: 60, laterFills: 75 },
  rivals: [
    { model: 'MID', closer, refuses: false, beaten: true },
    { model: 'CROSS', closer: { ...closer, n: 3 }, refuses: true, beaten: true },
  ],
};
const few: Calibration = {
  ...{ mode: 'PAPER', offered: false, why: 'Not enough data: there are 12.', version: null },
  ...{ earlier: 12, later: 0, laterFills: 0, rivals: [] },
};

function shown(
  calibration: Calibration | undefined,
  fillModel: FillModel,
  version = fillModel + ' v1',
) {
  const settings = { version: 1, fillModel, fillModelVersion: version, paperVenue: 'SIMULATED' };
  const draft = new Draft(settings as SettingsPartsFragment);
  const { container } = render(FillPanel, { draft, calibration, calibrationError: null });
  const radio = screen.getByRole<HTMLInputElement>('radio', { name: /CALIBRATED/ });
  return { draft, radio, text: () => container.textContent.replace(/\s+/g, ' ') };
}

describe('the choice of CALIBRATED', () => {
  it('is shut where it is not offered, and says why', () => {
    const { radio, text } = shown(few, 'TOUCH');
    expect(radio.disabled).toBe(true);
    expect(text()).toContain('Not offered. Not enough data: there are 12.');
  });

  it('is shut until it is known', () => {
    expect(shown(undefined, 'TOUCH').radio.disabled).toBe(true);
  });

  it('is open where it is offered, with what it was fitted to and tried on', async () => {
    const { draft, radio, text } = shown(offered, 'TOUCH');
    expect(radio.disabled).toBe(false);
    expect(text()).toContain(
      `your REAL orders gave up: ${VERSION}. Fitted to 120 entries and exits`,
    );
    expect(text()).toContain(
      'on the n 60 later ones it is surely closer to the venue than MID by 4.2 ¢.',
    );
    await fireEvent.click(radio);
    expect(draft.input(1)).toEqual({ expectedVersion: 1, fillModel: 'CALIBRATED' });
  });

  it('keeps its fit, and takes a newer one when asked', async () => {
    const { draft, radio, text } = shown(offered, 'CALIBRATED', 'CALIBRATED v1 buys 70% sells 40%');
    expect(radio.checked).toBe(true);
    expect(text()).toContain('Chosen: CALIBRATED v1 buys 70% sells 40%.');
    await fireEvent.click(screen.getByRole('button', { name: 'Choose this fit' }));
    expect(draft.input(4)).toEqual({ expectedVersion: 4, fillModel: 'CALIBRATED' });
  });

  it('says when what was chosen is no longer offered', () => {
    const { radio, text } = shown({ ...few, why: 'It is not closer.' }, 'CALIBRATED', VERSION);
    expect([radio.checked, radio.disabled]).toEqual([true, false]);
    expect(text()).toContain('No longer offered. It is not closer.');
    expect(screen.queryByRole('button', { name: 'Choose this fit' })).toBeNull();
  });
});
