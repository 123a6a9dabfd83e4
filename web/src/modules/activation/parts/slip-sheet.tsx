import { Button, Skeleton } from 'antd'
import { useEffect } from 'react'
import type { Slip } from '#contract/activation.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatNumber } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { useAct, useRead } from '../../../kit/query.ts'
import { Qr } from '../../../ui/qr.tsx'
import { t } from '../texts.ts'

/** The slips of one printing, ten to an A4 page, each with the QR code of the page it is used at. Opening it is audited. */
export function SlipSheet({ runId }: { runId: string }) {
  const open = useAct('openSlipRun', { invalidates: [] })
  const ways = useRead('getActivationWays')
  const { mutate } = open
  useEffect(() => mutate({ runId }), [mutate, runId])
  const sheet = open.data
  const failure = open.error ?? ways.error
  const address = `${ways.data?.publicUrl ?? location.origin}/activate`
  return (
    <Page
      title={t('printTitle')}
      note={
        sheet &&
        t('sheetNote', {
          organisation: sheet.run.organisationName,
          count: formatNumber(sheet.slips.length),
          date: formatDay(sheet.run.expiresOn),
        })
      }
      actions={
        sheet &&
        sheet.slips.length > 0 && (
          <Button type="primary" onClick={() => print()}>
            {t('print')}
          </Button>
        )
      }
    >
      {open.isPending && <Skeleton active title={false} />}
      {failure && <p className="problem">{errorSentence(failure)}</p>}
      {sheet?.slips.length === 0 && (
        <section className="list-empty">
          <h2>{t('sheetEmpty')}</h2>
          <p>{t('sheetEmptyHint')}</p>
        </section>
      )}
      {ways.data && (
        <ul className="slip-sheet">
          {sheet?.slips.map((slip) => (
            <li key={slip.slipId}>
              <PrintedSlip slip={slip} address={address} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

function PrintedSlip({ slip, address }: { slip: Slip; address: string }) {
  const { name, unionName, code, expiresOn } = slip
  return (
    <>
      <Qr text={`${address}#slip=${code.replaceAll('-', '')}`} label={t('slipQr', { name })} />
      <div>
        <strong>{`${t('slipTitle')} · ${name}`}</strong>
        <span>{unionName}</span>
        <code>{code}</code>
        <span>{t('slipHow', { address })}</span>
        <span>{t('slipProof', { date: formatDay(expiresOn) })}</span>
      </div>
    </>
  )
}
