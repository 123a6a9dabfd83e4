import { Checkbox, Form } from 'antd'
import type { EndingKind, EndsAlso, MassPreview, Selection } from '#contract/people-records.ts'
import { CallError } from '../../../kit/call-error.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatNumber } from '../../../kit/format.ts'
import { useReadWhen } from '../../../kit/query.ts'
import { t } from '../texts.ts'

interface PreviewOfProps {
  selection: Selection
  kind: EndingKind
  endsAlso: readonly EndsAlso[]
  onEndsAlso: (also: readonly EndsAlso[]) => void
}

/** What the change would do on the day in the form: whom it fits, whom not and why, and the work that may end with it. */
export function EndingPreview({ selection, kind, endsAlso, onEndsAlso }: PreviewOfProps) {
  const on: string | null | undefined = Form.useWatch('on')
  const read = useReadWhen(on, 'previewMassChange', { ...selection, kind, on: on ?? '' })
  if (!on || !read.data) return null
  const { employments, appointmentsToEnd } = read.data
  const toggle = (what: EndsAlso) => (event: { target: { checked: boolean } }) =>
    onEndsAlso(event.target.checked ? [...endsAlso, what] : endsAlso.filter((one) => one !== what))
  const ends = kind !== 'retained' && kind !== 'restored'
  return (
    <>
      <PreviewWords preview={read.data} />
      {ends && employments > 0 && (
        <Checkbox
          className="dialog-also"
          checked={endsAlso.includes('employments')}
          onChange={toggle('employments')}
        >
          {t('endsWork', { count: formatNumber(employments) })}
        </Checkbox>
      )}
      {ends && appointmentsToEnd > 0 && (
        <Checkbox
          className="dialog-also"
          checked={endsAlso.includes('appointments')}
          onChange={toggle('appointments')}
        >
          {t('endsPosts', { count: formatNumber(appointmentsToEnd) })}
        </Checkbox>
      )}
    </>
  )
}

/** The same for a move. */
export function MovingPreview({ selection }: { selection: Selection }) {
  const on: string | null | undefined = Form.useWatch('on')
  const toUnionId: string | null | undefined = Form.useWatch('toUnionId')
  const read = useReadWhen(on && toUnionId, 'previewMassChange', {
    ...selection,
    kind: 'moved',
    on: on ?? '',
    toUnionId: toUnionId ?? '',
  })
  return on && toUnionId && read.data ? <PreviewWords preview={read.data} /> : null
}

function PreviewWords({ preview }: { preview: MassPreview }) {
  return (
    <div className="dialog-preview" role="status">
      <p>{t('previewFit', { count: formatNumber(preview.fit) })}</p>
      {preview.leftOut.length > 0 && (
        <ul>
          {preview.leftOut.map(({ code, count }) => (
            <li key={code}>
              {t('previewLeftOut', {
                count: formatNumber(count),
                why: errorSentence(new CallError(422, { code })),
              })}
            </li>
          ))}
        </ul>
      )}
      {preview.inTransit > 0 && <p>{t('previewInTransit', { count: formatNumber(preview.inTransit) })}</p>}
      {preview.appointments > preview.appointmentsToEnd && (
        <p>{t('previewPosts', { count: formatNumber(preview.appointments - preview.appointmentsToEnd) })}</p>
      )}
      {preview.background && <p>{t('previewBackground')}</p>}
    </div>
  )
}
