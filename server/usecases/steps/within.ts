/** What is asked, or after so many milliseconds what stands in for it. The question itself goes on. */
export async function within<T>(ms: number, asked: Promise<T>, instead: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(instead()), ms);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
    // Nobody listens any more to how it ends.
    asked.catch(() => undefined);
  }
}
