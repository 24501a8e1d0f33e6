/** Tries a call again when it fails, waiting twice as long each time. */
export async function withBackoff<T>(call: () => Promise<T>, attempts = 4, delay = 200): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, delay * 2 ** (attempt - 1)));
    }
  }
}
