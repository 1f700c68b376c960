import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const README = 'README.md';
const folders = ['server/docs', '.github'];
const pages = [README, 'test/promises.md', ...folders.flatMap(markdownIn)];

function markdownIn(folder: string): string[] {
  const names = readdirSync(path.join(ROOT, folder)).filter((name) => name.endsWith('.md'));
  return names.map((name) => path.join(folder, name));
}

const textOf = (page: string) => readFileSync(path.join(ROOT, page), 'utf8');

/** The targets of a page's links within the repository: a file, and a heading in it. */
function linksOf(page: string): { file: string; heading: string | null }[] {
  return [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [name = '', heading] = target.split('#');
    const file = name === '' ? page : path.join(path.dirname(page), name);
    return [{ file, heading: heading ?? null }];
  });
}

/** The anchors of a page's headings, as GitHub makes them. */
function headingsOf(page: string): string[] {
  const lines = textOf(page).replaceAll(/^```[\s\S]*?^```/gm, '');
  const headings = [...lines.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text.toLowerCase());
  return headings.map((text) => text.replaceAll(/[^\w\- ]/g, '').replaceAll(' ', '-'));
}

/** Files that a page names by their path, from the root or from `server/`. */
function namedFiles(page: string): string[] {
  const named = [...textOf(page).matchAll(/`([\w./-]+\/[\w.-]+\.(?:ts|mjs|json|svelte))`/g)];
  return named.map(([, file = '']) => file);
}

describe.each(pages.filter((page) => page !== 'test/promises.md'))('the page %s', (page) => {
  it('links to pages and headings that exist', () => {
    const lost = linksOf(page).filter(({ file, heading }) => {
      if (!existsSync(path.join(ROOT, file))) return true;
      return heading !== null && !headingsOf(file).includes(heading);
    });
    expect(lost).toEqual([]);
  });

  it('names files that exist', () => {
    const roots = ['', 'server'];
    const lost = namedFiles(page).filter(
      (file) => !roots.some((root) => existsSync(path.join(ROOT, root, file))),
    );
    expect(lost).toEqual([]);
  });
});

it('leads from the README to every page within two links', () => {
  const near = new Set([README, ...linksOf(README).map(({ file }) => file)]);
  const far = [...near].filter((file) => pages.includes(file)).flatMap(linksOf);
  for (const { file } of far) near.add(file);
  expect(pages.filter((page) => !near.has(page))).toEqual([]);
});

it('explains in the README what happens when the venue does not answer', () => {
  const answer = {
    file: 'server/docs/life-of-an-order.md',
    heading: 'when-the-venue-does-not-answer',
  };
  expect(linksOf(README)).toContainEqual(answer);
});
