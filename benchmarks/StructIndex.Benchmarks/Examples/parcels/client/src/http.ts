/** Talks to the service over HTTP. */
export class ApiClient {
  constructor(private readonly base: string, private token: string) {}

  /** Sends a request and gives the JSON of the answer; aborts it after a timeout. */
  async request<T>(method: string, path: string, body?: unknown, timeout = 5000): Promise<T> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), timeout);
    try {
      const answer = await fetch(this.base + path, { method, body: JSON.stringify(body), signal: abort.signal, headers: { authorization: this.token } });
      if (!answer.ok) throw new HttpError(answer.status);
      return (await answer.json()) as T;
    } finally {
      clearTimeout(timer);
    }
  }
}

export class HttpError extends Error {
  constructor(readonly status: number) {
    super(`the service answered ${status}`);
  }
}
