import '../reports.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import type { Bulletin, BulletinFigure } from '#contract/reports-bulletins.ts'
import { language } from '../../../i18n/language.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatInstant, shanghaiDate } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { PageTabs } from '../../../kit/page-tabs.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { actName } from '../../approvals/words.ts'
import { t as reading } from '../bulletin-texts.ts'
import { BulletinActs } from '../parts/bulletin-acts.tsx'
import { BulletinText } from '../parts/bulletin-text.tsx'
import { StateTag } from '../parts/state-tag.tsx'
import { useBulletin } from '../parts/use-bulletin.ts'
import { t } from '../texts.ts'
import { proofOf } from '../words.ts'

/** One bulletin: how it stands, what it says in either language, each figure a link to its rows. */
export default function BulletinPage() {
  const { bulletin, error } = useBulletin()
  if (error)
    return (
      <Page title={t('missing')}>
        <p>{errorSentence(error)}</p>
      </Page>
    )
  if (!bulletin) return <Skeleton active paragraph={{ rows: 12 }} />
  return (
    <Page
      title={language() === 'zh' ? bulletin.titleZh : bulletin.titleEn}
      note={
        <>
          <StateTag state={bulletin.state} /> {bulletin.organisationName} ·{' '}
          {reading('asOf', { day: formatDay(bulletin.asOf) })}
        </>
      }
      actions={<BulletinActs bulletin={bulletin} />}
    >
      <Standing bulletin={bulletin} />
      <Text bulletin={bulletin} />
      <History bulletin={bulletin} />
    </Page>
  )
}

/** What whoever looks should know first: it came back, it waits, it is out, it was withdrawn. */
function Standing({ bulletin }: { bulletin: Bulletin }) {
  const last = bulletin.acts.slice(-1)[0]
  if (bulletin.withdrawal)
    return (
      <Alert
        type="warning"
        showIcon
        title={reading('gone')}
        description={reading('goneHint', {
          day: formatDay(shanghaiDate(bulletin.withdrawal.withdrawnAt)),
          reason: bulletin.withdrawal.reason,
        })}
      />
    )
  if (bulletin.state === 'in_review') return <Alert type="info" showIcon title={t('waitsForOther')} />
  if (bulletin.state === 'draft' && (last?.act === 'returned' || last?.act === 'refused'))
    return <Alert type="warning" showIcon title={t('cameBack')} description={last.reason} />
  return (
    <p className="quiet bulletin-links">
      {bulletin.fixedAt === null ? t('live') : t('fixed', { time: formatInstant(bulletin.fixedAt) })}{' '}
      {bulletin.publicPath !== null && <a href={bulletin.publicPath}>{t('publicPage')}</a>}{' '}
      {bulletin.sealId !== null && (
        <Link to={`/reports/${bulletin.sealId}`} search={{} as never}>
          {t('seal')}
        </Link>
      )}
    </p>
  )
}

function Text({ bulletin }: { bulletin: Bulletin }) {
  const search = useSearchText()
  const navigate = useNavigate()
  const shown = search.text === 'en' || search.text === 'zh' ? search.text : language()
  const mayOpen = useMay('figures.open')
  return (
    <>
      <PageTabs
        label={t('textIn')}
        tabs={[
          { key: 'zh', name: t('chinese') },
          { key: 'en', name: t('english') },
        ]}
        shown={shown}
        onOpen={(text) => void navigate({ to: '.', search: { text } as never, resetScroll: false })}
      />
      <section className="panel bulletin-paper" lang={shown === 'zh' ? 'zh-CN' : 'en'}>
        <BulletinText
          blocks={bulletin.content[shown]}
          figures={bulletin.content.figures}
          proof={(figure) => <Proof figure={figure} open={mayOpen} />}
        />
      </section>
    </>
  )
}

function Proof({ figure, open }: { figure: BulletinFigure; open: boolean }) {
  const { to, search } = proofOf(figure)
  return open ? (
    <Link to={to} search={search as never}>
      {t('openRows')}
    </Link>
  ) : (
    <Link to="/figures" search={{ organisationId: figure.organisationId } as never}>
      {t('askFigure')}
    </Link>
  )
}

function History({ bulletin }: { bulletin: Bulletin }) {
  if (bulletin.acts.length === 0) return null
  return (
    <section className="panel">
      <h2 className="section-title">{t('history')}</h2>
      <ul className="bulletin-history">
        {bulletin.acts.map(({ act, personName, actedAt, reason }) => (
          <li key={actedAt + act}>
            {formatInstant(actedAt)} · {personName} · {actName(act)}
            {reason && `：${reason}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
