export interface ChartInks {
  readonly ink: string;
  readonly ink3: string;
  readonly panel: string;
  readonly grid: string;
  readonly rule2: string;
  readonly gain: string;
  readonly loss: string;
  readonly blue: string;
  readonly violet: string;
}

/** A canvas cannot read CSS variables, so a probe element resolves them for the current theme. */
export function chartInks(node: HTMLElement): ChartInks {
  const probe = document.createElement('span');
  node.append(probe);
  const resolve = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const inks = {
    ink: resolve('ink'),
    ink3: resolve('ink3'),
    panel: resolve('panel'),
    grid: resolve('grid'),
    rule2: resolve('rule2'),
    gain: resolve('gain'),
    loss: resolve('loss'),
    blue: resolve('c1'),
    violet: resolve('c4'),
  };
  probe.remove();
  return inks;
}
