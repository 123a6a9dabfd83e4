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
import { FilePicker } from '../../attachments/phone/file-picker.tsx'
import { t as fileText } from '../../attachments/phone/texts.ts'
import { useSending } from '../../attachments/phone/use-sending.ts'
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

/** As many as a correction takes (`evidenceIds` in the contract). */
const mostFiles = 6

function FactsForm() {
  const [values, setValues] = useState<Partial<Record<Field, string>>>({})
  const [reason, setReason] = useState('')
  const files = useSending()
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
      evidenceIds: files.sent.map(({ attachment }) => attachment.id),
    }
    const onSuccess = () => {
      setValues({})
      setReason('')
      files.clear()
    }
    if (returned) mend.mutate({ ...input, requestId: returned.id }, { onSuccess })
    else ask.mutate(input, { onSuccess })
  }
  const unready =
    Object.keys(given).length === 0
      ? t('nothing')
      : files.onTheirWay.length > 0
        ? fileText('waitForFiles')
        : undefined
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
        {returned && returned.attachments.length > 0 && (
          <p className="field-hint">{t('filesStay', { count: returned.attachments.length })}</p>
        )}
        <FilePicker label={t('evidence')} hint={t('evidenceHint')} files={files} most={mostFiles} />
        {act.error && Object.keys(wrong).length === 0 && (
          <Notice tone="problem" title={errorSentence(act.error)} />
        )}
        {(ask.isSuccess || mend.isSuccess) && <Notice tone="done" title={t('asked')} />}
        <Button look="primary" busy={act.isPending} why={unready} onClick={send}>
          {t('ask')}
        </Button>
      </div>
    </section>
  )
}
