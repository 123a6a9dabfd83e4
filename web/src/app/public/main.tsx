import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import '../../ui/tokens.css'
import '../../ui/light/light.css'
import '../../modules/public-pages/public-pages.css'
import { startLanguage, useLanguage } from '../../i18n/language.ts'
import { matchPath } from '../../kit/phone/match.ts'
import { newQueryClient } from '../../kit/query.ts'
import { FederationPage } from '../../modules/public-pages/federation-page.tsx'
import { FederationsPage } from '../../modules/public-pages/federations-page.tsx'
import { PublicFrame } from '../../modules/public-pages/frame.tsx'
import { HonourCertificatePage } from '../../modules/honours/public/certificate-page.tsx'
import { PublicHonourPage } from '../../modules/honours/public/honour-page.tsx'
import { CertificatePage } from '../../modules/training/public/certificate-page.tsx'
import { PublicBulletinPage } from '../../modules/reports/public/bulletin-page.tsx'

startLanguage()
const client = newQueryClient()
createRoot(document.getElementById('root') as HTMLElement).render(<Public />)

function Public() {
  // Read here so that everything below is drawn anew in the other language.
  const language = useLanguage()
  return (
    <QueryClientProvider client={client}>
      <PublicFrame key={language}>{pageAt(location.pathname)}</PublicFrame>
    </QueryClientProvider>
  )
}

function pageAt(path: string) {
  const bulletin = matchPath('/public/:code/bulletins/:id', path)
  if (bulletin) return <PublicBulletinPage code={bulletin.code!} id={bulletin.id!} />
  const proof = matchPath('/public/:code/training-certificates/:certificate', path)
  if (proof) return <CertificatePage code={proof.code!} certificate={proof.certificate!} />
  const honour = matchPath('/public/:code/honours/:id', path)
  if (honour) return <PublicHonourPage code={honour.code!} id={honour.id!} />
  const certificate = matchPath('/public/:code/honour-certificates/:certificate', path)
  if (certificate)
    return <HonourCertificatePage code={certificate.code!} certificate={certificate.certificate!} />
  const federation = matchPath('/public/:code', path)
  return federation ? <FederationPage code={federation.code!} /> : <FederationsPage />
}
