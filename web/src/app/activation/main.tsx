import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import '../../ui/tokens.css'
import '../../ui/light/light.css'
import '../../modules/activation/public/activate.css'
import { startLanguage, useLanguage } from '../../i18n/language.ts'
import { addErrorTexts } from '../../kit/errors.ts'
import { newQueryClient } from '../../kit/query.ts'
import { activationErrors } from '../../modules/activation/errors.ts'
import { ActivatePage } from '../../modules/activation/public/activate-page.tsx'
import { OutboxPage } from '../../modules/messages/public/outbox-page.tsx'
import { sessionErrors } from '../../modules/sessions/errors.ts'

addErrorTexts(sessionErrors)
addErrorTexts(activationErrors)
startLanguage()
const client = newQueryClient()
createRoot(document.getElementById('root') as HTMLElement).render(<App />)

/** Two pages for people who have not signed in: getting a log-in, and the outbox of the demo. */
function App() {
  useLanguage()
  return (
    <QueryClientProvider client={client}>
      {location.pathname.startsWith('/outbox') ? <OutboxPage /> : <ActivatePage />}
    </QueryClientProvider>
  )
}
