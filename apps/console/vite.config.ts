import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'

/** The policy that the API sends with these files, so that a preview breaks where production would. */
const contentSecurityPolicy = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; connect-src 'self'; font-src 'self' data:"

export default defineConfig(({ mode }) => {
  const { API_URL = 'http://127.0.0.1:4000' } = loadEnv(mode, '.', 'API_')
  const proxy = { '/api': API_URL }
  return {
    base: '/console/',
    plugins: [react()],
    server: { proxy },
    preview: { proxy, headers: { 'content-security-policy': contentSecurityPolicy } },
    build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  }
})
