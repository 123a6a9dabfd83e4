import '../seals.css'
import type { SealedReport } from '#contract/reports-seals.ts'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead, useReadWhen } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Qr } from '../../../ui/qr.tsx'
import { postName } from '../../access/posts.ts'
import { SealedFigures } from '../parts/sealed-figures.tsx'
import { Verification } from '../parts/verification.tsx'
import { t } from '../seal-texts.ts'

/** A sealed report as it was submitted: on the screen, on paper with a code that opens it, and with the check of all it says. */
export default function SealedReportPage() {
  const reportId = useParam('reportId')
  const report = useRead('getSealedReport', { reportId })
  const [asked, setAsked] = useState(false)
  const verification = useReadWhen(asked, 'verifySeal', { reportId })
  const verify = () => (asked ? void verification.refetch() : setAsked(true))
  return (
    <Page
      title={report.data?.title ?? t('title')}
      note={
        report.data &&
        `${report.data.organisationName} · ${t('versionNo', { version: report.data.version })} · ${t(report.data.state)}`
      }
      actions={
        report.data && (
          <>
            <Link to={'/reports' as never}>{t('back')}</Link>
            <Correct report={report.data} />
            <Button icon={<Icon name="export" size={16} />} onClick={() => window.print()}>
              {t('print')}
            </Button>
            <Button
              type="primary"
              icon={<Icon name="check" size={16} />}
              loading={verification.isFetching}
              onClick={verify}
            >
              {verification.isFetching ? t('verifying') : t('verify')}
            </Button>
          </>
        )
      }
    >
      {report.isPending && <Skeleton active />}
      {report.error && <p className="problem">{errorSentence(report.error)}</p>}
      {verification.error && <p className="problem">{errorSentence(verification.error)}</p>}
      {verification.data && <Verification found={verification.data} />}
      {report.data && <Sheet report={report.data} />}
    </Page>
  )
}

function Sheet({ report }: { report: SealedReport }) {
  const proof = `${location.origin}/console/reports/${report.id}`
  return (
    <div className="sealed-sheet">
      <h2 className="sealed-paper-title">{report.title}</h2>
      <section className="panel sealed-head">
        <Facts
          facts={[
            [t('number'), report.number],
            [t('organisation'), report.organisationName],
            [t('sealedAt'), formatInstant(report.sealedAt)],
            [t('knownAt'), formatInstant(report.knownAt)],
            [t('sealedFrom'), postName(report.sealedByName)],
            [
              t('hash'),
              <span className="sealed-hash" key="hash">
                {report.hash}
              </span>,
            ],
          ]}
        />
        <figure className="sealed-proof">
          <Qr text={proof} label={t('proofLabel')} />
          <figcaption>
            {t('proof')}
            <span className="sealed-code">{report.code.match(/.{4}/g)?.join(' ')}</span>
          </figcaption>
        </figure>
      </section>
      {report.figures.some(({ mayOpen }) => !mayOpen) && <p className="quiet">{t('notToldWhy')}</p>}
      <section className="panel">
        <SealedFigures report={report} />
      </section>
      {report.versions.length > 1 && (
        <section className="panel sealed-not-on-paper">
          <h2>{t('versions')}</h2>
          <ul className="sealed-versions">
            {report.versions.map((each) => (
              <li key={each.id}>
                {each.id === report.id ? (
                  <strong>{t('versionNo', { version: each.version })}</strong>
                ) : (
                  <Link to={`/reports/${each.id}` as never}>{t('versionNo', { version: each.version })}</Link>
                )}{' '}
                {formatInstant(each.sealedAt)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Correct({ report }: { report: SealedReport }) {
  const navigate = useNavigate()
  const maySeal = useMay('reports.seal')
  if (!maySeal) return null
  const off = report.state === 'corrected'
  return (
    <Button
      disabled={!report.can.correct}
      title={off ? t('correctedWhy') : undefined}
      onClick={() =>
        void navigate({ to: '/reports/new' as never, search: { correctsId: report.id } as never })
      }
    >
      {t('correct')}
    </Button>
  )
}
