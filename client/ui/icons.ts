interface Drawing {
  path: string;
  filled?: boolean;
}

/** Icons on a grid of 12 units; filled ones are shapes, others are strokes. */
export const ICONS = {
  shield: {
    path: 'M6 1l4.4 1.6v3.2C10.4 8.4 8.6 10.2 6 11 3.4 10.2 1.6 8.4 1.6 5.8V2.6zM1.5 10.8L10.6 1.4',
  },
  guard: {
    path: 'M6 1l4.4 1.6v3.2C10.4 8.4 8.6 10.2 6 11 3.4 10.2 1.6 8.4 1.6 5.8V2.6zM4 5.8l1.5 1.6 2.7-3',
  },
  question: { path: 'M3.4 4.2a2.6 2.6 0 1 1 3.7 2.4C6.3 7 6 7.3 6 8.2M6 9.8v1' },
  clock: { path: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1M6 3v3.3l2.3 1.3' },
  eye: {
    path: 'M.8 6S2.7 2.6 6 2.6 11.2 6 11.2 6 9.3 9.4 6 9.4.8 6 .8 6zM6 4.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3',
  },
  waiting: {
    path: 'M7.8 1.8a4.6 4.6 0 0 1 1.5 1M10.6 5.4a4.6 4.6 0 0 1-.3 2M8.5 9.9a4.6 4.6 0 0 1-2 .7M3.9 10.1a4.6 4.6 0 0 1-1.6-1.5M1.4 6.3a4.6 4.6 0 0 1 .5-2.4M3.6 2.1a4.6 4.6 0 0 1 1.9-.7',
  },
  dot: { path: 'M6 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8', filled: true },
  half: {
    path: 'M6 .8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 6 .8M6 2.2v7.6a3.8 3.8 0 0 1 0-7.6',
    filled: true,
  },
  up: { path: 'M6 1.5l5 9H1z', filled: true },
  down: { path: 'M6 10.5l5-9H1z', filled: true },
  square: { path: 'M2 2h8v8H2z', filled: true },
  diamond: { path: 'M6 .8L11.2 6 6 11.2.8 6z', filled: true },
  hollow: { path: 'M6 .8L11.2 6 6 11.2.8 6z' },
  barred: { path: 'M6 1.4a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2M2.8 9.2l6.4-6.4' },
  cross: { path: 'M2 2l8 8M10 2l-8 8' },
  ok: { path: 'M1.5 6.5l3 3 6-7' },
  bell: { path: 'M2.5 8.5V5.5a3.5 3.5 0 0 1 7 0v3l1 1h-9zM5 11h2' },
  lock: { path: 'M2.5 5.5h7v5h-7zM4 5.5v-2a2 2 0 0 1 4 0v2' },
  key: { path: 'M3.6 3.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8M6 6h5v2.5M8.8 6v2' },
  power: { path: 'M6 1v5M3.4 2.8a4.3 4.3 0 1 0 5.2 0' },
  wave: { path: 'M.8 6h2.4l1.5-4 2.4 8 1.5-4h2.6' },
  find: { path: 'M5 1.4a3.6 3.6 0 1 1 0 7.2 3.6 3.6 0 0 1 0-7.2M7.8 7.8L11 11' },
  go: { path: 'M4 2l4 4-4 4' },
  caret: { path: 'M2.5 4.5L6 8l3.5-3.5' },
  back: { path: 'M8 2L4 6l4 4' },
  note: { path: 'M2 1.5h8v9H2zM4 4h4M4 6h4M4 8h2.5' },
} as const satisfies Record<string, Drawing>;

export type IconName = keyof typeof ICONS;
