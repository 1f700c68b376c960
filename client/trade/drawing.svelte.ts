import { DRAWINGS, type Drawing } from './intervals.ts';

const KEY = 'twinbook.chart';

/** What trade charts draw, stored on this device. */
class DrawingChoice {
  chosen = $state<Drawing>('MARKS');

  constructor() {
    const kept = localStorage.getItem(KEY);
    this.chosen = DRAWINGS.find(({ value }) => value === kept)?.value ?? 'MARKS';
  }

  choose(drawing: Drawing): void {
    this.chosen = drawing;
    localStorage.setItem(KEY, drawing);
  }
}

export const drawing = new DrawingChoice();
