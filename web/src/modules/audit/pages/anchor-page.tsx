import '../audit.css'
import { Button, Skeleton } from 'antd'
import { Link } from '@tanstack/react-router'
import { errorSentence } from '../../../kit/errors.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { factsOf } from '../parts/anchor-facts.tsx'
import { s } from '../seal-texts.ts'

/** An anchor as a sheet for paper: to be signed, kept by somebody else and compared later. */
export default function AnchorPage() {
  const number = Number(useParam('number'))
  const anchor = useRead('getAuditAnchor', { number })
  return (
    <Page
      title={s('sheetTitle')}
      note={s('anchor', { number })}
      actions={
        <>
          <Link className="audit-back" to={'/audit/seals' as never}>
            {s('backToSeals')}
          </Link>
          <Button type="primary" icon={<Icon name="export" size={16} />} onClick={() => window.print()}>
            {s('print')}
          </Button>
        </>
      }
    >
      <div className="panel audit-sheet">
        <p>{s('sheetBody')}</p>
        {anchor.error && <p className="problem">{errorSentence(anchor.error)}</p>}
        {anchor.isPending && <Skeleton active />}
        {anchor.data && <Facts facts={factsOf(anchor.data)} />}
        <dl className="audit-signatures">
          {(['signed', 'keeper', 'date'] as const).map((line) => (
            <div key={line}>
              <dt>{s(line)}</dt>
              <dd />
            </div>
          ))}
        </dl>
      </div>
    </Page>
  )
}
