import { ConfigError, readConfig } from '../platform/config/config.js'
import { createApp } from './create-app.js'
import { serveDocuments, serveFrontEnds } from './front-ends.js'

/** Requests under way may finish within this time after a stop was asked for. */
const patienceMs = 10_000

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const app = await createApp(config)
  await serveFrontEnds(app)
  serveDocuments(app)
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), patienceMs).unref()
    void app.close().then(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // Whoever started this process over a channel is gone, perhaps killed.
  process.on('disconnect', stop)
  await app.listen(config.port, '0.0.0.0')
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) console.error(`环境变量有误：\n${error.message}`)
  else if ((error as { code?: string }).code === 'EADDRINUSE') console.error(`端口 ${(error as { port?: number }).port} 已被占用，请换一个 PORT`)
  else console.error(error)
  process.exit(1)
})
