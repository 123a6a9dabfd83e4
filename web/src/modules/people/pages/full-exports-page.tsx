import '../people.css'
import '../member-file.css'
import { App, Button, Checkbox, Form, Input, Skeleton } from 'antd'
import type { FullExport } from '#contract/own-data.ts'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence, fieldSentences } from '../../../kit/errors.ts'
import { formatDay, formatInstant, formatNumber } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { useAct, useRead, useReadWhen } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { stateName } from '../../approvals/words.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { t } from '../full-export-texts.ts'
import { hiddenFieldName } from '../words.ts'

interface Values {
  organisationId: string
  fields: ('documentNumber' | 'mobile')[]
  purpose: string
}

/** Lists with full numbers: asking for one, and taking it once another officer has agreed. */
export default function FullExportsPage() {
  const exports = useRead('listFullExports')
  return (
    <Page title={t('title')} note={t('note')}>
      <AskForm />
      <section className="panel">
        <h2 className="section-title">{t('asked')}</h2>
        {exports.error && <p className="problem">{errorSentence(exports.error)}</p>}
        {exports.isPending && <Skeleton active />}
        {exports.data?.items.length === 0 && <p className="quiet">{t('none')}</p>}
        {exports.data?.items.map((one) => (
          <Asked key={one.id} request={one} />
        ))}
      </section>
    </Page>
  )
}

function AskForm() {
  const [form] = Form.useForm<Values>()
  const organisationId = Form.useWatch('organisationId', form)
  const found = useReadWhen(organisationId, 'listMembers', { organisationId, limit: 1 })
  const { message } = App.useApp()
  const ask = useAct('askFullExport', { invalidates: ['listFullExports'] })
  const wrong = fieldSentences(ask.error)
  const members = found.data?.total ?? 0
  const send = (values: Values) =>
    ask.mutate(
      {
        filter: { organisationId: values.organisationId },
        fields: values.fields,
        purpose: values.purpose.trim(),
        members,
      },
      {
        onSuccess: () => {
          void message.success(t('sent'))
          form.resetFields()
        },
      },
    )
  return (
    <Form form={form} layout="vertical" requiredMark="optional" className="form-shell" onFinish={send}>
      <Form.Item
        name="organisationId"
        label={t('unit')}
        rules={[{ required: true, message: t('unitMissing') }]}
        extra={organisationId ? t('members', { count: formatNumber(members) }) : ''}
      >
        <OrganisationSelect />
      </Form.Item>
      <Form.Item name="fields" label={t('fields')} rules={[{ required: true, message: t('fieldsMissing') }]}>
        <FieldsChoice />
      </Form.Item>
      <Form.Item
        name="purpose"
        label={t('purpose')}
        extra={t('purposeHint')}
        rules={[{ required: true, whitespace: true, message: t('purposeMissing') }]}
        {...(wrong.purpose ? { validateStatus: 'error' as const, help: wrong.purpose } : {})}
      >
        <Input maxLength={200} />
      </Form.Item>
      {ask.error && !wrong.purpose && <p className="problem">{errorSentence(ask.error)}</p>}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {t('ask')}
        </Button>
      </div>
    </Form>
  )
}

function Asked({ request }: { request: FullExport }) {
  const reason = request.acts.at(-1)?.reason
  return (
    <article className="full-export">
      <Facts
        facts={[
          [t('unit'), request.organisationName],
          [t('purpose'), request.purpose],
          [t('fields'), request.fields.map(hiddenFieldName).join('、')],
          [t('askedAt'), formatInstant(request.askedAt)],
          [t('state'), request.taken ? t('taken') : stateName(request.state)],
          ...(reason ? ([[t('reason'), reason]] as const) : []),
          ...(request.can.take && request.takeUntil
            ? ([[t('takeUntil'), formatDay(request.takeUntil)]] as const)
            : []),
        ]}
      />
      {request.can.take && (
        <DownloadButton
          operation="downloadFullExport"
          label={t('take')}
          input={async () => ({ requestId: request.id })}
        />
      )}
    </article>
  )
}

interface FieldsChoiceProps {
  /** Given by the form. */
  value?: Values['fields']
  onChange?: (fields: Values['fields']) => void
}

// The form hands its field states for one input on; a group of several takes value and change only.
function FieldsChoice({ value, onChange }: FieldsChoiceProps) {
  return (
    <div role="group" aria-label={t('fields')}>
      <Checkbox.Group
        value={value ?? []}
        onChange={(chosen) => onChange?.(chosen as Values['fields'])}
        options={(['documentNumber', 'mobile'] as const).map((field) => ({
          value: field,
          label: hiddenFieldName(field),
        }))}
      />
    </div>
  )
}
