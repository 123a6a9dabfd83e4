import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as Messages, ConfigProvider } from 'antd'
import { createRoot } from 'react-dom/client'
import '../../ui/tokens.css'
import '../../ui/console/console.css'
import '../../ui/console/lists.css'
import '../../ui/console/forms.css'
import './shell.css'
import './top-bar.css'
import './side-nav.css'
import '../../modules/sessions/sessions.css'
import { startLanguage, useLanguage } from '../../i18n/language.ts'
import { addErrorTexts } from '../../kit/errors.ts'
import { onSignedOut } from '../../kit/call.ts'
import { newQueryClient } from '../../kit/query.ts'
import { goToSignIn } from '../../kit/sign-in-again.ts'
import { consoleErrors } from './errors.ts'
import { antdTexts, setCalendarWords } from './antd-texts.ts'
import { consoleRouter } from './router.tsx'
import { startStyleNonce } from './style-nonce.ts'
import { theme } from './theme.ts'

for (const errors of consoleErrors) addErrorTexts(errors)
startLanguage()
onSignedOut(goToSignIn)
const styleNonce = startStyleNonce()
const client = newQueryClient()
const router = consoleRouter()
createRoot(document.getElementById('root') as HTMLElement).render(<Console />)

// Keyed by language: every page is drawn anew in it; filters, tabs and open rows are in the address and stay.
function Console() {
  const language = useLanguage()
  setCalendarWords(language)
  return (
    <ConfigProvider
      key={language}
      locale={antdTexts[language]}
      theme={theme}
      csp={{ nonce: styleNonce }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <Messages>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  )
}
