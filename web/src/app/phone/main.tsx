import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import '../../ui/tokens.css'
import '../../ui/light/light.css'
import '../../ui/light/phone.css'
import '../../ui/light/parts.css'
import { startLanguage, useLanguage } from '../../i18n/language.ts'
import { onSignedOut } from '../../kit/call.ts'
import { startTextSize } from '../../kit/phone/text-size.ts'
import { newQueryClient } from '../../kit/query.ts'
import { goToSignIn } from '../../kit/sign-in-again.ts'
import { PhoneShell } from './shell.tsx'

startLanguage()
startTextSize()
onSignedOut(goToSignIn)
const client = newQueryClient()
createRoot(document.getElementById('root') as HTMLElement).render(<Phone />)

function Phone() {
  const language = useLanguage()
  return (
    <QueryClientProvider client={client}>
      <PhoneShell key={language} />
    </QueryClientProvider>
  )
}
