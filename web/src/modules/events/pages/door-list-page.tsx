import '../door.css'
import { Button, Form, Input, Segmented } from 'antd'
import { useState } from 'react'
import type { DoorListRow } from '#contract/events-door.ts'
import type { Output } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useAct } from '../../../kit/query.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { t } from '../door-texts.ts'

type DoorList = Output<'printDoorList'>

/** The paper list for doors without a network: asked what for, then shown as it comes out of the printer. */
export default function DoorListPage() {
  const eventId = useParam('eventId')
  const [purpose, setPurpose] = useState('')
  const make = useAct('printDoorList', { invalidates: [] })
  const back = (
    <LinkButton to="/events/$eventId" params={{ eventId } as never} search={{ tab: 'door' } as never}>
      {t('backToEvent')}
    </LinkButton>
  )
  if (make.data) return <Sheet list={make.data} back={back} />
  const why = purpose.trim().length < 2 ? t('purposeFirst') : undefined
  return (
    <Page title={t('listTitle')} note={t('listNote')} actions={back}>
      <Form
        layout="vertical"
        className="narrow"
        onFinish={() => !why && make.mutate({ eventId, purpose: purpose.trim() })}
      >
        <Form.Item label={t('purpose')} htmlFor="list-purpose">
          <Input
            id="list-purpose"
            maxLength={200}
            placeholder={t('purposeUsual')}
            value={purpose}
            onChange={(event) => setPurpose(event.target.value)}
          />
        </Form.Item>
        {make.error && <p className="problem">{errorSentence(make.error)}</p>}
        <Button type="primary" htmlType="submit" loading={make.isPending} disabled={Boolean(why)}>
          {t('makeList')}
        </Button>
        {why && <span className="door-why">{why}</span>}
      </Form>
    </Page>
  )
}

type Order = 'number' | 'initials'

function Sheet({ list, back }: { list: DoorList; back: React.ReactNode }) {
  const [order, setOrder] = useState<Order>('number')
  return (
    <Page
      title={t('listTitle')}
      note={t('listNote')}
      actions={
        <>
          {back}
          <Segmented<Order>
            aria-label={t('order')}
            value={order}
            onChange={setOrder}
            options={[
              { value: 'number', label: t('byNumber') },
              { value: 'initials', label: t('byInitials') },
            ]}
          />
          <Button type="primary" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </>
      }
    >
      {list.rows.length === 0 ? (
        <p className="list-empty">{t('emptyList')}</p>
      ) : (
        <Table list={list} rows={sorted(list.rows, order)} />
      )}
    </Page>
  )
}

function Table({ list, rows }: { list: DoorList; rows: readonly DoorListRow[] }) {
  return (
    <table className="door-sheet">
      <thead>
        <tr>
          <th colSpan={5} className="door-sheet-head">
            <strong>{list.title}</strong> {formatInstant(list.startsAt)} {list.venue}
            <small>
              {t('printed', {
                time: formatInstant(list.printedAt),
                number: list.printNo,
                count: list.rows.length,
              })}
            </small>
          </th>
        </tr>
        <tr>
          <th scope="col">{t('badgeNo')}</th>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('initials')}</th>
          <th scope="col">{t('union')}</th>
          <th scope="col">{t('signature')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.badgeNo} ${row.name}`}>
            <td className="figures">{row.badgeNo}</td>
            <td>{row.name}</td>
            <td>{row.initials.toUpperCase()}</td>
            <td>{row.unionName}</td>
            <td>{row.checkedInAt === null ? '' : t('already')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function sorted(rows: readonly DoorListRow[], order: Order): DoorListRow[] {
  const byNumber = (a: DoorListRow, b: DoorListRow) => (a.badgeNo ?? 0) - (b.badgeNo ?? 0)
  if (order === 'number') return rows.toSorted(byNumber)
  return rows.toSorted((a, b) => a.initials.localeCompare(b.initials) || byNumber(a, b))
}
