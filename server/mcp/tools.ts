import type { MakeTool } from './tool.ts';

/** Every tool, in the order in which hosts list them. */
export const TOOLS: readonly MakeTool[] = [];
