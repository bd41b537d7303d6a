// First: zod looks at it when it is loaded.
import '../platform/zod-under-csp'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { newQueryClient } from '../platform/query-client'
import './app.css'
import '../ui/bar-chart.css'
import '../ui/queue.css'
import '../centers/centers.css'
import '../centers/centers-codes.css'
import '../audit/audit.css'
import '../transfer/transfer.css'
import '../financing/financing.css'
import { Providers } from './providers'
import { AppRoutes } from './router'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <Providers queryClient={newQueryClient()}>
      <BrowserRouter basename="/console">
        <AppRoutes />
      </BrowserRouter>
    </Providers>
  </StrictMode>,
)
