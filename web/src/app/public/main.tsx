import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import '../../ui/tokens.css'
import '../../ui/light/light.css'
import '../../ui/light/parts.css'
import '../../modules/public-pages/public-pages.css'
import { startLanguage, useLanguage } from '../../i18n/language.ts'
import { addErrorTexts } from '../../kit/errors.ts'
import { matchPath } from '../../kit/phone/match.ts'
import { newQueryClient } from '../../kit/query.ts'
import { phoneVoteErrors } from '../../modules/ballots/phone-vote-errors.ts'
import { FederationPage } from '../../modules/public-pages/federation-page.tsx'
import { FederationsPage } from '../../modules/public-pages/federations-page.tsx'
import { PublicFrame } from '../../modules/public-pages/frame.tsx'
import { HonourCertificatePage } from '../../modules/honours/public/certificate-page.tsx'
import { PublicHonourPage } from '../../modules/honours/public/honour-page.tsx'
import { CertificatePage } from '../../modules/training/public/certificate-page.tsx'
import { PublicBulletinPage } from '../../modules/reports/public/bulletin-page.tsx'

// With the arithmetic of sealed ballots, which no other public page needs.
const BallotPage = lazy(() => import('../../modules/ballots/public/ballot-page.tsx'))
const BoardPage = lazy(() => import('../../modules/ballots/public/board-page.tsx'))

addErrorTexts(phoneVoteErrors)
startLanguage()
const client = newQueryClient()
createRoot(document.getElementById('root') as HTMLElement).render(<Public />)

function Public() {
  // Read here so that everything below is drawn anew in the other language.
  const language = useLanguage()
  return (
    <QueryClientProvider client={client}>
      <PublicFrame key={language}>
        <Suspense fallback={null}>{pageAt(location.pathname)}</Suspense>
      </PublicFrame>
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
  const ballot = matchPath('/public/votes/:voteId/ballot', path)
  if (ballot) return <BallotPage voteId={ballot.voteId!} />
  const board = matchPath('/public/votes/:voteId', path)
  if (board) return <BoardPage voteId={board.voteId!} />
  const federation = matchPath('/public/:code', path)
  return federation ? <FederationPage code={federation.code!} /> : <FederationsPage />
}
