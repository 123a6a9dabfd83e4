import './people.css'
import { useState } from 'react'
import type { Output } from '../../../kit/call.ts'
import { errorSentence, fieldSentences } from '../../../kit/errors.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { TextArea } from '../../../ui/light/choice.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { TextField } from '../../../ui/light/field.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { t } from './rights-texts.ts'

type OwnFile = Output<'getOwnFile'>

/** What I may change by myself, and what is corrected once somebody has compared it with the document. */
export default function CorrectionPage() {
  const file = useRead('getOwnFile')
  if (file.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (!file.data) return <Empty icon="offline" title={t('facts')} hint={errorSentence(file.error)} />
  return (
    <>
      <FreeFields file={file.data} />
      <FactsForm />
    </>
  )
}

function FreeFields({ file }: { file: OwnFile }) {
  const [education, setEducation] = useState(file.educationLevel ?? '')
  const [political, setPolitical] = useState(file.politicalAffiliation ?? '')
  const [household, setHousehold] = useState(file.householdType ?? '')
  const change = useAct('changeOwnData', { invalidates: ['getOwnFile'] })
  const send = () =>
    change.mutate({
      educationLevel: education.trim() || null,
      politicalAffiliation: political.trim() || null,
      householdType: household.trim() || null,
    })
  return (
    <section className="file-part">
      <h2>{t('free')}</h2>
      <div className="sheet">
        <TextField label={t('education')} value={education} onChange={setEducation} maxLength={100} />
        <TextField label={t('political')} value={political} onChange={setPolitical} maxLength={100} />
        <TextField label={t('household')} value={household} onChange={setHousehold} maxLength={100} />
        {change.error && <Notice tone="problem" title={errorSentence(change.error)} />}
        {change.isSuccess && <Notice tone="done" title={t('saved')} />}
        <Button busy={change.isPending} onClick={send}>
          {t('save')}
        </Button>
      </div>
    </section>
  )
}

const fields = ['name', 'documentNumber', 'birthDate', 'mobile', 'joinedOn'] as const
type Field = (typeof fields)[number]

function FactsForm() {
  const [values, setValues] = useState<Partial<Record<Field, string>>>({})
  const [reason, setReason] = useState('')
  const requests = useRead('listOwnRequests')
  const returned = requests.data?.items.find((each) => each.can.change)
  const ask = useAct('askCorrection', { invalidates: ['listOwnRequests'] })
  const mend = useAct('changeCorrection', { invalidates: ['listOwnRequests'] })
  const act = returned ? mend : ask
  const wrong = fieldSentences(act.error)
  const given = Object.fromEntries(
    fields.flatMap((field) => (values[field]?.trim() ? [[field, values[field].trim()]] : [])),
  )
  const send = () => {
    const input = {
      ...given,
      ...('documentNumber' in given && { documentKind: 'citizen_id' as const }),
      ...(reason.trim() && { reason: reason.trim() }),
    }
    if (returned) mend.mutate({ ...input, requestId: returned.id })
    else ask.mutate(input)
  }
  const why = returned?.acts.slice(-1)[0]?.reason
  return (
    <section className="file-part">
      <h2>{t('facts')}</h2>
      <div className="sheet">
        {why !== undefined && <Notice tone="due" title={t('returnedNote', { reason: why })} />}
        <p className="field-hint">{t('factsHint')}</p>
        {fields.map((field) => (
          <TextField
            key={field}
            label={t(field)}
            type={field === 'birthDate' || field === 'joinedOn' ? 'date' : 'text'}
            value={values[field] ?? ''}
            onChange={(value) => setValues({ ...values, [field]: value })}
            error={wrong[field]}
            maxLength={60}
          />
        ))}
        <TextArea label={t('reason')} value={reason} onChange={setReason} rows={2} maxLength={300} />
        {act.error && Object.keys(wrong).length === 0 && (
          <Notice tone="problem" title={errorSentence(act.error)} />
        )}
        {(ask.isSuccess || mend.isSuccess) && <Notice tone="done" title={t('asked')} />}
        <Button
          look="primary"
          busy={act.isPending}
          why={Object.keys(given).length === 0 ? t('nothing') : undefined}
          onClick={send}
        >
          {t('ask')}
        </Button>
      </div>
    </section>
  )
}
