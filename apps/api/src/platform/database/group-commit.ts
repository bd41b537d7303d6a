/**
 * Group commit: at most one batch per key is in flight; what arrives meanwhile forms the next one.
 * Under load the batches grow and the price of a commit is shared; without load a request is a
 * batch of one and waits for nobody.
 *
 * A batch that fails as a whole is repeated row by row, so that one bad row harms only itself.
 */
export class GroupCommit<Request, Result> {
  private readonly queues = new Map<string, Pending<Request, Result>[]>()
  private readonly inFlight = new Set<string>()

  /**
   * @param commit handles a batch in one transaction; answers one result per request, in order.
   *   A result that is an Error refuses that request alone.
   * @param most requests in one batch.
   * @param retriesAlone whether a failed batch's error is worth a repetition row by row
   *   (an outage is not: every row would wait for it again).
   */
  constructor(
    private readonly commit: (key: string, requests: Request[]) => Promise<(Result | Error)[]>,
    private readonly most: number,
    private readonly retriesAlone: (error: unknown) => boolean,
  ) {}

  submit(key: string, request: Request): Promise<Result> {
    return new Promise((resolve, reject) => {
      const queue = this.queues.get(key)
      if (queue) queue.push({ request, resolve, reject })
      else this.queues.set(key, [{ request, resolve, reject }])
      if (!this.inFlight.has(key)) void this.drain(key)
    })
  }

  private async drain(key: string): Promise<void> {
    this.inFlight.add(key)
    // What the same turn of the event loop still brings belongs to this batch.
    await new Promise<void>((next) => setImmediate(next))
    for (let queue = this.queues.get(key); queue && queue.length > 0; queue = this.queues.get(key)) {
      await this.run(key, queue.splice(0, this.most))
    }
    this.queues.delete(key)
    this.inFlight.delete(key)
  }

  private async run(key: string, batch: Pending<Request, Result>[]): Promise<void> {
    try {
      const results = await this.commit(key, batch.map((pending) => pending.request))
      batch.forEach((pending, index) => settle(pending, results[index] ?? new Error('the batch lost a result')))
    } catch (error) {
      if (batch.length === 1 || !this.retriesAlone(error)) for (const pending of batch) pending.reject(error)
      else for (const pending of batch) await this.run(key, [pending])
    }
  }
}

interface Pending<Request, Result> {
  request: Request
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

function settle<Request, Result>(pending: Pending<Request, Result>, result: Result | Error): void {
  if (result instanceof Error) pending.reject(result)
  else pending.resolve(result)
}
