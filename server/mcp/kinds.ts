import { hasScope, type Annotations, type McpTool } from './tool.ts';

/** Kinds of tools that read; every token may read. */
export const READS: Pick<McpTool, 'offered' | 'annotations'> = {
  offered: () => true,
  annotations: { readOnlyHint: true },
};

/** Tools that change no book's money, for a token with a TRADE scope of either book. */
export function writes(hints: Annotations): Pick<McpTool, 'offered' | 'annotations'> {
  return {
    offered: ({ principal }) => hasScope(principal, 'TRADE_PAPER', 'TRADE_REAL'),
    annotations: { readOnlyHint: false, destructiveHint: false, ...hints },
  };
}

/** The same for tools that change the PAPER book alone. */
export function writesPaper(hints: Annotations): Pick<McpTool, 'offered' | 'annotations'> {
  return {
    ...writes(hints),
    offered: ({ principal }) => hasScope(principal, 'TRADE_PAPER'),
  };
}
