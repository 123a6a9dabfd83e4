import type { HandRefusal, PaymentBatch } from '#contract/funds-payments.ts'
import { Alert, App, Button, Upload } from 'antd'
import { useId } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useConfirm } from '../../../kit/confirm.tsx'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatAside, formatInstant, formatMoney } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { upload } from '../../../kit/upload.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'
import { word } from '../words.ts'
import { useReason } from './use-reason.tsx'

const outdated = [
  'getPaymentBatch',
  'listPaymentBatches',
  'listPaymentLines',
  'listOpenClaims',
  'getBudget',
] as const

/** Who made, checked and paid a list, and the next steps; a button that is off says why. */
export function BatchHands({ batch }: { batch: PaymentBatch }) {
  const done = new Map(batch.acts.map((act) => [act.act, act]))
  const back = done.get('sent_back')
  return (
    <>
      <section className="panel" aria-label={t('hands')}>
        <h2>{t('hands')}</h2>
        <div className="funds-hands">
          {(['made', 'checked', 'paid'] as const).map((act) => {
            const by = done.get(act)
            return (
              <div key={act} className={by ? 'funds-hand is-done' : 'funds-hand'}>
                <strong>{word('act', act)}</strong>
                {by ? `${by.name} · ${formatInstant(by.actedAt)}` : back ? '—' : t('byNobody')}
              </div>
            )
          })}
        </div>
        {back && (
          <Alert
            className="funds-room"
            type="warning"
            showIcon
            icon={<Icon name="warn" />}
            title={t('labelled', { label: word('act', 'sent_back'), words: back.reason })}
            description={
              <>
                {back.name} · {formatInstant(back.actedAt)}
                <br />
                {t('voidList')}
              </>
            }
          />
        )}
        <p>
          {t('sumBody', { lines: batch.lines, total: formatMoney(batch.totalFen) })}
          {batch.taxFen > 0 && ` ${t('tax')} ${formatMoney(batch.taxFen)}`}
          {batch.returnedLines > 0 &&
            ` ${t('returnedLines')} ${batch.returnedLines}${formatAside(formatMoney(batch.returnedFen))}`}
        </p>
        <p className="funds-rule-value">
          {t('checksum')} {batch.checksum}
        </p>
      </section>
      <div className="funds-actions">
        <StepButton batch={batch} operation="approvePaymentBatch" off={batch.can.check} />
        <StepButton batch={batch} operation="payPaymentBatch" off={batch.can.pay} />
        <SendBack batch={batch} />
        {batch.can.export === null && <BankList batchId={batch.id} />}
        {batch.state === 'paid' && batch.can.export === null && <Returns batchId={batch.id} />}
      </div>
    </>
  )
}

function StepButton({
  batch,
  operation,
  off,
}: {
  batch: PaymentBatch
  operation: 'approvePaymentBatch' | 'payPaymentBatch'
  off: HandRefusal
}) {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const whyId = useId()
  const act = useAct(operation, { invalidates: outdated })
  const verb = operation === 'approvePaymentBatch' ? t('check') : t('pay')
  if (off === 'no_power' || off === 'wrong_state') return null
  async function step() {
    const title = operation === 'approvePaymentBatch' ? t('checkTitle') : t('payTitle')
    const body = t('sumBody', { lines: batch.lines, total: formatMoney(batch.totalFen) })
    if (!(await confirm({ title, body, verb }))) return
    act.mutate({ batchId: batch.id }, { onError: (error) => void message.error(errorSentence(error), 8) })
  }
  return (
    <>
      <Button
        type="primary"
        loading={act.isPending}
        disabled={off !== null}
        aria-describedby={off === null ? undefined : whyId}
        onClick={() => void step()}
      >
        {verb}
      </Button>
      {off !== null && (
        <span id={whyId} className="quiet">
          {word('hand', off)}
        </span>
      )}
    </>
  )
}

function SendBack({ batch }: { batch: PaymentBatch }) {
  const askReason = useReason()
  const { message } = App.useApp()
  const act = useAct('sendBackPaymentBatch', { invalidates: outdated })
  if (batch.can.sendBack !== null) return null
  async function send() {
    const reason = await askReason({
      title: t('sendBackTitle'),
      body: t('sendBackBody'),
      verb: t('sendBack'),
    })
    if (reason === null) return
    act.mutate(
      { batchId: batch.id, reason },
      { onError: (error) => void message.error(errorSentence(error), 8) },
    )
  }
  return (
    <Button loading={act.isPending} onClick={() => void send()}>
      {t('sendBack')}
    </Button>
  )
}

function BankList({ batchId }: { batchId: string }) {
  return (
    <>
      <DownloadButton
        operation="exportPaymentBatch"
        input={() => Promise.resolve({ batchId, format: 'xlsx' as const })}
        label={t('exportXlsx')}
      />
      <DownloadButton
        operation="exportPaymentBatch"
        input={() => Promise.resolve({ batchId, format: 'csv' as const })}
        label={t('exportCsv')}
      />
    </>
  )
}

function Returns({ batchId }: { batchId: string }) {
  const { message } = App.useApp()
  const client = useQueryClient()
  async function read(file: File) {
    try {
      const { returned, returnedFen } = await upload('importPaymentReturns', { batchId }, file)
      void message.success(t('returnsRead', { lines: returned, total: formatMoney(returnedFen) }))
      await client.invalidateQueries()
    } catch (error) {
      void message.error(errorSentence(error as Error), 8)
    }
  }
  return (
    <Upload accept=".xlsx,.csv" showUploadList={false} beforeUpload={(file) => (void read(file), false)}>
      <Button>{t('readReturns')}</Button>
    </Upload>
  )
}
