/** The code blocks of a Markdown text, by the comment in their first line: `// urql`, `# curl`. */
export function fencedBlocks(markdown: string): ReadonlyMap<string, string> {
  const blocks = new Map<string, string>();
  for (const [, code = ''] of markdown.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)) {
    const [, name] = /^(?:\/\/|#) (.+)/.exec(code) ?? [];
    if (name !== undefined) blocks.set(name, code);
  }
  return blocks;
}
