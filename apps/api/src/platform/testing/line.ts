import { createServer, connect, type Server, type Socket } from 'node:net'

/** A TCP line to the database that a test can cut, freeze and mend. */
export class Line {
  private readonly server: Server = createServer((client) => this.join(client))
  private readonly pairs = new Set<{ client: Socket; upstream: Socket }>()
  private state: 'up' | 'cut' | 'frozen' = 'up'

  private constructor(private readonly target: URL) {}

  static async to(url: string): Promise<Line> {
    const line = new Line(new URL(url))
    await new Promise<void>((done) => line.server.listen(0, '127.0.0.1', done))
    return line
  }

  /** The same database, over this line. */
  through(url: string): string {
    const changed = new URL(url)
    changed.host = `127.0.0.1:${(this.server.address() as { port: number }).port}`
    return changed.href
  }

  /** Every connection breaks, and new ones break at once. */
  cut(): void {
    this.state = 'cut'
    for (const { client, upstream } of this.pairs) {
      client.destroy()
      upstream.destroy()
    }
  }

  /** Connections stay and new ones are accepted, but nothing comes through any more. */
  freeze(): void {
    this.state = 'frozen'
    for (const { client, upstream } of this.pairs) {
      client.unpipe(upstream)
      upstream.unpipe(client)
      client.pause()
      upstream.pause()
    }
  }

  mend(): void {
    const wasFrozen = this.state === 'frozen'
    this.state = 'up'
    // What was frozen half-way is of no use to anyone.
    if (!wasFrozen) return
    for (const { client, upstream } of this.pairs) {
      client.destroy()
      upstream.destroy()
    }
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise((done) => this.server.close(done))
  }

  private join(client: Socket): void {
    if (this.state === 'cut') return void client.destroy()
    const upstream = connect(Number(this.target.port), this.target.hostname)
    const pair = { client, upstream }
    this.pairs.add(pair)
    for (const [end, other] of [[client, upstream], [upstream, client]] as const) {
      end.on('error', () => other.destroy())
      end.on('close', () => {
        other.destroy()
        this.pairs.delete(pair)
      })
    }
    if (this.state === 'frozen') return
    client.pipe(upstream)
    upstream.pipe(client)
  }
}
