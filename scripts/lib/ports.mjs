import net from 'node:net'

function listen(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => resolve(server))
  })
}

const close = (server) => new Promise((resolve) => server.close(resolve))

/** @returns {Promise<number>} a port that nobody uses on 127.0.0.1 right now */
export async function freePort() {
  const server = await listen(0, '127.0.0.1')
  const { port } = server.address()
  await close(server)
  return port
}

/**
 * Why a port cannot be listened on, on any of this machine's addresses.
 * @returns {Promise<'EADDRINUSE' | 'EACCES' | null>} null: it is free
 */
export async function whyNotFree(port) {
  for (const host of ['127.0.0.1', '0.0.0.0', '::']) {
    try {
      await close(await listen(port, host))
    } catch (error) {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return error.code
    }
  }
  return null
}
