import { hasScope, type Annotations, type McpTool } from './tool.ts';

/** Every token may read. */
export const READS: Pick<McpTool, 'offered' | 'annotations'> = {
  offered: () => true,
  annotations: { readOnlyHint: true },
};

/** What changes no book's money, for a TRADE scope of either book. */
export function writes(hints: Annotations): Pick<McpTool, 'offered' | 'annotations'> {
  return {
    offered: ({ principal }) => hasScope(principal, 'TRADE_PAPER', 'TRADE_REAL'),
    annotations: { readOnlyHint: false, destructiveHint: false, ...hints },
  };
}

/** Of the PAPER book alone. */
export function writesPaper(hints: Annotations): Pick<McpTool, 'offered' | 'annotations'> {
  return {
    ...writes(hints),
    offered: ({ principal }) => hasScope(principal, 'TRADE_PAPER'),
  };
}
