import '../choices.css'
import { Alert, Button, Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { t } from '../choices-texts.ts'

/** Cards to print, one for everybody who is there, with their number and no name: what is found on a table tells nobody who it was. */
export default function PaperPrintPage() {
  const eventId = useParam('eventId')
  const { data, error } = useRead('listPaperCards', { eventId })
  return (
    <Page
      title={t('print')}
      {...(data && { note: t('printNote', { count: data.items.length }) })}
      actions={
        <>
          <LinkButton to={`/events/${eventId}` as never} search={{ tab: 'choices' } as never}>
            {t('back')}
          </LinkButton>
          <Button type="primary" icon={<Icon name="export" size={16} />} onClick={() => window.print()}>
            {t('printNow')}
          </Button>
        </>
      }
    >
      {error && <Alert type="error" showIcon title={errorSentence(error)} />}
      {!data && !error && <Skeleton active />}
      {data?.items.length === 0 && (
        <Alert type="info" showIcon title={t('nobody')} description={t('nobodyHint')} />
      )}
      {data && (
        <div className="paper-cards">
          {data.items.map((card) => (
            <Card key={card.badgeNo} badgeNo={card.badgeNo} limit={data.limit} />
          ))}
        </div>
      )}
    </Page>
  )
}

function Card({ badgeNo, limit }: { badgeNo: number; limit: number }) {
  return (
    <article className="paper-card">
      <header>
        <h2>{t('cardTitle')}</h2>
        <p>
          {t('cardNumber')} <strong className="figures">{badgeNo}</strong>
        </p>
      </header>
      <p>{t('cardLead', { limit })}</p>
      <ol>
        {Array.from({ length: limit }, (_, at) => (
          <li key={at} />
        ))}
      </ol>
      <footer>
        <p>{t('cardKeyed')}</p>
        <p>{t('cardFold')}</p>
      </footer>
    </article>
  )
}
