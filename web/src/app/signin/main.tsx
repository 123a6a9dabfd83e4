import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import '../../ui/tokens.css'
import '../../ui/light/light.css'
import '../../modules/sessions/signin/signin.css'
import { startLanguage, useLanguage } from '../../i18n/language.ts'
import { addErrorTexts } from '../../kit/errors.ts'
import { newQueryClient } from '../../kit/query.ts'
import { sessionErrors } from '../../modules/sessions/errors.ts'
import { SignInPage } from '../../modules/sessions/signin/sign-in-page.tsx'

addErrorTexts(sessionErrors)
startLanguage()
const client = newQueryClient()
createRoot(document.getElementById('root') as HTMLElement).render(<App />)

function App() {
  // Read here so that everything below is drawn anew in the other language; what was typed stays.
  useLanguage()
  return (
    <QueryClientProvider client={client}>
      <SignInPage />
    </QueryClientProvider>
  )
}
