import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../', import.meta.url))

/** A second API process, from the same sources, on the same database. */
export class ApiProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(databaseUrl: string, port: number): Promise<ApiProcess> {
    const environment = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'test', DATABASE_URL: databaseUrl, PORT: String(port), LOG_LEVEL: 'error' }
    const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', 'src/app/main.ts'], { cwd: folder, env: environment, stdio: ['ignore', 'inherit', 'pipe'] })
    let complaint = ''
    child.stderr?.on('data', (data: Buffer) => (complaint += String(data)))
    const url = `http://127.0.0.1:${port}`
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the API process ended:\n${complaint}`)
      const ready = await fetch(`${url}/health/ready`).then((answer) => answer.ok, () => false)
      if (ready) return new ApiProcess(child, url)
      await new Promise((next) => setTimeout(next, 50))
    }
  }

  async stop(): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode
    const ended = new Promise<number | null>((resolve) => this.child.once('exit', resolve))
    this.child.kill('SIGTERM')
    return ended
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
