/** Looks at once, then after as many milliseconds as each look answers, until what is returned is called. */
export function lookAgain(look: () => Promise<number>): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let left = false;
  const next = async () => {
    const ms = await look();
    if (!left) timer = setTimeout(() => void next(), ms);
  };
  void next();
  return () => {
    left = true;
    if (timer) clearTimeout(timer);
  };
}
