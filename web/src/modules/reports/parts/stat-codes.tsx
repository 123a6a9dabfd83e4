import type { StatisticalCode } from '#contract/reports-returns.ts'
import { App, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useRead } from '../../../kit/query.ts'
import { postName } from '../../access/posts.ts'
import { r } from '../return-texts.ts'

interface Entered {
  code: string
  documentNo?: string
  reason: string
}

/** The statistical codes of a union, the one in force first, and the form to write down another. */
export function StatCodes({ organisationId }: { organisationId: string }) {
  const { message } = App.useApp()
  const codes = useRead('listStatisticalCodes', { organisationId })
  // A form that was saved begins anew.
  const [saved, setSaved] = useState(0)
  return (
    <div className="return-codes">
      <p className="quiet">{r('codesNote')}</p>
      {codes.isPending && <Skeleton active />}
      {codes.error && <p className="problem">{errorSentence(codes.error)}</p>}
      <ol>
        {codes.data?.items.map((each) => (
          <Code key={each.recordedAt + each.code} code={each} />
        ))}
      </ol>
      <FormShell<'recordStatisticalCode', Entered>
        key={saved}
        operation="recordStatisticalCode"
        invalidates={['listStatisticalCodes']}
        initial={{}}
        toInput={({ code, documentNo, reason }) => ({
          organisationId,
          code: code.trim(),
          reason: reason.trim(),
          ...(documentNo?.trim() ? { documentNo: documentNo.trim() } : {}),
        })}
        onDone={() => {
          setSaved(saved + 1)
          void message.success(r('recorded'))
        }}
        submit={r('record')}
      >
        <FormField name="code" label={r('code')} need="required">
          <Input maxLength={50} />
        </FormField>
        <FormField name="documentNo" label={r('documentNo')} need="optional">
          <Input maxLength={100} />
        </FormField>
        <FormField name="reason" label={r('reason')} need="required">
          <Input maxLength={200} />
        </FormField>
      </FormShell>
    </div>
  )
}

function Code({ code }: { code: StatisticalCode }) {
  const details = [
    code.reason ?? r('fromRegister'),
    code.documentNo,
    code.recordedByName === null ? null : postName(code.recordedByName),
    formatInstant(code.recordedAt),
    code.until === null ? null : r('until', { at: formatInstant(code.until) }),
  ]
  return (
    <li>
      {code.until === null ? <strong>{code.code}</strong> : code.code}
      <small>{details.filter(Boolean).join(' · ')}</small>
    </li>
  )
}
