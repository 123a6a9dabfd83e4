import '../reports.css'
import '../print.css'
import { Button, Skeleton } from 'antd'
import type { Bulletin } from '#contract/reports-bulletins.ts'
import { language } from '../../../i18n/language.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { Qr } from '../../../ui/qr.tsx'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { t as reading } from '../bulletin-texts.ts'
import { BulletinText } from '../parts/bulletin-text.tsx'
import { useBulletin } from '../parts/use-bulletin.ts'
import { t } from '../texts.ts'

/** A bulletin on paper, in the proportions of official documents, with a code that opens its proof. */
export default function PrintBulletinPage() {
  const { bulletin, error } = useBulletin()
  if (error)
    return (
      <Page title={t('missing')}>
        <p>{errorSentence(error)}</p>
      </Page>
    )
  if (!bulletin) return <Skeleton active paragraph={{ rows: 12 }} />
  return (
    <main className="print-bulletin">
      <Page
        title={t('print')}
        actions={
          <>
            <LinkButton to={`/bulletins/${bulletin.id}`} search={{} as never}>
              {t('backToBulletin')}
            </LinkButton>
            <Button type="primary" onClick={() => print()}>
              {t('printNow')}
            </Button>
          </>
        }
      >
        <Sheet bulletin={bulletin} />
      </Page>
    </main>
  )
}

function Sheet({ bulletin }: { bulletin: Bulletin }) {
  const search = useSearchText()
  const shown = search.text === 'en' || search.text === 'zh' ? search.text : language()
  const { content } = bulletin
  const proof = `${location.origin}${bulletin.publicPath ?? `/console/bulletins/${bulletin.id}`}`
  return (
    <div className="official" lang={shown === 'zh' ? 'zh-CN' : 'en'}>
      <BulletinText blocks={content[shown]} figures={content.figures} />
      <p className="official-closing">
        {content.organisationName}
        <br />
        {formatDay(content.asOf)}
        {bulletin.state !== 'released' && (
          <>
            <br />
            {reading('draftMark')}
          </>
        )}
      </p>
      <figure className="official-proof">
        <Qr text={proof} label={reading('proof')} />
        <figcaption>
          {reading('proof')}
          <br />
          <small>{proof}</small>
        </figcaption>
      </figure>
    </div>
  )
}
